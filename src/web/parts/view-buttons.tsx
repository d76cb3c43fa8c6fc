import { useWords } from './words.tsx'

/** What can be done with the drawing as a whole. */
export const ViewButtons = ({
  isTable,
  onTable,
  onSvg,
  onPresent,
}: {
  readonly isTable: boolean
  readonly onTable: () => void
  readonly onSvg: () => void
  readonly onPresent: () => void
}) => {
  const { t } = useWords()
  return (
    <p className="view-buttons">
      <button type="button" className="button small" aria-pressed={isTable} onClick={onTable}>
        {t('table')}
        <kbd>T</kbd>
      </button>
      <button type="button" className="button small" onClick={onPresent}>
        {t('present')}
        <kbd>P</kbd>
      </button>
      <button type="button" className="button small" onClick={onSvg} disabled={isTable}>
        {t('exportSvg')}
      </button>
      <button type="button" className="button small" onClick={() => window.print()}>
        {t('print')}
      </button>
    </p>
  )
}
