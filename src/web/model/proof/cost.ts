import { type Day, yearOf } from '../../../kernel/day.ts'
import { rounded } from '../../../kernel/ratio.ts'
import { number, say, type Text } from '../../../kernel/text.ts'
import type { Computed, FigureRow, Sources } from '../../../ledger/figure.ts'
import { cash, costPerPost, nominal, operatingSaving } from '../../../ledger/figures/money.ts'
import { changeRow } from '../../../ledger/figures/people.ts'
import { supportedOn } from '../../../ledger/path.ts'
import { unitRow } from '../../../ledger/rows.ts'
import { registerOn } from '../../../reform/rehearse.ts'
import { postsOf, reformInstitutions } from '../../../register/queries.ts'
import type { Register } from '../../../register/register.ts'
import type { Opened } from '../opened.ts'

/** What one year costs less than the baseline, as a yearly amount at its end; each number with its rows, in yuan. */
export interface CostYear {
  readonly year: number
  readonly on: Day
  /** The year's end is still to come: people are then those who reach the age of retirement. */
  readonly nominal: Opened
  readonly cash: Opened
  readonly running: Opened
}

/** The ways in which a saving is counted, in the order of the drawing and the table. */
export const ways = ['nominal', 'cash', 'running'] as const
export type Way = (typeof ways)[number]

/**
 * Year by year from the one in which the plan takes effect to the one in which it completes. Empty where the county has
 * no budget to compute it from.
 */
export const costYears = (sources: Sources): CostYear[] => {
  const { plan } = sources
  const registerAt = stretches(sources)
  const years: CostYear[] = []
  for (let year = yearOf(plan.effectiveOn); year <= yearOf(plan.completesOn); year += 1) {
    const on = `${year}-12-31` as Day
    const then = { ...sources, after: registerAt(on) }
    const [full, left, running] = [nominal(then), cash(sources, on), operatingSaving(then)]
    if (full.value === undefined && running.value === undefined) continue
    years.push({
      year,
      on,
      nominal: opened('nominal', year, { ...full, rows: nominalRows(then) }),
      cash: opened('cash', year, { ...left, rows: cashRows(sources, on) }),
      running: opened('running', year, running),
    })
  }
  return years
}

/** The register on a day; one is kept for each set of steps in effect. */
const stretches = ({ before, plan, rehearsal: { steps } }: Sources) => {
  const known = new Map<number, Register>()
  return (on: Day): Register => {
    const done = steps.filter((step) => step.on <= on).length
    const register = known.get(done) ?? registerOn(before, plan, on)
    known.set(done, register)
    return register
  }
}

/** Whole yuan for each row, so that together they are exactly the rounded amount of all. */
const apportioned = (rows: readonly FigureRow[], yuan: number): FigureRow[] => {
  let count = 0
  return rows.map((row) => {
    const was = Math.round(count * yuan)
    count += row.value
    return { ...row, value: Math.round(count * yuan) - was }
  })
}

/** The institutions whose posts are fewer (or, carrying others on, more), each times the cost of a post. */
const nominalRows = (sources: Sources): FigureRow[] => {
  const { before, after } = sources
  const [was, is] = [reformInstitutions(before), reformInstitutions(after)]
  const open = new Set(is.map(({ id }) => id))
  const posts = (register: Register, id: (typeof was)[number]['id']) => postsOf(register, id, 'institution')
  const known = new Set(was.map(({ id }) => id))
  const rows = [
    ...was.map((unit) =>
      unitRow(unit, posts(before, unit.id) - (open.has(unit.id) ? posts(after, unit.id) : 0)),
    ),
    ...is.filter(({ id }) => !known.has(id)).map((unit) => unitRow(unit, -posts(after, unit.id))),
  ]
  return apportioned(
    rows.filter(({ value }) => value !== 0),
    costPerPost(sources).yuan,
  )
}

/** Everybody who has left (or come) since the baseline, each with the cost of a post. */
const cashRows = (sources: Sources, on: Day): FigureRow[] => {
  const until = (day: Day) => supportedOn(sources, day).changes.map(changeRow)
  const atStart = new Set(until(sources.before.county.baselineOn).map(({ at }) => at))
  const since = until(on).filter(({ at }) => !atStart.has(at))
  return apportioned(
    since.map((row) => ({ ...row, value: -row.value })),
    costPerPost(sources).yuan,
  )
}

export const wayTexts: Readonly<Record<Way, readonly [name: Text, definition: Text]>> = {
  nominal: [
    say('人员经费：名义', 'Staff cost, nominal'),
    say(
      '年末核减的事业编制 × 每名编制年均人员经费；一部分编制本来空着，人也未全部离开，不是现金',
      'Institution posts cut by the year’s end × yearly staff cost of a post; some were vacant and people are still paid, so it is not cash',
    ),
  ],
  cash: [
    say('人员经费：现金', 'Staff cost, cash'),
    say(
      '年末比基准日净减少的财政供养人员 × 每名编制年均人员经费',
      'People paid from the budget fewer by the year’s end than on the baseline day × yearly staff cost of a post',
    ),
  ],
  running: [
    say('公用经费：现金', 'Running cost, cash'),
    say(
      '基准日各单位公用经费之和减年末之和',
      'Running cost of all units on the baseline day, less that at the year’s end',
    ),
  ],
}

const opened = (way: Way, year: number, computed: Computed): Opened => {
  const [name, definition] = wayTexts[way]
  return {
    id: `${way}.${year}`,
    label: say(`${year}年 ${name.zh}`, `${year}: ${name.en}`),
    unit: 'yuan',
    definition,
    ...computed,
  }
}

/** A post a year, in words: ¥101,943.58. */
export const costOfPost = (sources: Sources): string => number(rounded(costPerPost(sources).yuan, 2))
