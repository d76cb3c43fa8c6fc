import { useState } from 'react'
import { number } from '../../../kernel/text.ts'
import { minuteText } from '../../format.ts'
import type { TrailRecord } from '../../model/audit.ts'
import { actionText, actorText } from '../../model/audit-words.ts'
import { useWords } from '../words.tsx'
import { TableBox } from './table-box.tsx'

const stretch = 200

/** Records of an audit trail, the newest first, a stretch at a time. */
export const AuditTable = ({ records }: { readonly records: readonly TrailRecord[] }) => {
  const { t } = useWords()
  const [shown, setShown] = useState(stretch)
  return (
    <>
      <TableBox label={t('pageAudit')}>
        <table className="plain audit-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('colSeq')}
              </th>
              <th scope="col">{t('colAt')}</th>
              <th scope="col">{t('colActor')}</th>
              <th scope="col">{t('colAction')}</th>
              <th scope="col">{t('colSubject')}</th>
              <th scope="col">{t('colDetail')}</th>
              <th scope="col">{t('colHash')}</th>
            </tr>
          </thead>
          <tbody>
            {records.slice(0, shown).map((record) => (
              <Row key={record.seq} record={record} />
            ))}
          </tbody>
        </table>
      </TableBox>
      {shown < records.length && (
        <p>
          <button type="button" className="button" onClick={() => setShown(shown + stretch)}>
            {t('auditMore', { count: number(Math.min(stretch, records.length - shown)) })}
          </button>
        </p>
      )}
    </>
  )
}

const Row = ({ record }: { readonly record: TrailRecord }) => {
  const { pick } = useWords()
  const { seq, at, actor, actorName, action, subject, detail, hash } = record
  const text = JSON.stringify(detail)
  return (
    <tr data-action={action}>
      <td className="number">{number(seq)}</td>
      <td>
        <time dateTime={at} title={at}>
          {minuteText(at)}
        </time>
      </td>
      <td>
        {pick(actorText(actor, actorName))}
        {actorName != null && <small> {actor.replace(/^account:/, '')}</small>}
      </td>
      <td>
        {pick(actionText(action))} <small>{action}</small>
      </td>
      <td>
        <code>{subject}</code>
      </td>
      <td className="detail">{text !== '{}' && <code>{text}</code>}</td>
      <td>
        <code title={hash}>{hash.slice(0, 12)}</code>
      </td>
    </tr>
  )
}
