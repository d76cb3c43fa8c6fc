import type { Day } from '../../../kernel/day.ts'
import type { Language, Text } from '../../../kernel/text.ts'
import type { Account } from '../../../ledger/account.ts'
import type { Plan } from '../../../reform/plan.ts'
import { rules } from '../../../reform/rules/index.ts'
import { type Draft, draftOf, type Register } from '../../../register/register.ts'
import { meaningOf, schemaAt } from './schema.ts'

/** What can be suggested from, beside the schema. */
export interface World {
  readonly language: Language
  /** The register on which a line (counted from 1) acts; undefined while there is none. */
  registerAt(line: number): Register | undefined
  readonly figures: readonly {
    readonly id: string
    readonly label: Text
    readonly value: number | undefined
  }[]
  readonly rules: readonly { readonly code: string; readonly title: Text }[]
  /** Days that the plan already speaks of, and what for. */
  readonly days: readonly { readonly day: Day; readonly label: Text }[]
}

/** The world of a plan as it was last rehearsed. */
export const worldOf = (account: Account | undefined, language: Language): World => ({
  language,
  registerAt: (line) => account && registerBefore(account, line),
  get figures() {
    return (account?.figures ?? []).map(({ id, label, computed }) => ({ id, label, value: computed }))
  },
  rules,
  days: account === undefined ? [] : daysOf(account.sources.plan),
})

/** The days of the heading, then those on which lines take effect, each once. */
const daysOf = (plan: Plan): World['days'] => {
  const said: (readonly [Day | undefined, Text])[] = [
    [plan.effectiveOn, meaningOf(schemaAt(['effectiveOn'], undefined))],
    [plan.completesOn, meaningOf(schemaAt(['completesOn'], undefined))],
    [plan.transition?.until, meaningOf(schemaAt(['transition', 'until'], undefined))],
    [plan.base?.register, meaningOf(schemaAt(['base', 'register'], undefined))],
    ...plan.lines.map(({ on, operation }): [Day, Text] => [
      on,
      { zh: operation.terms[0] ?? operation.name, en: operation.name },
    ]),
  ]
  const days = new Map<Day, Text>()
  for (const [day, label] of said) if (day !== undefined && !days.has(day)) days.set(day, label)
  return [...days].map(([day, label]) => ({ day, label }))
}

let last: { readonly account: Account; readonly line: number; readonly register: Register } | undefined

/**
 * The register with the lines above `line` carried out, as far as they were accepted. It is kept for the next question,
 * because while one writes, the questions are about one line.
 */
export const registerBefore = (account: Account, line: number): Register => {
  if (last?.account === account && last.line === line) return last.register
  const draft = draftOf(account.before)
  for (const step of account.steps)
    if (step.line.number < line) step.line.operation.apply(step.fields, draft as Draft, step.on)
  last = { account, line, register: draft }
  return draft
}
