import type { Making } from '../pdf/slice-files.ts'
import { PdfButton } from './pdf-button.tsx'
import { useWords } from './words.tsx'

/** What can be done with the drawing as a whole. */
export const ViewButtons = ({
  isTable,
  hasLetters,
  onTable,
  onSvg,
  onPdf,
  onPresent,
  onLetters,
}: {
  readonly isTable: boolean
  readonly hasLetters: boolean
  readonly onTable: () => void
  readonly onSvg: () => void
  /** Saves the drawing; gives the name of the file. */
  readonly onPdf: (making: Making) => Promise<string>
  readonly onPresent: () => void
  readonly onLetters: (isOn: boolean) => void
}) => {
  const { t } = useWords()
  const letter = (key: string) => (hasLetters ? { 'aria-keyshortcuts': key } : {})
  return (
    <div className="view-buttons">
      <button
        type="button"
        className="button small"
        aria-pressed={isTable}
        onClick={onTable}
        {...letter('T')}
      >
        {t('table')}
        {hasLetters && <kbd>T</kbd>}
      </button>
      <button type="button" className="button small" onClick={onPresent} {...letter('P')}>
        {t('present')}
        {hasLetters && <kbd>P</kbd>}
      </button>
      <button type="button" className="button small" onClick={onSvg} disabled={isTable}>
        {t('exportSvg')}
      </button>
      <PdfButton isDisabled={isTable} onPdf={onPdf} />
      <button type="button" className="button small" onClick={() => window.print()}>
        {t('print')}
      </button>
      <label title={t('letterKeysHelp')}>
        <input type="checkbox" checked={hasLetters} onChange={(event) => onLetters(event.target.checked)} />
        {t('letterKeys')}
      </label>
    </div>
  )
}
