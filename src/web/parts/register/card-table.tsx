import { type ReactNode, useState } from 'react'
import { number } from '../../../kernel/text.ts'
import { TableBox } from '../account/table-box.tsx'
import { useWords } from '../words.tsx'

/** A column of a table of the card: its head, and whether numbers stand in it. */
export interface Column {
  readonly head: string
  readonly isNumber?: boolean
}

const few = 20

/** One part of the card: a heading with its count, and a table; long ones show the beginning first, on paper all of it. */
export const CardTable = ({
  id,
  title,
  columns,
  rows,
  total,
  note,
  count = rows.length,
}: {
  readonly id: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly ReactNode[])[]
  readonly total?: readonly ReactNode[] | undefined
  readonly note?: ReactNode
  readonly count?: number
}) => {
  const { t } = useWords()
  const [isAll, setAll] = useState(false)
  const hidden = isAll ? 0 : Math.max(0, rows.length - few)
  return (
    <section className="card-part" aria-labelledby={`card-${id}`} data-part={id}>
      <h3 id={`card-${id}`}>
        {title} <small>{number(count)}</small>
      </h3>
      {note}
      {rows.length === 0 ? (
        <p className="none">{t('regNone')}</p>
      ) : (
        <TableBox label={title}>
          <table className="plain">
            <thead>
              <tr>
                {columns.map(({ head, isNumber }) => (
                  <th key={head} scope="col" className={isNumber ? 'number' : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a table that changes only as a whole
                <tr key={at} className={at >= few && !isAll ? 'more-row' : undefined}>
                  {cells.map((cell, column) => (
                    <td
                      key={columns[column]?.head ?? column}
                      className={columns[column]?.isNumber ? 'number' : undefined}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            {total !== undefined && (
              <tfoot>
                <tr>
                  {total.map((cell, column) => (
                    <td
                      key={columns[column]?.head ?? column}
                      className={columns[column]?.isNumber ? 'number' : undefined}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              </tfoot>
            )}
          </table>
        </TableBox>
      )}
      {hidden > 0 && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('regMore', { count: number(hidden) })}
        </button>
      )}
    </section>
  )
}
