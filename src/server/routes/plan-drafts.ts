import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { threeWay } from '../../reform/editing/three-way.ts'
import type { OpenDraft } from '../../store/drafts/opened.ts'
import { isRecorded, recordsOf, versionMoved } from '../../store/drafts/opened.ts'
import { readApprovals, readDrafts, readStages, readVersion } from '../../store/drafts/read.ts'
import { readText } from '../../store/drafts/reading.ts'
import { readReturns } from '../../store/drafts/returns.ts'
import { beginDraft, saveVersion } from '../../store/drafts/save.ts'
import { storedCounty } from '../../store/journal-store.ts'
import { actorOf } from '../kit/actor.ts'
import { badRequest, conflict, notFound, Refused } from '../kit/problem.ts'
import { command, ok, type Route, reading } from '../kit/route.ts'
import { countyParams, idShape } from '../kit/shapes.ts'
import {
  approvalView,
  doneOr422,
  headOf,
  namesFor,
  planOf,
  planToMove,
  returnView,
  stageView,
} from './plan-asked.ts'
import {
  listedPlanShape,
  noteShape,
  numberShape,
  planBodyLimit,
  planConflictShape,
  planParams,
  planShape,
  planText,
  savedShape,
} from './plan-shapes.ts'

const list = reading({
  path: '/api/counties/:county/plans',
  operation: 'read-plan',
  summary: say('方案一览', 'The plans of a county, and how far each has come'),
  tag: 'plans',
  params: countyParams,
  answers: {
    200: { description: 'The plans by id', schema: z.strictObject({ plans: z.array(listedPlanShape) }) },
  },
  handle: async ({ client, counties, params }) => {
    const county = await counties.current(client, params.county)
    if (county === undefined) throw new Refused(notFound)
    const drafts = await readDrafts(client, county.id)
    const named = await namesFor(
      client,
      county.id,
      drafts.map(({ latest }) => latest.author),
    )
    const plans = drafts.map(({ draft, latest }) => ({
      id: draft.plan,
      title: latest.title,
      version: draft.version,
      state: isRecorded(county, draft.plan) ? 'carried-out' : draft.state,
      digest: latest.digest,
      changedBy: named(latest.author),
      changedAt: latest.at,
      records: recordsOf(county, draft.plan),
    }))
    return ok({ plans })
  },
})

const create = command({
  method: 'POST',
  path: '/api/counties/:county/plans',
  operation: 'draft-plan',
  summary: say('新建方案', 'Begin a plan'),
  tag: 'plans',
  params: countyParams,
  bodyLimit: planBodyLimit,
  body: z.strictObject({ plan: idShape, text: planText, note: noteShape.optional() }).meta({
    id: 'PlanBegun',
    example: { plan: '2026-reform', text: 'sanding: 1\ntitle: 某县机构改革方案\n' },
  }),
  answers: {
    201: { description: 'Begun; what is still wrong with it is told, not refused', schema: savedShape },
  },
  handle: async ({ viewer, client, counties, params, body, now }) => {
    if ((await storedCounty(client, params.county, { lock: true })) === undefined) throw new Refused(notFound)
    const { plan, text, note = '' } = body
    const given = { county: params.county, plan, text, note, actor: actorOf(viewer), at: now }
    const { done, findings } = doneOr422(await beginDraft(client, counties, given))
    return {
      status: 201,
      body: { ...done, findings },
      headers: { etag: `"${done.version}"` },
      audit: {
        county: params.county,
        action: 'begin-plan',
        subject: `plan:${plan}`,
        detail: { version: done.version, digest: done.digest },
      },
    }
  },
})

