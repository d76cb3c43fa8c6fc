import { useDeferredValue, useMemo } from 'react'
import { type Day, parseDay } from '../../../../kernel/day.ts'
import type { Register } from '../../../../register/register.ts'
import type { Bench } from '../../../model/bench.ts'
import type { Filling } from '../../../model/forms/line-value.ts'
import { type IsTaken, takenIn } from '../../../model/forms/new-ids.ts'
import { registerBefore } from '../../../model/forms/register-at.ts'
import { type Trial, trialOf } from '../../../model/forms/trial.ts'

interface Spot {
  readonly filling: Filling
  readonly at: number
  /** The line that is written anew, as it stands. */
  readonly before: Filling | undefined
}

export interface Trying {
  /** While one types it may be a moment behind. */
  readonly trial: Trial | undefined
  /** The line as it is filled in at this moment. */
  readonly tryNow: () => Trial | undefined
  readonly register: Register
  readonly effectiveOn: Day
}

/** The line in the form, tried where it would stand. */
export const useTrial = ({ session, spans }: Bench, { filling, at, before }: Spot): Trying => {
  const effectiveOn = session.plan?.effectiveOn ?? session.county.register.county.baselineOn
  const on = (typeof filling.on === 'string' ? parseDay(filling.on) : undefined) ?? effectiveOn
  const replaces = before !== undefined
  const register = useMemo(() => registerBefore(session, { at, on, replaces }), [session, at, on, replaces])
  const isTaken = useMemo((): IsTaken => {
    const others = (spans ?? []).flatMap(({ value }, place) => (replaces && place === at - 1 ? [] : [value]))
    // What the line itself brings into being is in the register after the plan.
    const after = session.account === undefined || replaces ? [] : [session.account.after]
    return takenIn([session.county.register, ...after], others)
  }, [session, spans, at, replaces])
  const around = useMemo(() => ({ before, register, isTaken, on }), [before, register, isTaken, on])
  const late = useDeferredValue(filling)
  const trial = useMemo(() => trialOf({ filling: late, ...around }), [late, around])
  return { trial, tryNow: () => trialOf({ filling, ...around }), register, effectiveOn }
}
