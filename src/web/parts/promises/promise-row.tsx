import { useId } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { number } from '../../../kernel/text.ts'
import { cellText, changeText } from '../../format.ts'
import { type Opened, openedFigure } from '../../model/opened.ts'
import type { Point } from '../../model/promises/curve.ts'
import type { Promised } from '../../model/promises/promises.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { Agreement } from './agreement.tsx'
import { Amount } from './amount-cell.tsx'
import { type Files, PromiseDetail } from './promise-detail.tsx'
import { Sparkline } from './sparkline.tsx'

/** “at least 14”, “at most 10”; an exact figure stands alone. */
const relationKeys = { exactly: undefined, atLeast: 'atLeast', atMost: 'atMost' } as const

export const columns = 8

export interface RowProps {
  readonly line: Promised
  readonly points: readonly Point[] | undefined
  readonly files: Files
  readonly recorded: Day
  readonly isOpen: boolean
  readonly onToggle: (id: string) => void
  readonly onOpen: (opened: Opened) => void
  /** The number of the day looked at, with its rows. */
  readonly openToday: (id: string) => Opened | undefined
}

/** One published figure in a line, and below it what stands behind it. */
export const PromiseRow = ({
  line,
  points,
  files,
  recorded,
  isOpen,
  onToggle,
  onOpen,
  openToday,
}: RowProps) => {
  const { t, pick } = useWords()
  const { figure, today, warnings } = line
  const detail = useId()
  const label = pick(figure.label)
  return (
    <>
      <tr id={`figure-${figure.id}`} className={isOpen ? 'is-open' : undefined}>
        <th scope="row">
          <button
            type="button"
            className="opener"
            aria-expanded={isOpen}
            aria-controls={isOpen ? detail : undefined}
            title={t('promisesDetail', { label })}
            onClick={() => onToggle(figure.id)}
          >
            <i aria-hidden="true">{isOpen ? '▾' : '▸'}</i> {label}
          </button>
        </th>
        <PublishedCell line={line} />
        <Amount
          value={today}
          unit={figure.unit}
          label={label}
          id={`${figure.id}.today`}
          onOpen={() => {
            const opened = openToday(figure.id)
            if (opened !== undefined) onOpen(opened)
          }}
        />
        <Amount
          value={figure.computed}
          unit={figure.unit}
          label={label}
          id={figure.id}
          onOpen={() => onOpen(openedFigure(figure))}
        />
        <DifferenceCell line={line} />
        <td>
          <Agreement standing={line.standing} />
        </td>
        <td className="curve-cell">
          {points !== undefined && <Sparkline points={points} recorded={recorded} />}
        </td>
        <td>
          {warnings.length > 0 && (
            <span className="severity warning" title={warnings.map(pick).join('\n')}>
              <Icon name="triangle" /> {t('promisesWarnings', { count: number(warnings.length) })}
            </span>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr className="detail" id={detail}>
          <td colSpan={columns}>
            <PromiseDetail line={line} points={points} files={files} recorded={recorded} />
          </td>
        </tr>
      )}
    </>
  )
}

const PublishedCell = ({ line: { figure } }: { readonly line: Promised }) => {
  const { t, language } = useWords()
  if (figure.published === undefined)
    return (
      <td className="number">
        <span className="none">{t('notPublished')}</span>
      </td>
    )
  const { value, suffix } = cellText(figure.published, figure.unit, language)
  const relation = figure.relation && relationKeys[figure.relation]
  return (
    <td className="number">
      {relation === undefined ? value : t(relation, { value })}
      {suffix && <small> {suffix}</small>}
    </td>
  )
}

const DifferenceCell = ({ line: { figure, difference, standing } }: { readonly line: Promised }) => {
  const { language } = useWords()
  if (difference === undefined) return <td className="number" />
  // What agrees at the precision it was printed with differs by nothing that was promised.
  if (difference === 0 || (standing !== 'differs' && figure.relation === 'exactly'))
    return (
      <td className="number">
        <span className="none">0</span>
      </td>
    )
  if (figure.unit !== 'yuan' && figure.unit !== 'ratio' && figure.unit !== 'percent')
    return <td className="number">{changeText(Math.round(difference * 100) / 100)}</td>
  const { value, suffix } = cellText(Math.abs(difference), figure.unit, language)
  return (
    <td className="number">
      {difference > 0 ? '+' : '−'}
      {figure.unit === 'ratio' ? number(Math.round(Math.abs(difference) * 10) / 10) : value}
      {suffix && <small> {suffix}</small>}
    </td>
  )
}
