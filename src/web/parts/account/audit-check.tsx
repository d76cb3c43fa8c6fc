import { useState } from 'react'
import { number } from '../../../kernel/text.ts'
import { type Break, breaksIn, type Trail } from '../../model/audit.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'

/** Works the chain of a trail out again in the reader's own browser, so that the server is not asked about itself. */
export const AuditCheck = ({ trail }: { readonly trail: Trail }) => {
  const { t } = useWords()
  const [breaks, setBreaks] = useState<readonly Break[]>()
  const { records, head } = trail
  return (
    <div className="check">
      <button type="button" className="button primary" onClick={() => setBreaks(breaksIn(trail))}>
        {t('auditVerify')}
      </button>
      <div role="status">
        {breaks === undefined && <p className="note">{t('auditVerifyHelp')}</p>}
        {breaks?.length === 0 && (
          <>
            <p className="severity ok">
              <Icon name="tick" /> {t('auditHolds', { count: number(records.length) })}
            </p>
            <p className="note">
              {t('auditHead', { seq: number(head.seq) })} <code>{head.hash}</code>
            </p>
          </>
        )}
        {breaks !== undefined && breaks.length > 0 && <Broken breaks={breaks} />}
      </div>
    </div>
  )
}

const Broken = ({ breaks }: { readonly breaks: readonly Break[] }) => {
  const { t } = useWords()
  const words: Readonly<Record<Break['what'], string>> = {
    missing: t('auditMissing'),
    altered: t('auditAltered'),
    unbound: t('auditUnbound'),
    foreign: t('auditForeign'),
    short: t('auditShort'),
  }
  return (
    <div className="failure">
      <p className="severity error">
        <Icon name="octagon" /> <strong>{t('auditBroken', { count: number(breaks.length) })}</strong>
      </p>
      <ul>
        {breaks.slice(0, 20).map(({ seq, what }) => (
          <li key={`${seq} ${what}`}>
            {t('auditRecord', { seq: number(seq) })} {words[what]}
          </li>
        ))}
      </ul>
      <p>{t('auditBrokenHelp')}</p>
    </div>
  )
}
