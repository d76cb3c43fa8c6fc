import type { Day } from '../kernel/day.ts'
import { blocks } from '../kernel/finding.ts'
import { type Draft, draftOf, type Register } from '../register/register.ts'
import type { Plan } from './plan.ts'
import { stepsOf } from './rehearse.ts'

/** One sentence of the plan read aloud. */
export interface Sentence {
  readonly number: number
  readonly on: Day
  readonly zh: string
  readonly en: string
  /** The document the line rests on. */
  readonly authority: string
  /** Whether the register would refuse it; it is read all the same, and then left out of the walk. */
  readonly isRefused: boolean
}

/**
 * The plan as numbered sentences, in order of effect. Each is written over the register as it stands before the step,
 * so that names are those of that day.
 */
export const explain = (before: Register, plan: Plan): Sentence[] => {
  const draft = draftOf(before)
  return stepsOf(plan).map((step, at) => {
    const { operation, basis } = step.line
    const { zh, en } = operation.describe(step.fields, draft)
    const isRefused = blocks(operation.check(step.fields, draft))
    if (!isRefused) operation.apply(step.fields, draft as Draft, step.on)
    return { number: at + 1, on: step.on, zh, en, authority: basis ?? plan.authority, isRefused }
  })
}
