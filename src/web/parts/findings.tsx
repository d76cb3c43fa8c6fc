import type { Finding, Severity } from '../../kernel/finding.ts'
import type { Session } from '../model/session.ts'
import type { TextKey } from '../texts/index.ts'
import { Icon, type IconName } from './icon.tsx'
import { useWords } from './words.tsx'

export const severityMarks: Readonly<Record<Severity, { readonly icon: IconName; readonly key: TextKey }>> = {
  error: { icon: 'octagon', key: 'severityError' },
  opinion: { icon: 'sheet', key: 'severityOpinion' },
  warning: { icon: 'triangle', key: 'severityWarning' },
  note: { icon: 'info', key: 'severityNote' },
}

/** 审核意见: everything the files, the rehearsal and the rules have to say, severest first. */
export const Findings = ({ session }: { readonly session: Session }) => {
  const { t } = useWords()
  const { findings } = session
  return (
    <section className="section" id="findings" tabIndex={-1} aria-labelledby="findings-title">
      <h2 id="findings-title">
        {t('findings')} <small>{t('findingsMore', { count: findings.length })}</small>
      </h2>
      {findings.length === 0 ? (
        <p className="empty">{t('findingsNone')}</p>
      ) : (
        <ul className="findings">
          {findings.map((finding, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sorted list that changes only as a whole
            <FindingItem key={at} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  )
}

const FindingItem = ({ finding }: { readonly finding: Finding }) => {
  const { t, pick } = useWords()
  const { icon, key } = severityMarks[finding.severity]
  const { because, remedy, place } = finding
  return (
    <li className={`is-${finding.severity}`}>
      <span className={`severity ${finding.severity}`}>
        <Icon name={icon} /> {t(key)}
      </span>
      <code>{finding.code}</code>
      <div>
        <p className="message">{pick(finding.message)}</p>
        {remedy !== undefined && <p>{t('remedy', { text: pick(remedy) })}</p>}
        {because !== undefined && (
          <p className="because">{t('because', { text: pick(because.text), source: because.source })}</p>
        )}
      </div>
      <span className="where">
        {place !== undefined && t('line', { line: place.line })} <code>{finding.about ?? finding.at}</code>
      </span>
    </li>
  )
}
