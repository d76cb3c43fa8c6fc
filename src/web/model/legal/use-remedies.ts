import { useEffect, useMemo, useRef, useState } from 'react'
import type { Finding } from '../../../kernel/finding.ts'
import { proposalsFor, tried } from '../../../reform/remedies/index.ts'
import type { Proposal, Remedy, Trial, Ward } from '../../../reform/remedies/remedy.ts'
import type { Bench } from '../bench.ts'
import { idle } from '../idle.ts'
import { wardOf } from './ward.ts'

/** What is known of the remedies of a finding that was asked about. */
export interface Found {
  readonly remedies: readonly Remedy[]
  /** What would mend it, but at the price of something as severe. */
  readonly priced: readonly Remedy[]
  /** Edits still to be tried. */
  readonly left: number
}
type Known = ReadonlyMap<Finding, Found>

/** How long the page is left alone after an edit before remedies are tried, in ms; and for how many findings unasked. */
const pause = 700
const unasked = 6

/**
 * Tries remedies while the page has nothing else to do, one rehearsal at a time: for the first findings that ask for
 * something, and for those that somebody asks about. Whatever is under way is dropped when the plan changes.
 */
export const useRemedies = (bench: Bench, findings: readonly Finding[]) => {
  const [found, setFound] = useState<Known>(new Map())
  const trials = useRef<Trials>(undefined)
  const ward = useMemo(() => (bench.mayEdit ? wardOf(bench) : undefined), [bench])
  const { session } = bench
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew for each rehearsal, whatever else the bench tells
  useEffect(() => {
    setFound(new Map())
    if (ward === undefined) return undefined
    const own = trialsOf(ward, setFound)
    trials.current = own
    const timer = setTimeout(() => {
      for (const finding of findings.filter(({ severity }) => severity !== 'note').slice(0, unasked))
        own.ask(finding)
    }, pause)
    return () => {
      clearTimeout(timer)
      own.stop()
      trials.current = undefined
    }
  }, [session, ward === undefined])
  return { found, ask: (finding: Finding) => trials.current?.ask(finding) }
}

interface Trials {
  ask(finding: Finding): void
  stop(): void
}

/** A queue of edits to try over one plan. */
const trialsOf = (ward: Ward, tell: (change: (known: Known) => Known) => void): Trials => {
  const queue: (readonly [Finding, Proposal])[] = []
  let isAtWork = false
  let isStopped = false
  const work = () => {
    const next = isStopped ? undefined : queue.shift()
    isAtWork = next !== undefined
    if (next === undefined) return
    const [finding, proposal] = next
    const trial = tried(proposal, finding, ward)
    tell((known) => withOne(known, finding, trial))
    idle(work)
  }
  return {
    ask: (finding) => {
      const proposals = proposalsFor(finding, ward)
      queue.push(...proposals.map((proposal) => [finding, proposal] as const))
      tell((known) => new Map([...known, [finding, { remedies: [], priced: [], left: proposals.length }]]))
      if (isAtWork) return
      isAtWork = true
      idle(work)
    },
    stop: () => {
      isStopped = true
    },
  }
}

const withOne = (known: Known, finding: Finding, trial: Trial | undefined): Known => {
  const was = known.get(finding)
  if (was === undefined) return known
  const also = (list: readonly Remedy[], isOn: boolean | undefined) =>
    trial !== undefined && isOn ? [...list, trial] : list
  const remedies = also(was.remedies, trial?.isRemedy)
  const priced = also(was.priced, trial?.isGone === true && !trial.isRemedy)
  return new Map([...known, [finding, { remedies, priced, left: was.left - 1 }]])
}
