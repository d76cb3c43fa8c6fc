import { blocks, type Finding, sorted } from '../../kernel/finding.ts'
import type { Text } from '../../kernel/text.ts'
import { type Draft, draftOf, frozen } from '../../register/register.ts'
import { provedFrom } from '../conservation.ts'
import type { WrittenLine } from '../editing/line-spans.ts'
import { expectationOf } from '../expectations.ts'
import { type Counters, countersOf } from '../impact.ts'
import { type OperationName, operationNamed } from '../operations/index.ts'
import type { Line, Plan } from '../plan.ts'
import type { Policy } from '../policy.ts'
import { judged, type Rehearsal } from '../rehearse.ts'
import type { World } from '../rule.ts'
import { amendmentTrials } from './amend.ts'
import { type Candidate, candidatesFor } from './candidates.ts'
import { freshFindings } from './fresh.ts'
import type { Pair } from './pair.ts'
import { unfit } from './unfit.ts'

/** The plan as it was rehearsed; a line tried on it is its last, on the last day on which it does something. */
export interface Stage {
  readonly plan: Plan
  readonly policy: Policy
  readonly rehearsal: Rehearsal
  /** The number that the line would have in the text. */
  readonly number: number
  /** A line as it is written in the text. */
  lineAt(number: number): WrittenLine | undefined
}

/** A counter that a line moves. */
export interface CounterMove {
  readonly id: keyof Counters | 'unplaced'
  readonly change: number
}

/** A line as it was tried: what it says, whether it can be done, and what it would come to. */
export interface Tried extends Candidate {
  /** The line of the plan that it takes the place of; a new one at the end when left out. */
  readonly amends?: number
  readonly op: OperationName
  readonly term: Text
  readonly sentence: Text
  /** Why it cannot be done; empty when it can. */
  readonly refusals: readonly Finding[]
  readonly counters: readonly CounterMove[]
  /** What the rules and the proof would have to say that they do not say now. */
  readonly findings: readonly Finding[]
}

/** Tries every line that can be written of two bodies: those that can be done and block nothing first. */
export const triedFor = (pair: Pair, stage: Stage): readonly Tried[] =>
  inOrder(trialsFor(pair, stage).map((trial) => trial()))

/** The trials one by one, so that a page can show the first while the others are still to come: new lines, then amended ones. */
export const trialsFor = (pair: Pair, stage: Stage): readonly (() => Tried)[] => {
  const trial = trialOn(stage)
  return [
    ...candidatesFor(pair, stage.rehearsal).map((each) => () => trial(each, unfit(each, pair))),
    ...amendmentTrials(pair, stage),
  ]
}

/** What blocks nothing first, then what would block, then what cannot be done. */
export const inOrder = (tried: readonly Tried[]): readonly Tried[] => {
  const rank = ({ refusals, findings, amends }: Tried) =>
    (refusals.length > 0 ? 4 : blocks(findings) ? 2 : 0) + (amends === undefined ? 1 : 0)
  return [...tried].sort((a, b) => rank(a) - rank(b))
}

/** Ready to try new lines. */
const trialOn = (stage: Stage): ((candidate: Candidate, refused?: readonly Finding[]) => Tried) => {
  const { plan, policy, rehearsal } = stage
  const { before, after, steps, moves, conservation } = rehearsal
  const was = judged({ before, after, plan, policy, steps, conservation })
  const wasCounters = countersOf(after)
  const on = lastDay(stage)
  return (candidate, refused = []) => {
    const { line, operation } = lineOf(candidate, stage, on)
    const draft = draftOf(after)
    const terms = { zh: operation.terms[0] ?? operation.name, en: operation.name }
    const told = {
      ...candidate,
      line: { ...candidate.line, ...(on > plan.effectiveOn ? { on } : {}) },
      op: operation.name,
      term: terms,
      sentence: operation.describe(line.fields, draft),
    }
    const refusals = [...refused, ...operation.check(line.fields, draft)].filter(
      ({ severity }) => severity === 'error',
    )
    if (refusals.length > 0) return { ...told, refusals, counters: [], findings: [] }
    const all = [...moves, ...operation.moves(line.fields, draft)]
    operation.apply(line.fields, draft as Draft, line.on)
    const then = frozen(draft)
    const longer = { ...plan, lines: [...plan.lines, line] }
    const proof = provedFrom(before, then, expectationOf(before, all))
    const world: World = {
      before,
      after: then,
      plan: longer,
      policy,
      steps: [...steps, { line, on: line.on, fields: line.fields }],
      conservation: proof,
    }
    return {
      ...told,
      refusals: [],
      counters: movesOf(wasCounters, countersOf(then), {
        was: conservation.counterExamples.length,
        is: proof.counterExamples.length,
      }),
      findings: sorted(freshFindings(was, judged(world))),
    }
  }
}

/** The counters that differ, in the order in which they are told. */
export const movesOf = (
  was: Counters,
  is: Counters,
  unplaced: { readonly was: number; readonly is: number },
): CounterMove[] => {
  const order: readonly (keyof Counters)[] = [
    'organs',
    'leadingPosts',
    'institutions',
    'posts',
    'nameplates',
    'seals',
    'people',
    'duties',
  ]
  return [
    ...order.map((id) => ({ id, change: is[id] - was[id] })),
    { id: 'unplaced' as const, change: unplaced.is - unplaced.was },
  ].filter(({ change }) => change !== 0)
}

const lastDay = ({ plan, rehearsal }: Stage) => rehearsal.steps.at(-1)?.on ?? plan.effectiveOn

const lineOf = ({ line: written }: Candidate, { plan, number }: Stage, on: Line['on']) => {
  const { op, ...given } = written
  const operation = operationNamed(op)
  if (operation === undefined) throw new Error(`no operation ${op}`)
  const fields = operation.fields.parse(given)
  const day = on > plan.effectiveOn ? on : plan.effectiveOn
  const line: Line = { number, operation, fields, on: day, place: { line: 0, column: 1 } }
  return { line, operation }
}
