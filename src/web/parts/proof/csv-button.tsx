import { csvOf } from '../../model/opened.ts'
import { save } from '../../model/save.ts'
import { useWords } from '../words.tsx'

/** A list as it stands, with its header, for a spreadsheet. */
export type List = readonly (readonly (string | number)[])[]

/** Takes a list away as CSV; `lines` is asked for only then. */
export const CsvButton = ({
  fileName,
  label,
  header,
  lines,
}: {
  readonly fileName: string
  /** What the list is of, for whoever hears the button without seeing the table. */
  readonly label: string
  readonly header: readonly string[]
  readonly lines: () => List
}) => {
  const { t } = useWords()
  return (
    <button
      type="button"
      className="button small"
      aria-label={`${t('exportCsv')} ${label}`}
      onClick={() => save(`${fileName}.csv`, 'text/csv;charset=utf-8', csvOf(header, lines()))}
    >
      {t('exportCsv')}
    </button>
  )
}
