import type { Clause, Finding, Severity } from '../../kernel/finding.ts'
import { listed, say, type Text } from '../../kernel/text.ts'
import { type Line, lineAddress, type Plan } from '../plan.ts'

/** What a rule has to say, before the mark 待核 is put on it. */
export interface Remark {
  readonly code: string
  readonly severity: Severity
  /** Where to go: a unit, or a place in the plan made by {@link atPlan} or {@link atLine}. */
  readonly at: Finding['at'] | Pick<Finding, 'at' | 'place'>
  readonly message: Text
  readonly remedy: Text
  readonly because: Clause
}

/** A finding of a rule. One that rests on an unverified source says so in its own sentence. */
export const remark = ({ at, message, because, ...rest }: Remark): Finding => ({
  ...(typeof at === 'string' ? { at } : at),
  ...rest,
  because,
  message: because.verified ? message : say(`${message.zh}（依据待核）`, `${message.en} (source unverified)`),
})

/** The plan as a whole. */
export const atPlan = (plan: Plan): Pick<Finding, 'at'> => ({ at: `plan:${plan.id}` })

/** One line of the plan. */
export const atLine = (plan: Plan, line: Line): Pick<Finding, 'at' | 'place'> => ({
  at: lineAddress(plan, line),
  place: line.place,
})

/** A clause written in code: a statute that has no dated parameter. */
export const clause = (zh: string, en: string, source: string, verified = true): Clause => ({
  text: say(zh, en),
  source,
  verified,
})

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
