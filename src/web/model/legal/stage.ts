import type { Stage } from '../../../reform/legal/try.ts'
import type { Bench } from '../bench.ts'

/** The plan as it was rehearsed last, to try lines on; undefined while it cannot be read. */
export const stageOf = ({ session, book, spans }: Bench): Stage | undefined => {
  const { plan, account } = session
  if (plan === undefined || account === undefined || spans === undefined) return undefined
  return {
    plan,
    policy: book.policyOn(plan.effectiveOn),
    rehearsal: account,
    number: spans.length + 1,
    lineAt: (number) => spans[number - 1]?.value,
  }
}
