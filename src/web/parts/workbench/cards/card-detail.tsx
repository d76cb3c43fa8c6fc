import type { Finding } from '../../../../kernel/finding.ts'
import type { LineSpan } from '../../../../reform/editing/line-spans.ts'
import { FindingList } from '../../account/finding-list.tsx'
import { useWords } from '../../words.tsx'

/** The chosen line: its own words in the file, what is found about it, and what can be done with it. */
export const CardDetail = ({
  span,
  text,
  findings,
  number,
  count,
  mayEdit,
}: {
  readonly span: LineSpan
  readonly text: string
  readonly findings: readonly Finding[]
  readonly number: number
  readonly count: number
  readonly mayEdit: boolean
}) => {
  const { t } = useWords()
  const rows = text.slice(span.begin, span.to).trimEnd().split('\n')
  const indent = /^ */.exec(rows[0] ?? '')?.[0].length ?? 0
  return (
    <div className="card-detail">
      <pre>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a text are known by their place
          <span key={at} data-row={span.row + at}>
            {`${row.slice(Math.min(indent, row.length - row.trimStart().length))}\n`}
          </span>
        ))}
      </pre>
      <FindingList findings={findings} />
      <div className="card-buttons">
        {mayEdit && (
          <>
            <button
              type="button"
              className="button small"
              data-action="edit"
              disabled={span.value === undefined}
            >
              {t('cardEdit')}
            </button>
            <button
              type="button"
              className="button small"
              data-action="copy"
              disabled={span.value === undefined}
            >
              {t('cardCopy')}
            </button>
            <button type="button" className="button small" data-action="insert">
              {t('cardInsert')}
            </button>
            <button type="button" className="button small" data-action="up" disabled={number === 1}>
              {t('cardUp')}
            </button>
            <button type="button" className="button small" data-action="down" disabled={number === count}>
              {t('cardDown')}
            </button>
            <button type="button" className="button small" data-action="remove">
              {t('cardRemove')}
            </button>
          </>
        )}
      </div>
    </div>
  )
}
