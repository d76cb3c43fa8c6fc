import { useEffect, useState } from 'react'
import { candidatesFor } from '../../../reform/legal/candidates.ts'
import { pairIn } from '../../../reform/legal/pair.ts'
import { inOrder, type Stage, type Tried, trialOn } from '../../../reform/legal/try.ts'
import { unfit } from '../../../reform/legal/unfit.ts'

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
    const candidates = pair === undefined ? [] : candidatesFor(pair, stage.rehearsal)
    if (pair === undefined || candidates.length === 0) {
      setTrying({ tried: [], done: 0, of: 0 })
      return undefined
    }
    const trial = trialOn(stage)
    const tried: Tried[] = []
    let timer: ReturnType<typeof setTimeout>
    const go = () => {
      const until = performance.now() + stretch
      while (tried.length < candidates.length && performance.now() < until) {
        const next = candidates[tried.length]
        if (next !== undefined) tried.push(trial(next, unfit(next, pair)))
      }
      setTrying({ tried: inOrder(tried), done: tried.length, of: candidates.length })
      if (tried.length < candidates.length) timer = setTimeout(go, 0)
    }
    timer = setTimeout(go, 0)
    return () => clearTimeout(timer)
  }, [stage, moved, onto])
  return trying
}
