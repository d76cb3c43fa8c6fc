import { cellText, changeText, figureText } from '../../format.ts'
import type { Opened } from '../../model/opened.ts'
import { useWords, type Words } from '../words.tsx'

export type Open = (opened: Opened) => void

/** A number as it stands in a table: a change with its sign, a zero that opens nothing in grey. */
export const NumberCell = ({
  opened,
  isChange = false,
  onOpen,
}: {
  readonly opened: Opened
  readonly isChange?: boolean
  readonly onOpen: Open
}) => {
  const words = useWords()
  if (opened.rows.length === 0) return <span className="none">0</span>
  return <OpenButton opened={opened} text={cellWords(opened, isChange, words)} onOpen={onOpen} />
}

/** A number of a sentence or list, with its unit beside it in grey. */
export const FigureButton = ({ opened, onOpen }: { readonly opened: Opened; readonly onOpen: Open }) => {
  const words = useWords()
  const { value, suffix } = figureText(opened.value ?? 0, opened.unit, words.language)
  if (opened.rows.length === 0) return <span className="none">{value}</span>
  return (
    <>
      <OpenButton opened={opened} text={value} onOpen={onOpen} />
      {suffixOf(opened, suffix, words) !== '' && <small> {suffixOf(opened, suffix, words)}</small>}
    </>
  )
}

export const OpenButton = ({
  opened,
  text,
  className = 'figure',
  onOpen,
}: {
  readonly opened: Opened
  readonly text: string
  readonly className?: string
  readonly onOpen: Open
}) => {
  const { t, pick } = useWords()
  return (
    <button
      type="button"
      className={className}
      data-opens={opened.id}
      aria-label={t('openNumber', { label: pick(opened.label), value: text })}
      onClick={() => onOpen(opened)}
    >
      {text}
    </button>
  )
}

const suffixOf = ({ measure, unit }: Opened, suffix: string, { pick }: Words): string =>
  measure === undefined || unit === 'yuan' ? suffix : pick(measure)

/** The text of a cell: money in the unit of the table (万元, ¥ m). */
export const cellWords = ({ value = 0, unit }: Opened, isChange: boolean, { language }: Words): string => {
  const { value: text } = unit === 'yuan' ? cellText(value, unit, language) : { value: changeText(value) }
  if (isChange) return unit === 'yuan' && value > 0 ? `+${text}` : text
  return text.replace(/^\+/, '')
}
