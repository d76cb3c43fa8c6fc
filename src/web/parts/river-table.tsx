import { tableMoney } from '../format.ts'
import type { Flow, Row } from '../river/types.ts'
import type { Focus } from '../river/walk.ts'
import { CsvButton } from './csv-button.tsx'
import { totalText } from './river-ends.tsx'
import { fateKeys } from './river-tools.tsx'
import { useWords } from './words.tsx'

/** The river as a table: one row a ribbon, with totals that agree on both sides. */
export const RiverTable = ({
  flow,
  file,
  onOpen,
}: {
  readonly flow: Flow
  /** Name of the table as a file: county, day and what is in it. */
  readonly file?: string | undefined
  readonly onOpen: (focus: Focus) => void
}) => {
  const words = useWords()
  const { t, pick, language } = words
  const after = new Map(flow.after.map((row) => [row.id, row]))
  const lines = flow.before.flatMap((row) =>
    flow.streams
      .filter((stream) => stream.from === row.id)
      .map((stream) => ({ row, stream, to: after.get(stream.to) })),
  )
  const total = lines.reduce((sum, { stream }) => sum + stream.value, 0)
  const amount = (value: number) => {
    if (flow.measure !== 'money') return totalText(value, flow.measure, words)
    const cell = tableMoney(value, language)
    return `${cell.value} ${cell.suffix}`.trim()
  }
  const name = (row: Row | undefined, side: Focus['side']) =>
    row === undefined ? (
      ''
    ) : row.kind === 'unit' ? (
      <button type="button" className="link" onClick={() => onOpen({ side, id: row.id })}>
        {pick(row.fullName)}
        {row.guests.map((guest) => (
          <span key={guest.en}> ‖ {pick(guest)}</span>
        ))}
      </button>
    ) : (
      pick(row.name)
    )
  const plainName = (row: Row | undefined) =>
    row === undefined ? '' : pick(row.kind === 'unit' ? row.fullName : row.name)
  const rows = () =>
    lines.map(({ row, stream, to }) => [
      plainName(row),
      t(fateKeys[stream.fate]),
      plainName(to),
      stream.value,
    ])
  return (
    <>
      {file !== undefined && (
        <p className="table-tools">
          <CsvButton
            name={file}
            header={[t('colBefore'), t('colBecomes'), t('colAfter'), t('colCount')]}
            rows={rows}
          />
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-box" data-view="table" tabIndex={0} aria-label={t('table')}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('colBefore')}</th>
              <th scope="col">{t('colBecomes')}</th>
              <th scope="col">{t('colAfter')}</th>
              <th scope="col" className="number">
                {t('colCount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ row, stream, to }) => (
              <tr key={stream.id}>
                <td>{name(row, 'before')}</td>
                <td className={`fate ${stream.fate}`}>{t(fateKeys[stream.fate])}</td>
                <td>{name(to, 'after')}</td>
                <td className="number">{amount(stream.value)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t('total')}
              </th>
              <td className="number">{amount(total)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </>
  )
}
