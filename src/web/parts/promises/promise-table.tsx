import { useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { dayText } from '../../format.ts'
import type { Opened } from '../../model/opened.ts'
import type { Promised } from '../../model/promises/promises.ts'
import type { Curves } from '../../model/promises/use-curves.ts'
import { TableBox } from '../account/table-box.tsx'
import { usePrinting } from '../use-modes.ts'
import { useWords } from '../words.tsx'
import type { Files } from './promise-detail.tsx'
import { PromiseRow } from './promise-row.tsx'

/** The figures line by line; a line opens to what stands behind it, and on paper all are open. */
export const PromiseTable = ({
  shown,
  curves,
  files,
  recorded,
  on,
  onOpen,
  onAll,
  openToday,
}: {
  readonly shown: readonly Promised[]
  readonly curves: Curves
  readonly files: Files
  readonly recorded: Day
  readonly on: Day
  readonly onOpen: (opened: Opened) => void
  readonly onAll: () => void
  readonly openToday: (id: string) => Opened | undefined
}) => {
  const { t, language } = useWords()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const isPrinting = usePrinting()
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  if (shown.length === 0)
    return (
      <p className="empty">
        {t('promisesNothing')}{' '}
        <button type="button" className="link" onClick={onAll}>
          {t('promisesShowAll')}
        </button>
      </p>
    )
  return (
    <TableBox label={t('ledger')}>
      <table className="plain ledger-table">
        <thead>
          <tr>
            <th scope="col">{t('colFigure')}</th>
            <th scope="col" className="number">
              {t('colPublished')}
            </th>
            <th scope="col" className="number">
              {t('colOnDay', { day: dayText(on, language) })}
            </th>
            <th scope="col" className="number">
              {t('colAtEnd')}
            </th>
            <th scope="col" className="number">
              {t('colDifference')}
            </th>
            <th scope="col">{t('colAgrees')}</th>
            <th scope="col">{t('colCurve')}</th>
            <th scope="col">{t('colWarnings')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <PromiseRow
              key={line.figure.id}
              line={line}
              points={curves.byFigure.get(line.figure.id)}
              files={files}
              recorded={recorded}
              isOpen={isPrinting || open.has(line.figure.id)}
              onToggle={toggle}
              onOpen={onOpen}
              openToday={openToday}
            />
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}
