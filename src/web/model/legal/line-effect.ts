import { type Counters, countersOf } from '../../../reform/impact.ts'
import type { Step } from '../../../reform/rehearse.ts'
import { sum } from '../../../register/queries.ts'
import { type Draft, draftOf, type Register } from '../../../register/register.ts'

/** What a line does to one counter: how much, and how many there are before it. */
export interface Effect {
  readonly id: keyof Counters | 'money'
  readonly change: number
}

const told = [
  'organs',
  'leadingPosts',
  'institutions',
  'posts',
  'people',
  'duties',
  'nameplates',
  'seals',
] as const

/**
 * What one line of the plan does to the counters, by itself: the register right before its steps against the one right
 * after them. `money` is the yearly budget in yuan. Undefined for a line that was refused, because it does nothing.
 */
export const effectOf = (
  before: Register,
  steps: readonly Step[],
  number: number,
): readonly Effect[] | undefined => {
  if (!steps.some(({ line }) => line.number === number)) return undefined
  const draft = draftOf(before)
  const total = new Map<Effect['id'], number>()
  for (const { line, fields, on } of steps) {
    const was = line.number === number ? counted(draft) : undefined
    line.operation.apply(fields, draft as Draft, on)
    if (was === undefined) continue
    const is = counted(draft)
    for (const [id, count] of is) total.set(id, (total.get(id) ?? 0) + count - (was.get(id) ?? 0))
  }
  return [...total].map(([id, change]) => ({ id, change }))
}

const counted = (register: Register): ReadonlyMap<Effect['id'], number> => {
  const counters = countersOf(register)
  return new Map<Effect['id'], number>([
    ...told.map((id) => [id, counters[id]] as const),
    ['money', sum(register.budget.values(), ({ amountYuan }) => amountYuan)],
  ])
}
