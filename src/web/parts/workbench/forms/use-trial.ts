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

/** The line in the form, tried where it would stand; while one types it may be a moment behind. */
export const useTrial = (
  { session, spans }: Bench,
  { filling, at, before }: Spot,
): { trial: Trial | undefined; register: Register; effectiveOn: Day } => {
  const effectiveOn = session.plan?.effectiveOn ?? session.county.register.county.baselineOn
  const on = (typeof filling.on === 'string' ? parseDay(filling.on) : undefined) ?? effectiveOn
  const replaces = before !== undefined
  const register = useMemo(() => registerBefore(session, { at, on, replaces }), [session, at, on, replaces])
  const isTaken = useMemo((): IsTaken => {
    const others = (spans ?? []).flatMap(({ value }, place) => (replaces && place === at - 1 ? [] : [value]))
    const registers = [
      session.county.register,
      ...(session.account === undefined || replaces ? [] : [session.account.after]),
    ]
    return takenIn(registers, others)
  }, [session, spans, at, replaces])
  const late = useDeferredValue(filling)
  const trial = useMemo(
    () => trialOf({ filling: late, before, register, isTaken, on }),
    [late, before, register, isTaken, on],
  )
  return { trial, register, effectiveOn }
}
