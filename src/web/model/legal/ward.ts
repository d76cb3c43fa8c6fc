import { countersOf } from '../../../reform/impact.ts'
import type { Plan } from '../../../reform/plan.ts'
import type { Judged, Ward } from '../../../reform/remedies/remedy.ts'
import type { Bench } from '../bench.ts'
import { type Session, sessionOf } from '../session.ts'

/**
 * The plan in hand as something that edits are tried on; undefined while its rehearsal is behind the text. A text that
 * cannot be read is a plan without lines, so that its writing can be mended.
 */
export const wardOf = ({ session, book, text, planId, isBehind }: Bench): Ward | undefined => {
  if (isBehind || planId === undefined) return undefined
  const { account, county } = session
  const plan = session.plan ?? { ...unread, id: planId, effectiveOn: county.register.county.baselineOn }
  const { before, after, steps, conservation } = account ?? {
    before: county.register,
    after: county.register,
    steps: [],
    conservation: nothing,
  }
  let figures: Ward['figures'] | undefined
  return {
    before,
    after,
    steps,
    conservation,
    plan,
    policy: book.policyOn(plan.effectiveOn),
    text,
    digest: county.manifest.digest,
    // While one types nobody asks for them, and they are the longest work of all.
    get figures() {
      figures ??= new Map(
        (account?.figures ?? []).flatMap(({ id, computed }) =>
          computed === undefined ? [] : [[id, computed]],
        ),
      )
      return figures
    },
    now: judgedOf(session),
    judge: (given) => judgedOf(sessionOf(book, { id: planId, text: given })),
  }
}

const judgedOf = ({ account, findings }: Session): Judged => ({
  findings,
  counters: account === undefined ? undefined : countersOf(account.after),
  unplaced: account?.conservation.counterExamples.length ?? 0,
})

const nothing: Ward['conservation'] = { holds: true, balances: [], counterExamples: [] }

const unread: Omit<Plan, 'id' | 'effectiveOn'> = {
  title: '',
  titleEn: '',
  authority: '',
  completesOn: '9999-12-31' as Plan['completesOn'],
  lines: [],
  expect: [],
  digest: '',
}
