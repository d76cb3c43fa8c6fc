import { useEffect, useRef } from 'react'
import type { PlanKey } from './plans.ts'

/** Several parts of a page show the comments of one plan: each is told when something was done to them here. */
const listeners = new Set<(key: PlanKey) => void>()

/** Something was written, settled or returned. */
export const commentsMoved = (key: PlanKey): void => {
  for (const listener of listeners) listener(key)
}

/** Does something whenever the comments of a plan have moved. */
export const useCommentsMoved = ({ county, plan }: PlanKey, onMoved: () => void): void => {
  const latest = useRef(onMoved)
  useEffect(() => {
    latest.current = onMoved
  })
  useEffect(() => {
    const hear = (key: PlanKey) => {
      if (key.county === county && key.plan === plan) latest.current()
    }
    listeners.add(hear)
    return () => {
      listeners.delete(hear)
    }
  }, [county, plan])
}
