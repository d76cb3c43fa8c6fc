import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import type { DraftState } from '../../reform/approval-chain.ts'
import { stateTerms } from '../../reform/approval-chain.ts'
import { stageNames } from '../../reform/plan.ts'
import { type Answered, findings, getJson, send, text } from './ask.ts'

/** The plans of a county on their way: versions, stages, approval, what has moved since. */

const actor = z.object({ id: z.string(), name: z.string().nullable() })
const state = z.custom<DraftState>((value) => typeof value === 'string' && Object.hasOwn(stateTerms, value))
const records = z.object({ from: z.number(), to: z.number() }).nullable()
const day = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== undefined)

const listedShape = z.object({
  id: z.string(),
  title: z.string(),
  version: z.number(),
  state,
  changedBy: actor,
  changedAt: z.string(),
  records,
})
const planShape = z.object({
  id: z.string(),
  version: z.number(),
  title: z.string(),
  text: z.string(),
  digest: z.string(),
  state,
  findings,
  stages: z.array(
    z.object({
      number: z.number(),
      stage: z.enum(stageNames),
      version: z.number(),
      document: z.string(),
      heldOn: day,
      recordedBy: actor,
      lapsedAt: z.string().nullable(),
    }),
  ),
  approvals: z.array(
    z.object({
      number: z.number(),
      version: z.number(),
      seal: z.string(),
      document: z.string(),
      heldOn: day,
      approvedBy: actor,
      withdrawn: z.object({ by: actor, at: z.string(), because: z.string() }).nullable(),
      applied: z.object({ at: z.string(), from: z.number(), to: z.number() }).nullable(),
    }),
  ),
  returns: z.array(
    z.object({
      number: z.number(),
      version: z.number(),
      because: z.string(),
      by: actor,
      at: z.string(),
      answeredBy: z.number().nullable(),
      takenBack: z.object({ by: actor, at: z.string() }).nullable(),
    }),
  ),
  records,
  head: z.object({ seq: z.number(), hash: z.string() }),
})
const versionsShape = z.object({
  versions: z.array(
    z.object({
      version: z.number(),
      kind: z.enum(['imported', 'written', 'restored', 'adopted', 'recorded']),
      digest: z.string(),
      author: actor,
      note: z.string(),
      at: z.string(),
    }),
  ),
})
const driftShape = z.object({
  approval: z.number().nullable(),
  isDrifted: z.boolean(),
  head: z.object({ seq: z.number() }),
  entries: z.array(z.object({ seq: z.number(), effectiveOn: day, sentence: text, authority: z.string() })),
  entryCount: z.number(),
  findings: z.object({ now: findings }).nullable(),
})
const rehearsalShape = z.object({ isBlocked: z.boolean(), findings })

export type ListedPlan = z.output<typeof listedShape>
export type KeptPlan = z.output<typeof planShape>
export type PlanVersions = z.output<typeof versionsShape>['versions']
export type Drift = z.output<typeof driftShape>
export type Rehearsed = z.output<typeof rehearsalShape>

const plansOf = (county: string): string => `api/counties/${encodeURIComponent(county)}/plans`

export const fetchPlans = async (county: string, signal: AbortSignal): Promise<ListedPlan[]> =>
  (await getJson(z.object({ plans: z.array(listedShape) }), plansOf(county), signal)).plans

/** A plan with its versions and with what has moved since it was approved. */
export interface PlanFile {
  readonly plan: KeptPlan
  readonly versions: PlanVersions
  readonly drift: Drift
}

export const fetchPlan = async (county: string, id: string, signal: AbortSignal): Promise<PlanFile> => {
  const path = `${plansOf(county)}/${encodeURIComponent(id)}`
  const [plan, { versions }, drift] = await Promise.all([
    getJson(planShape, path, signal),
    getJson(versionsShape, `${path}/versions`, signal),
    getJson(driftShape, `${path}/drift`, signal),
  ])
  return { plan, versions, drift }
}

/** The approval that stands: neither withdrawn nor carried out. */
export const approvalInForce = ({ approvals }: KeptPlan): KeptPlan['approvals'][number] | undefined =>
  approvals.find(({ withdrawn, applied }) => withdrawn === null && applied === null)

/** The returns of the version of now that nobody has answered or taken back: they keep it from being approved. */
export const standingReturns = ({ returns, version }: KeptPlan): KeptPlan['returns'] =>
  returns.filter((each) => each.version === version && each.takenBack === null)

/** A county and a plan of it. */
export interface PlanKey {
  readonly county: string
  readonly plan: string
}
const at = ({ county, plan }: PlanKey, rest: string) =>
  `${plansOf(county)}/${encodeURIComponent(plan)}/${rest}`

export const rehearse = (plan: PlanKey, signal: AbortSignal): Promise<Rehearsed> =>
  getJson(rehearsalShape, at(plan, 'rehearsal'), signal)

type Sent = Promise<Answered<unknown>>
const command = (method: 'POST' | 'DELETE', path: string, key: string, body: unknown): Sent =>
  send(z.unknown(), { method, path, body, key })

/** A document and the day it was decided on, for the version that was looked at. */
export interface Recorded {
  readonly version: number
  readonly document: string
  readonly heldOn: string
}
export const recordStage = (
  key: string,
  plan: PlanKey,
  body: Recorded & { readonly stage: 'initiation' | 'argument' },
): Sent => command('POST', at(plan, 'stages'), key, body)

export const approvePlan = (
  key: string,
  plan: PlanKey,
  body: Recorded & { readonly expectSeq: number },
): Sent => command('POST', at(plan, 'approval'), key, body)

/** Gives the version of now back to the planner, with the reason. */
export const returnPlan = (
  key: string,
  plan: PlanKey,
  body: { readonly version: number; readonly text: string },
): Sent => command('POST', at(plan, 'returns'), key, body)

export const withdrawApproval = (key: string, plan: PlanKey, because: string): Sent =>
  command('DELETE', at(plan, 'approval'), key, { because })

export const carryOutPlan = (
  key: string,
  plan: PlanKey,
  body: { readonly approval: number; readonly expectSeq: number },
): Sent => command('POST', at(plan, 'application'), key, body)

export const adoptDrift = (
  key: string,
  plan: PlanKey,
  body: { readonly upTo: number; readonly note: string },
): Sent => command('POST', at(plan, 'adoption'), key, body)
