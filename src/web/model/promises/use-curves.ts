import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import type { Sources } from '../../../ledger/figure.ts'
import { idle } from '../idle.ts'
import { curvePoints, definitionOf, type Point } from './curve.ts'

/** How long a slice of the computation may hold the page, in ms: less than a frame. */
const slice = 8

export interface Curves {
  readonly byFigure: ReadonlyMap<string, readonly Point[]>
  /** Figures whose curve is there, of how many. */
  readonly done: number
  readonly all: number
  readonly state: 'computing' | 'ready' | 'cancelled'
  cancel(): void
  /** Goes on after having been cancelled. */
  resume(): void
}

/** The curves of figures, computed in slices while the page has nothing else to do. */
export const useCurves = (
  ids: readonly string[],
  days: readonly Day[],
  look: ((on: Day) => Sources) | undefined,
): Curves => {
  const [byFigure, setCurves] = useState<ReadonlyMap<string, readonly Point[]>>(new Map())
  const [isCancelled, setCancelled] = useState(false)
  const asked = useMemo(() => ({ ids, days, look }), [ids, days, look])
  useEffect(() => {
    if (isCancelled || asked.look === undefined) return
    return inSlices(asked.ids, asked.days, asked.look, setCurves)
  }, [asked, isCancelled])
  const isReady = ids.every((id) => byFigure.has(id))
  return {
    byFigure,
    done: ids.filter((id) => byFigure.has(id)).length,
    all: ids.length,
    state: isReady ? 'ready' : isCancelled ? 'cancelled' : 'computing',
    cancel: useCallback(() => setCancelled(true), []),
    resume: useCallback(() => setCancelled(false), []),
  }
}

/** Computes until a slice is used up, tells what is there, and goes on when the page is idle. Returns what stops it. */
const inSlices = (
  ids: readonly string[],
  days: readonly Day[],
  look: (on: Day) => Sources,
  tell: (curves: ReadonlyMap<string, readonly Point[]>) => void,
): (() => void) => {
  let isStopped = false
  const curves = new Map<string, readonly Point[]>()
  const work = allPoints(ids, days, look)
  const turn = () => {
    if (isStopped) return
    const began = performance.now()
    const known = curves.size
    for (;;) {
      const { value, done } = work.next()
      if (done === true) return tell(new Map(curves))
      if (value !== undefined) curves.set(value.id, value.points)
      if (performance.now() - began > slice) break
    }
    if (curves.size !== known) tell(new Map(curves))
    idle(turn)
  }
  tell(new Map())
  idle(turn)
  return () => {
    isStopped = true
  }
}

/** Yields after every point, and a whole curve where one is complete. */
function* allPoints(ids: readonly string[], days: readonly Day[], look: (on: Day) => Sources) {
  for (const id of ids) {
    const definition = definitionOf(id)
    if (definition === undefined) continue
    const points: Point[] = []
    for (const point of curvePoints(definition, days, look)) {
      points.push(point)
      yield undefined
    }
    yield { id, points }
  }
}
