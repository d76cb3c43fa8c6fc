import type { Unit } from '../../../ledger/figure.ts'
import { cellText } from '../../format.ts'
import { useWords } from '../words.tsx'

/** A computed number in a cell; it opens its rows. */
export const Amount = ({
  value,
  unit,
  label,
  id,
  onOpen,
}: {
  readonly value: number | undefined
  readonly unit: Unit
  readonly label: string
  readonly id: string
  readonly onOpen: () => void
}) => {
  const { t, language } = useWords()
  if (value === undefined)
    return (
      <td className="number">
        <span className="none">— {t('notComputed')}</span>
      </td>
    )
  const cell = cellText(value, unit, language)
  return (
    <td className="number">
      <button
        type="button"
        className="figure"
        data-figure={id}
        aria-label={t('openNumber', { label, value: `${cell.value} ${cell.suffix}`.trim() })}
        onClick={onOpen}
      >
        {cell.value}
      </button>
      {cell.suffix && <small> {cell.suffix}</small>}
    </td>
  )
}
