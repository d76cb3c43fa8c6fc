import { addDays, type Day, daysBetween, earlier, later, yearOf } from '../../kernel/day.ts'
import { say, type Text } from '../../kernel/text.ts'
import type { Plan } from '../../reform/plan.ts'
import type { Session } from './session.ts'

/** A day that means something, on the ruler under the sentence. */
export interface Mark {
  readonly on: Day
  readonly label: Text
  readonly kind: 'stage' | 'steps' | 'end'
  /** How much the reader needs its label, where not all fit: 0 most. */
  readonly rank: number
}

/** The stretch of days the slider walks, with what happened on it. */
export interface Axis {
  readonly from: Day
  readonly to: Day
  readonly marks: readonly Mark[]
  /** Days of dated events of the county, for the hairlines. */
  readonly events: readonly Day[]
}

const stageWords: Readonly<Record<NonNullable<Plan['stages']>[number]['stage'], Text>> = {
  initiation: say('动议', 'Initiated'),
  argument: say('论证', 'Argued'),
  decision: say('审议决定', 'Decided'),
  implementation: say('实施', 'Carried out'),
}

/** From the first stage, event or the baseline, whichever is earliest, to the end of the plan and a quarter beyond. */
export const axisOf = ({ county, plan, moves }: Session): Axis => {
  const { baselineOn } = county.register.county
  const events = county.evidence.events.map((event) => event.on)
  const marks = plan === undefined ? [] : marksOf(plan, moves)
  const days = [baselineOn, ...marks.map((mark) => mark.on), ...events]
  const to = days.reduce(later)
  return { from: days.reduce(earlier), to, marks, events }
}

const marksOf = (plan: Plan, moves: Session['moves']): Mark[] => {
  const stages = (plan.stages ?? []).map(
    (stage): Mark => ({
      on: stage.on,
      label: stageWords[stage.stage],
      kind: 'stage',
      rank: stage.stage === 'decision' ? 1 : 3,
    }),
  )
  const days = new Map<Day, string[]>()
  for (const step of moves) days.set(step.on, [...(days.get(step.on) ?? []), step.operation])
  const steps = [...days].map(
    ([on, names]): Mark => ({
      on,
      label: stepLabel(plan, on, names),
      kind: 'steps',
      rank: on === plan.effectiveOn ? 0 : names.some((name) => weighty.has(name)) ? 2 : 3,
    }),
  )
  return [
    ...stages.filter((stage) => !days.has(stage.on)),
    ...steps,
    { on: plan.completesOn, label: say('方案期末', 'Plan ends'), kind: 'end', rank: 2 },
  ]
}

/** Steps by which a reader knows a day: trials, enforcement and organs named anew, and leading teams. */
const weighty: ReadonlySet<string> = new Set([
  'add-nameplate',
  'merge-units',
  'absorb-unit',
  'convert-to-enterprise',
  'set-leadership-quota',
  'appoint',
])

/** What a day of steps is known for, the most telling first. */
const dayWords: readonly (readonly [operation: string, word: Text])[] = [
  ['add-nameplate', say('加挂牌子', 'Nameplate')],
  ['merge-units', say('组建', 'Mergers')],
  ['absorb-unit', say('并入', 'Absorptions')],
  ['convert-to-enterprise', say('转企', 'Conversions')],
  ['dissolve-unit', say('撤销', 'Dissolutions')],
  ['transfer-duty', say('划转', 'Duties move')],
  ['set-staffing-quota', say('核定编制', 'Posts set')],
  ['set-leadership-quota', say('核定职数', 'Leading posts set')],
  ['appoint', say('任职', 'Appointments')],
  ['remove-from-office', say('免职', 'Offices end')],
  ['assign-person', say('安置', 'Placement')],
  ['transfer-premises', say('用房划转', 'Premises move')],
  ['surrender-seals', say('缴销印章', 'Seals surrendered')],
]

const stepLabel = (plan: Plan, on: Day, names: readonly string[]): Text =>
  on === plan.effectiveOn
    ? say('生效', 'In effect')
    : (dayWords.find(([operation]) => names.includes(operation))?.[1] ?? ownName(plan, on, names))

/** A lone step that the list does not know goes by its own name. */
const ownName = (plan: Plan, on: Day, names: readonly string[]): Text => {
  const line = plan.lines.find((each) => each.on === on)
  if (names.length > 1 || line === undefined) return say(`${names.length}项生效`, `${names.length} steps`)
  const name = line.operation.name.replaceAll('-', ' ')
  return say(line.operation.terms[0] ?? name, name.charAt(0).toUpperCase() + name.slice(1))
}

/** 0 at the start of the axis, 1 at its end. */
export const shareOf = (axis: Axis, on: Day): number =>
  daysBetween(axis.from, on) / Math.max(1, daysBetween(axis.from, axis.to))

export const dayAt = (axis: Axis, share: number): Day =>
  addDays(axis.from, Math.round(Math.min(1, Math.max(0, share)) * daysBetween(axis.from, axis.to)))

export const within = (axis: Axis, on: Day): Day => earlier(later(on, axis.from), axis.to)

/** New Year's Days of the years that the axis touches; the first may lie before its start. */
export const yearsOf = (axis: Axis): Day[] => {
  const years: Day[] = []
  for (let year = yearOf(axis.from); year <= yearOf(axis.to); year += 1) {
    const on = `${year}-01-01` as Day
    years.push(on)
  }
  return years
}
