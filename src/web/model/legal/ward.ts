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
  const world = account ?? {
    before: county.register,
    after: county.register,
    steps: [],
    conservation: nothing,
  }
  return {
    ...world,
    plan,
    policy: book.policyOn(plan.effectiveOn),
    text,
    digest: county.manifest.digest,
    figures: new Map(
      (account?.figures ?? []).flatMap(({ id, computed }) =>
        computed === undefined ? [] : [[id, computed]],
      ),
    ),
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
