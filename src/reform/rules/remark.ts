import type { Clause, Finding, Severity } from '../../kernel/finding.ts'
import type { UnitId } from '../../kernel/id.ts'
import { listed, say, type Text } from '../../kernel/text.ts'
import type { Register } from '../../register/register.ts'
import type { Unit } from '../../register/unit.ts'
import { type Line, lineAddress, type Plan } from '../plan.ts'

/** What a rule has to say, before the mark 待核 is put on it. */
export interface Remark {
  readonly code: string
  readonly severity: Severity
  /** Where to go: a unit, or a place in the plan made by {@link atPlan}, {@link atLine} or {@link atUnits}. */
  readonly at: Finding['at'] | Pick<Finding, 'at' | 'place'>
  readonly message: Text
  readonly remedy: Text
  readonly because: Clause
}

/** Writes a finding of one rule: its code and clause are filled in. */
export type Tell = (said: Omit<Remark, 'code' | 'because'>) => Finding

/** A finding of a rule. One that rests on an unverified source says so in its own sentence. */
export const remark = ({ at, message, because, ...rest }: Remark): Finding => ({
  ...(typeof at === 'string' ? { at } : at),
  ...rest,
  because,
  message: because.verified
    ? message
    : say(marked(message.zh, '（依据待核）', '。'), marked(message.en, ' (source unverified)', '.')),
})

/** The mark stands inside the sentence, before its full stop. */
const marked = (sentence: string, mark: string, stop: string): string =>
  sentence.endsWith(stop) ? `${sentence.slice(0, -1)}${mark}${stop}` : `${sentence}${mark}`

/** The plan as a whole. */
export const atPlan = (plan: Plan): Pick<Finding, 'at'> => ({ at: `plan:${plan.id}` })

/** One line of the plan. */
export const atLine = (plan: Plan, line: Line): Pick<Finding, 'at' | 'place'> => ({
  at: lineAddress(plan, line),
  place: line.place,
})

/** The one unit a finding is about; the plan as a whole when there are several. */
export const atUnits = (plan: Plan, units: readonly Unit[]): Pick<Finding, 'at'> =>
  units.length === 1 && units[0] !== undefined ? { at: `unit:${units[0].id}` } : atPlan(plan)

/** The short name of a unit in both languages. */
export const called = (unit: Unit): Text => say(unit.short, unit.shortEn)

/** How a body is called inside a sentence: short in Chinese, in full in English. */
export const bodyNamed = (register: Register, id: UnitId): Text => {
  const unit = register.units.get(id)
  return unit === undefined ? say(id, id) : say(unit.short, unit.nameEn)
}

const shown = 5

/** The first few names and how many there are: “甲、乙、丙、丁、戊等8个” / “… and 3 more”. */
export const someOf = (names: readonly Text[]): Text => {
  const few = listed(names.slice(0, shown))
  const rest = names.length - shown
  return rest <= 0 ? few : say(`${few.zh}等${names.length}个`, `${few.en} and ${rest} more`)
}

/** “1 post”, “2 posts”. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
