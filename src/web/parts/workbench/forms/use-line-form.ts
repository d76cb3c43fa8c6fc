import { useMemo, useState } from 'react'
import type { WrittenLine } from '../../../../reform/editing/line-spans.ts'
import { type AnyOperation, operationNamed } from '../../../../reform/operations/index.ts'
import type { Bench } from '../../../model/bench.ts'
import { giverOf } from '../../../model/forms/giver.ts'
import { type Filling, withValue } from '../../../model/forms/line-value.ts'
import { insertLines, likeLine, linesFor } from '../../../model/forms/repeats.ts'
import { isAt, type Trial } from '../../../model/forms/trial.ts'
import { keepUnfinished, unfinishedOf } from '../../../model/forms/unfinished.ts'
import { useTrial } from './use-trial.ts'
import type { Writing } from './writing.ts'

/** Which line a form writes: a new one at a place, or one that is there. */
export interface Asked {
  /** What is already known of the line; without `op` the operation is chosen first. */
  readonly initial?: Filling | undefined
  /** The new line comes before this one, counted from 1; at the end when left out. */
  readonly at?: number | undefined
  /** This line is written anew; then `initial` is left out. */
  readonly replaces?: number | undefined
}

export interface LineForm {
  readonly filling: Filling
  readonly operation: AnyOperation | undefined
  readonly writing: Writing
  readonly trial: Trial | undefined
  readonly place: number
  readonly others: readonly string[]
  readonly hasTried: boolean
  /** The text of the plan could not take the line. */
  readonly isUnwritten: boolean
  /** It was begun before and closed unwritten. */
  readonly isTakenUp: boolean
  setFilling(filling: Filling): void
  setPlace(place: number): void
  setOthers(units: readonly string[]): void
  /** Writes the line; false when something is missing, which is then said. */
  write(): boolean
  /** Empties the form for another line like the one just written. */
  goOn(): void
  /** Keeps what was not written. */
  leave(): void
}

/** A line while its form is open: what is filled in, what it would do, and how it gets into the plan. */
export const useLineForm = (bench: Bench, { initial, at, replaces }: Asked): LineForm => {
  const plan = `${bench.book.files.id}/${bench.planId}`
  // What stood in the file when the form was opened, whatever becomes of the file meanwhile.
  const [before] = useState(() => (replaces === undefined ? undefined : bench.spans?.[replaces - 1]?.value))
  const [unfinished] = useState(() =>
    before === undefined && initial === undefined ? unfinishedOf(plan) : undefined,
  )
  const [filling, setFilling] = useState<Filling>(before ?? initial ?? unfinished ?? {})
  const [place, setPlace] = useState(replaces ?? at ?? (bench.spans?.length ?? 0) + 1)
  const [others, setOthers] = useState<readonly string[]>([])
  const [hasTried, setTried] = useState(false)
  const [written, setWritten] = useState<WrittenLine>()
  const [isUnwritten, setUnwritten] = useState(false)
  const { trial, tryNow, register, effectiveOn } = useTrial(bench, { filling, at: place, before })
  const writing = useMemo(
    (): Writing => ({
      filling,
      proposed: trial?.line ?? filling,
      register,
      effectiveOn,
      set: (path, value) => setFilling((known) => withValue(known, path, value)),
      remarksAt: (path, isDeep) =>
        (trial?.remarks ?? []).filter(
          (remark) => (hasTried || !remark.isMissing) && isAt(remark.path, path, isDeep),
        ),
      giverAt: (path) => giverOf(filling, path, register),
    }),
    [filling, trial, register, effectiveOn, hasTried],
  )
  const put = (lines: readonly WrittenLine[], line: WrittenLine) => {
    if (replaces !== undefined) return bench.replace(replaces, line)
    if (lines.length === 1) return bench.insert(line, place)
    const isDone = bench.edit(insertLines(bench.text, place, lines))
    if (isDone) bench.choose(place)
    return isDone
  }
  return {
    filling,
    operation: typeof filling.op === 'string' ? operationNamed(filling.op) : undefined,
    writing,
    trial,
    place,
    others,
    hasTried,
    isUnwritten,
    isTakenUp: unfinished !== undefined && filling === unfinished,
    setFilling,
    setPlace,
    setOthers,
    write: () => {
      const now = tryNow()
      setTried(true)
      if (now === undefined || !now.isReadable) return false
      const isDone = put(linesFor(now.line, others), now.line)
      setUnwritten(!isDone)
      if (isDone) setWritten(now.line)
      if (isDone) keepUnfinished(plan, undefined)
      return isDone
    },
    goOn: () => {
      const line = written ?? tryNow()?.line
      if (line === undefined) return
      setPlace(place + linesFor(line, others).length)
      setFilling(likeLine(line))
      setWritten(undefined)
      setOthers([])
      setTried(false)
    },
    leave: () => {
      if (before === undefined && filling !== initial)
        keepUnfinished(plan, written !== undefined ? undefined : filling)
    },
  }
}
