import { useEffect, useState } from 'react'
import { pairIn } from '../../../reform/legal/pair.ts'
import { inOrder, type Stage, type Tried, trialsFor } from '../../../reform/legal/try.ts'

/** The lines that two bodies allow, as far as they have been tried. */
export interface Trying {
  readonly tried: readonly Tried[]
  readonly done: number
  readonly of: number
}

/** Longest stretch of work without letting the page answer, in ms. */
const stretch = 40

/** Tries the lines of two bodies one after another, so that the page stays quick; begins anew when the plan changes. */
export const useTried = (stage: Stage | undefined, moved: string, onto: string): Trying => {
  const [trying, setTrying] = useState<Trying>({ tried: [], done: 0, of: 0 })
  useEffect(() => {
    if (stage === undefined) return undefined
    const pair = pairIn(stage.rehearsal.after, moved, onto)
    const trials = pair === undefined ? [] : trialsFor(pair, stage)
    if (trials.length === 0) {
      setTrying({ tried: [], done: 0, of: 0 })
      return undefined
    }
    const tried: Tried[] = []
    let timer: ReturnType<typeof setTimeout>
    const go = () => {
      const until = performance.now() + stretch
      while (tried.length < trials.length && performance.now() < until) {
        const trial = trials[tried.length]
        if (trial !== undefined) tried.push(trial())
      }
      setTrying({ tried: inOrder(tried), done: tried.length, of: trials.length })
      if (tried.length < trials.length) timer = setTimeout(go, 0)
    }
    timer = setTimeout(go, 0)
    return () => clearTimeout(timer)
  }, [stage, moved, onto])
  return trying
}