const read = reading({
  path: '/api/counties/:county/plans/:plan',
  operation: 'read-plan',
  summary: say('方案的现行文本及其办理情况', 'A plan: the text that counts now, its stages and approvals'),
  tag: 'plans',
  params: planParams,
  answers: { 200: { description: 'The plan; its ETag is its version', schema: planShape } },
  handle: async (ask) => {
    const open = await planOf(ask)
    const { key, county, draft } = open
    const [stages, approvals] = [await readStages(ask.client, key), await readApprovals(ask.client, key)]
    const returns = await readReturns(ask.client, open)
    const latest = await readVersion(ask.client, key, draft.version)
    if (latest === undefined) throw new Refused(notFound)
    const named = await namesFor(ask.client, key.county, [
      ...stages.map(({ recordedBy }) => recordedBy),
      ...approvals.flatMap(({ approvedBy, withdrawn }) => [approvedBy, withdrawn?.by ?? '']),
      ...returns.flatMap(({ by, takenBack }) => [by, takenBack?.by ?? '']),
    ])
    const body = {
      id: key.plan,
      version: draft.version,
      title: latest.title,
      text: latest.text,
      digest: latest.digest,
      state: draft.state,
      findings: readText(latest.text, key.plan).findings,
      stages: stages.map((stage) => stageView(stage, named)),
      approvals: approvals.map((approval) => approvalView(approval, named)),
      returns: returns.map((each) => returnView(each, named)),
      records: recordsOf(county, key.plan),
      head: headOf(county),
    }
    return ok(body, { headers: { etag: `"${draft.version}"` } })
  },
})

const save = command({
  method: 'PUT',
  path: '/api/counties/:county/plans/:plan',
  operation: 'draft-plan',
  summary: say('保存新稿', 'Save the next version of a plan, drawn from the version that is named'),
  tag: 'plans',
  params: planParams,
  bodyLimit: planBodyLimit,
  body: z
    .strictObject({ version: numberShape, text: planText, note: noteShape.optional() })
    .meta({ id: 'PlanEdit', example: { version: 1, text: 'sanding: 1\n', note: '按会议意见修改' } }),
  answers: {
    200: { description: 'Saved; what is still wrong with it is told, not refused', schema: savedShape },
    409: { description: 'Drawn from another version: the three-way difference', schema: planConflictShape },
  },
  handle: async (ask) => {
    const { version, text, note = '' } = ask.body
    matching(ask.request.headers['if-match'], version)
    const open = await planToMove(ask)
    await refuseStale(ask.client, open, { version, text })
    const saving = {
      text,
      note,
      kind: 'written' as const,
      origin: null,
      actor: actorOf(ask.viewer),
      at: ask.now,
    }
    const { done, findings } = doneOr422(await saveVersion(ask.client, open, saving))
    const { key } = open
    const detail = { version: done.version, digest: done.digest, state: done.state }
    return ok(
      { ...done, findings },
      {
        headers: { etag: `"${done.version}"` },
        ...(done.isUnchanged
          ? {}
          : { audit: { county: key.county, action: 'save-plan', subject: `plan:${key.plan}`, detail } }),
      },
    )
  },
})

/** If-Match, when it is sent, says the same as the body. */
const matching = (header: string | undefined, version: number): void => {
  if (header === undefined || header === '*' || header === `"${version}"`) return
  throw new Refused(
    badRequest(say('If-Match 与 version 不一致。', 'If-Match and `version` name different versions.')),
  )
}

/** 409 with both texts and what they were drawn from; unless both are the same, and nothing is lost. */
const refuseStale = async (
  client: Parameters<typeof readVersion>[0],
  { key, draft }: OpenDraft,
  given: { readonly version: number; readonly text: string },
): Promise<void> => {
  if (given.version === draft.version) return
  const finding = versionMoved(key.plan, given.version, draft.version)
  const base = await readVersion(client, key, given.version)
  const theirs = await readVersion(client, key, draft.version)
  if (theirs?.text === given.text) return
  const detail = say('他人已保存新稿。', 'Somebody else has saved a further version.')
  if (base === undefined || theirs === undefined)
    throw new Refused(conflict(detail, [finding], { current: draft.version }))
  const { text: yours } = given
  const { isClean, merged, conflicts } = threeWay(base.text, theirs.text, yours)
  throw new Refused(
    conflict(detail, [finding], {
      current: draft.version,
      base: base.text,
      theirs: theirs.text,
      yours,
      isClean,
      merged,
      conflicts,
    }),
  )
}

/** 方案: begun, read and saved. */
export const planDraftRoutes: readonly Route[] = [list, create, read, save]
