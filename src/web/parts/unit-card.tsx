import { useMemo } from 'react'
import type { OnDay } from '../model/on-day.ts'
import { openedUnit } from '../model/unit-rows.ts'
import { type Flow, measures, type Row } from '../river/types.ts'
import type { Focus } from '../river/walk.ts'
import { totalText } from './river-ends.tsx'
import { fateKeys, measureKeys } from './river-tools.tsx'
import { useWords } from './words.tsx'

/** What a unit is, has, and comes from or goes to; stands beside the drawing, never over it. */
export const UnitCard = ({
  focus,
  row,
  day,
  flow,
  top,
  isFixed,
  onOpen,
  onClose,
}: {
  readonly focus: Focus
  readonly row: Row
  readonly day: OnDay
  readonly flow: Flow
  readonly top: number
  readonly isFixed: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}) => {
  const words = useWords()
  const { t, pick } = words
  const isBefore = focus.side === 'before'
  const register = day.change[focus.side]
  const held = useMemo(
    () => measures.map((measure) => [measure, openedUnit(register, row, measure).value ?? 0] as const),
    [register, row],
  )
  const streams = flow.streams.filter((stream) => stream[isBefore ? 'from' : 'to'] === focus.id)
  const others = new Map(flow[isBefore ? 'after' : 'before'].map((each) => [each.id, each]))
  return (
    <aside
      className="unit-card"
      style={{ top: `${Math.max(0, top - 40)}px` }}
      aria-label={pick(row.fullName)}
    >
      <h2>{pick(row.fullName)}</h2>
      <p className="side">
        {t(isBefore ? 'unitBefore' : 'unitAfter')}
        {row.turns && <b> {t(isBefore ? 'unitClosed' : 'unitNew')}</b>}
      </p>
      {row.guests.length > 0 && (
        <p>
          {t('unitGuests')} <b>{row.guests.map(pick).join('、')}</b>
        </p>
      )}
      {row.plates.length > 0 && (
        <p>
          {t('unitPlates')} <b>{row.plates.map(pick).join('、')}</b>
        </p>
      )}
      {row.kind === 'unit' && (
        <dl>
          {held.map(([measure, value]) => (
            <div key={measure}>
              <dt>{t(measureKeys[measure])}</dt>
              <dd>{totalText(value, measure, words)}</dd>
            </div>
          ))}
        </dl>
      )}
      <h3>
        {t(isBefore ? 'unitTo' : 'unitFrom')}　{t(measureKeys[flow.measure])}
      </h3>
      <ul>
        {streams.slice(0, 9).map((stream) => {
          const other = others.get(stream[isBefore ? 'to' : 'from'])
          return (
            <li key={stream.id}>
              <span>{other && pick(other.name)}</span>
              <span className={`fate ${stream.fate}`}>{t(fateKeys[stream.fate])}</span>
              <span className="number">{totalText(stream.value, flow.measure, words)}</span>
            </li>
          )
        })}
        {streams.length > 9 && <li>… {streams.length}</li>}
      </ul>
      {isFixed && (
        <p className="actions">
          {row.kind === 'unit' && (
            <button type="button" className="button small" onClick={onOpen}>
              {t('unitRows')}
            </button>
          )}
          <button type="button" className="button small" onClick={onClose}>
            {t('close')}
          </button>
        </p>
      )}
    </aside>
  )
}
