import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { registerOn } from '../../../reform/rehearse.ts'
import type { Register } from '../../../register/register.ts'
import type { Place } from '../../model/place.ts'
import { fetchRecords, type Records, registerIn } from '../../model/register/clocks.ts'
import { type Days, daysOf, withinDays } from '../../model/register/days.ts'
import { type Happening, happeningsOf, rehearsedHappenings } from '../../model/register/happened.ts'
import { defaultDay, todayOf } from '../../model/time.ts'
import { type Loader, useLoading } from '../../model/use-loading.ts'

/** What the register is worked out from: what was recorded, or what a plan would do. */
export type Basis = 'records' | 'plan'

/** The county on a day as known at a record, and how to ask for another. */
export interface Clocks {
  readonly basis: Basis
  /** Both can be looked at: there are records, and a plan that is not among them. */
  readonly hasChoice: boolean
  readonly days: Days
  readonly on: Day
  /** The number of the last record that is known; of the last of all when nothing was chosen. */
  readonly known: number
  readonly head: number
  readonly records: Records | undefined
  readonly register: Register
  readonly happenings: readonly Happening[]
  registerOf(on: Day): Register
  setOn(on: Day): void
  setKnown(known: number | undefined): void
  setBasis(basis: Basis): void
}

/** The journal of a county with records; over folders there is nothing to load. */
export const useRecords = ({ book, hasRecords }: Place): Loader<Records | undefined> => {
  const load = useCallback(
    async (signal: AbortSignal) => (hasRecords ? await fetchRecords(book, signal) : undefined),
    [book, hasRecords],
  )
  return useLoading(load)
}

/** Both clocks over what was recorded, or the first one over a plan. */
export const useClocks = (place: Place, records: Records | undefined): Clocks => {
  const { session, view, setView } = place
  const hasChoice = records !== undefined && session.plan !== undefined && !session.isCarriedOut
  const [chosen, setBasis] = useState<Basis>('records')
  const basis: Basis = records === undefined ? 'plan' : hasChoice ? chosen : 'records'
  const [asked, setKnown] = useState<number>()
  const head = records?.history.seq ?? 0
  const known = Math.min(asked ?? head, head)
  const used = basis === 'records' ? records : undefined
  const days = useMemo(() => daysOf(session, used?.history, todayOf()), [session, used])
  const on = withinDays(days, view.on ?? defaultDay(session))
  const registerOf = useMemo(() => registersOf(session, used, known), [session, used, known])
  const happenings = useMemo(
    () => (used === undefined ? rehearsedHappenings(session) : happeningsOf(used.records, known)),
    [session, used, known],
  )
  useEffect(() => {
    if (view.on !== on) setView({ on })
  })
  return {
    basis,
    hasChoice,
    days,
    on,
    known,
    head,
    records,
    register: registerOf(on),
    happenings,
    registerOf,
    setOn: (day) => setView({ on: day }),
    setKnown,
    setBasis,
  }
}

/** A register is worked out once for each stretch between two effects. */
const registersOf = (session: Place['session'], records: Records | undefined, known: number) => {
  const made = new Map<string, Register>()
  const effects =
    records === undefined
      ? session.moves.map((step) => step.on)
      : records.history.entries.map(({ effectiveOn }) => effectiveOn)
  const marks = [...new Set(effects)].sort()
  return (on: Day): Register => {
    const stretch = marks.findLast((mark) => mark <= on) ?? ''
    const before = session.county.register
    const register =
      made.get(stretch) ??
      (records !== undefined
        ? registerIn(records, on, known)
        : session.plan === undefined
          ? before
          : registerOn(before, session.plan, on))
    made.set(stretch, register)
    return register
  }
}
