import { csvOf } from '../model/opened.ts'
import { save } from '../model/save.ts'
import { useWords } from './words.tsx'

/** Takes a list away as a file for a spreadsheet. */
export const CsvButton = ({
  name,
  header,
  rows,
}: {
  /** Of the file, without its ending. */
  readonly name: string
  readonly header: readonly string[]
  readonly rows: () => readonly (readonly (string | number)[])[]
}) => {
  const { t } = useWords()
  return (
    <button
      type="button"
      className="button small csv"
      onClick={() => save(`${name}.csv`, 'text/csv;charset=utf-8', csvOf(header, rows()))}
    >
      {t('exportCsv')}
    </button>
  )
}
