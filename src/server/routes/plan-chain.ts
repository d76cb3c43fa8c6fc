import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { applyPlanIn } from '../../store/apply-plan.ts'
import { approve, withdraw } from '../../store/drafts/approve.ts'
import { journalMoved, type OpenDraft, wholePlan } from '../../store/drafts/opened.ts'
import { readApprovals, readVersion } from '../../store/drafts/read.ts'
import { recordStage } from '../../store/drafts/stages.ts'
import { actorOf } from '../kit/actor.ts'
import { blocked, conflict, notFound, Refused } from '../kit/problem.ts'
import { type Answer, command, ok, type Route } from '../kit/route.ts'
import { dayShape } from '../kit/shapes.ts'
import { doneOr422, forVersion, planToMove } from './plan-asked.ts'
import {
  appliedShape,
  approvedShape,
  documentShape,
  movedShape,
  numberShape,
  planConflictShape,
  planParams,
  reasonShape,
  stageShape,
} from './plan-shapes.ts'

const moved = { description: 'The plan or the journal has moved on', schema: planConflictShape }

/** What the audit keeps of a step of the chain: numbers and digests. */
const noted = ({ key }: OpenDraft, action: string, detail: object): Pick<Answer, 'audit'> => ({
  audit: { county: key.county, action, subject: `plan:${key.plan}`, detail },
})

const stage = command({
  method: 'POST',
  path: '/api/counties/:county/plans/:plan/stages',
  operation: 'record-stage',
  summary: say('记录动议或论证', 'Record that a plan was initiated or argued, by document and day'),
  tag: 'plans',
  params: planParams,
  body: z
    .strictObject({ stage: stageShape, version: numberShape, document: documentShape, heldOn: dayShape })
    .meta({
      id: 'PlanStageGiven',
      example: {
        stage: 'initiation',
        version: 1,
        document: '县委编委会议纪要〔2026〕1号（示例）',
        heldOn: '2026-01-15',
      },
    }),
  answers: { 201: { description: 'On record', schema: movedShape }, 409: moved },
  handle: async (ask) => {
    const { version, ...given } = ask.body
    const open = await planToMove(ask)
    forVersion(open, version)
    const doing = { actor: actorOf(ask.viewer), at: ask.now }
    const { done, findings } = doneOr422(await recordStage(ask.client, open, { ...given, ...doing }))
    const detail = { stage: given.stage, number: done.number, version, heldOn: given.heldOn }
    return { status: 201, body: { state: done.state, findings }, ...noted(open, 'record-stage', detail) }
  },
})

const give = command({
  method: 'POST',
  path: '/api/counties/:county/plans/:plan/approval',
  operation: 'approve-plan',
  summary: say(
    '批准方案（审议决定）',
    'Approve a plan: its text over the register of now, under the rules of now',
  ),
  tag: 'plans',
  params: planParams,
  body: z
    .strictObject({
      version: numberShape,
      document: documentShape,
      heldOn: dayShape,
      expectSeq: numberShape.optional(),
    })
    .meta({
      id: 'PlanApprovalGiven',
      example: { version: 1, document: '县委编委会议纪要〔2026〕3号（示例）', heldOn: '2026-02-10' },
    }),
  answers: { 201: { description: 'Approved', schema: approvedShape }, 409: moved },
  handle: async (ask) => {
    const { version, expectSeq, document, heldOn } = ask.body
    const open = await planToMove(ask)
    forVersion(open, version)
    refuseMoved(open, expectSeq)
    const deciding = { document, heldOn, actor: actorOf(ask.viewer), at: ask.now }
    const { done, findings } = doneOr422(await approve(ask.client, open, deciding))
    const { number: approval, state, ...bound } = done
    const { planDigest, registerDigest, rulesDigest, seal } = bound
    const detail = { approval, version, planDigest, registerDigest, rulesDigest, seal, seq: bound.head.seq }
    return {
      status: 201,
      body: { approval, state, ...bound, findings },
      ...noted(open, 'approve-plan', detail),
    }
  },
})

const takeBack = command({
  method: 'DELETE',
  path: '/api/counties/:county/plans/:plan/approval',
  operation: 'withdraw-approval',
  summary: say('撤回批准', 'Withdraw the approval of a plan that is not carried out yet'),
  tag: 'plans',
  params: planParams,
  body: z
    .strictObject({ because: reasonShape })
    .meta({ id: 'PlanApprovalWithdrawn', example: { because: '上级文件有新要求' } }),
  answers: { 200: { description: 'Withdrawn; the plan has to be argued anew', schema: movedShape } },
  handle: async (ask) => {
    const open = await planToMove(ask)
    const doing = { because: ask.body.because, actor: actorOf(ask.viewer), at: ask.now }
    const { done, findings } = doneOr422(await withdraw(ask.client, open, doing))
    return ok({ state: done.state, findings }, noted(open, 'withdraw-approval', { approval: done.approval }))
  },
})

const carryOut = command({
  method: 'POST',
  path: '/api/counties/:county/plans/:plan/application',
  operation: 'apply-plan',
  summary: say('写入台账（组织实施）', 'Record in the journal exactly what was approved, or nothing'),
  tag: 'plans',
  params: planParams,
  body: z
    .strictObject({ approval: numberShape, expectSeq: numberShape.optional() })
    .meta({ id: 'PlanApplication', example: { approval: 1 } }),
  answers: { 201: { description: 'In the journal', schema: appliedShape }, 409: moved },
  handle: async (ask) => {
    const open = await planToMove(ask)
    const { key } = open
    refuseMoved(open, ask.body.expectSeq)
    const approval = (await readApprovals(ask.client, key)).find(({ number }) => number === ask.body.approval)
    const version = approval && (await readVersion(ask.client, key, approval.version))
    if (version === undefined) throw new Refused(notFound)
    const read = wholePlan(version.text, key.plan)
    if ('refused' in read) throw new Refused(blocked(read.refused))
    // The store holds the plan against the approval in force, and writes the audit record of an application itself.
    const { applied, findings } = await applyPlanIn(ask.client, ask.counties, {
      county: key.county,
      plan: read.plan,
      actor: actorOf(ask.viewer),
      approval: ask.body.approval,
    })
    if (applied === null) throw new Refused(blocked(findings))
    const { from, to, recordedAt, head } = applied
    const body = { approval: ask.body.approval, state: 'carried-out', from, to, recordedAt, head, findings }
    return { status: 201, body }
  },
})

const refuseMoved = ({ key, county }: OpenDraft, expected: number | undefined): void => {
  if (expected === undefined || expected === county.head.seq) return
  throw new Refused(
    conflict(say('台账已有变动。', 'The county has moved on.'), [
      journalMoved(key.county, expected, county.head.seq),
    ]),
  )
}

/** 审批程序: 动议、论证、审议决定（批准、撤回）、组织实施. */
export const planChainRoutes: readonly Route[] = [stage, give, takeBack, carryOut]
