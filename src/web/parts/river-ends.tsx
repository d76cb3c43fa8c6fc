import type { Day } from '../../kernel/day.ts'
import { number } from '../../kernel/text.ts'
import { dayText, moneyText } from '../format.ts'
import type { Flow, Measure } from '../river/types.ts'
import { useWords, type Words } from './words.tsx'

/** What stands over each side of the river: the day, how many units, how much in all. */
export const RiverEnds = ({
  flow,
  baseline,
  on,
  left,
}: {
  readonly flow: Flow
  readonly baseline: Day
  readonly on: Day
  readonly left: number
}) => {
  const words = useWords()
  const { t, language } = words
  const [before, after] = [sideText(flow, 'before', words), sideText(flow, 'after', words)]
  return (
    <div className="ends">
      <p>
        {t('sideBefore', { day: dayText(baseline, language) })} <b>{before.count}</b> {before.total}
      </p>
      <p style={{ left: `min(${Math.max(0, left)}px, 100% - ${flow.measure === 'money' ? 280 : 250}px)` }}>
        {t('sideAfter', { day: dayText(on, language) })} <b>{after.count}</b> {after.total}
      </p>
    </div>
  )
}

/** How many units stand on a side, and how much they hold in all. */
export const sideText = (flow: Flow, side: 'before' | 'after', words: Words) => {
  const units = flow[side].filter((row) => row.kind === 'unit')
  const total = units.reduce((sum, row) => sum + row.value, 0)
  const count = words.t(flow.scope === 'organs' ? 'sideOrgans' : 'sideInstitutions', {
    count: number(units.length),
  })
  return { count, total: totalText(total, flow.measure, words) }
}

export const totalText = (value: number, measure: Measure, { t, language }: Words): string =>
  measure === 'money'
    ? moneyText(value, language)
    : t(countKeys[measure][value === 1 ? 0 : 1], { count: number(value) })

const countKeys = {
  people: ['peopleOne', 'peopleCount'],
  posts: ['postsOne', 'postsCount'],
  duties: ['dutiesOne', 'dutiesCount'],
} as const
