import { z } from 'zod'
import { blocks, sorted } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { accountOf } from '../../ledger/account.ts'
import type { Admission } from '../../reform/admission.ts'
import { changesAsJson } from '../../reform/changes.ts'
import { registerAt } from '../../reform/history.ts'
import { impactOf } from '../../reform/impact.ts'
import type { Plan } from '../../reform/plan.ts'
import type { CurrentCounty } from '../../store/current.ts'
import { adopt } from '../../store/drafts/adopt.ts'
import type { RecordedStage } from '../../store/drafts/draft.ts'
import { driftOf } from '../../store/drafts/drift.ts'
import { recordsOf, wholePlan } from '../../store/drafts/opened.ts'
import { readApprovals, readVersion } from '../../store/drafts/read.ts'
import { readText } from '../../store/drafts/reading.ts'
import {
  type FiguredRehearsal,
  firstDayOf,
  manifestOf,
  policyOn,
  rehearsedNow,
  rehearsedOver,
} from '../../store/drafts/rehearsed.ts'
import { standingStages, withRecorded } from '../../store/drafts/stages.ts'
import { lately } from '../../store/lately.ts'
import { actorOf } from '../kit/actor.ts'
import { notFound, Refused } from '../kit/problem.ts'
import { command, ok, type Route, reading, stepwise } from '../kit/route.ts'
import { countyParams, idShape, wholeShape } from '../kit/shapes.ts'
import { doneOr422, headOf, planOf, planToMove } from './plan-asked.ts'
import {
  digestShape,
  driftShape,
  noteShape,
  numberShape,
  planBodyLimit,
  planConflictShape,
  planParams,
  planText,
  rehearsalShape,
  savedShape,
} from './plan-shapes.ts'

const rehearseVersion = reading({
  path: '/api/counties/:county/plans/:plan/rehearsal',
  operation: 'rehearse-plan',
  summary: say(
    '按现在的台账预演方案；已写入的，按写入之前的台账',
    'Rehearse a plan over the register of now; one that is recorded, over the register that it was recorded over',
  ),
  tag: 'plans',
  params: planParams,
  query: z.strictObject({ version: wholeShape.optional() }),
  answers: { 200: { description: 'What it would do', schema: rehearsalShape } },
  handle: async (ask) => {
    const { key, county, draft } = await planOf(ask)
    const number = Number(ask.query.version ?? draft.version)
    const version = number > draft.version ? undefined : await readVersion(ask.client, key, number)
    if (version === undefined) throw new Refused(notFound)
    const stages = number === draft.version ? await standingStages(ask.client, key) : []
    const asked = { id: key.plan, text: version.text, version: number, stages }
    const said = [county.id, county.head.hash, key.plan, version.digest, number, JSON.stringify(stages)].join(
      ' ',
    )
    return ok(rehearsals(said, () => rehearsalOf(county, asked)))
  },
})

/** A version over the same journal always rehearses alike: it is done once, however many look at it. */
const rehearsals = lately<ReturnType<typeof rehearsalOf>>(64)

const rehearseText = stepwise({
  method: 'POST',
  path: '/api/counties/:county/rehearsals',
  operation: 'rehearse-plan',
  summary: say('预演一份没有保存的文本', 'Rehearse a text that is not saved; nothing is written'),
  tag: 'plans',
  params: countyParams,
  bodyLimit: planBodyLimit,
  worksReadOnly: true,
  body: z
    .strictObject({ plan: idShape.optional(), text: planText })
    .meta({ id: 'PlanToRehearse', example: { text: 'sanding: 1\ntitle: 某县机构改革方案\n' } }),
  answers: { 200: { description: 'What it would do', schema: rehearsalShape } },
  handle: async ({ client, counties, params, body }) => {
    const county = await counties.current(client, params.county)
    if (county === undefined) throw new Refused(notFound)
    return ok(rehearsalOf(county, { id: body.plan ?? 'text', text: body.text, version: null, stages: [] }))
  },
})

interface TextToRehearse {
  readonly id: string
  readonly text: string
  readonly version: number | null
  /** What is on record of its stages. */
  readonly stages: readonly RecordedStage[]
}

/** A rehearsal as it is sent; a text that makes no plan has only its findings. */
const rehearsalOf = (county: CurrentCounty, { id, text, version, stages }: TextToRehearse) => {
  const { plan: written, findings } = readText(text, id)
  const plan = written && withRecorded(written, stages)
  const head = headOf(county)
  const nothing = { impact: null, conservation: null, figures: [] }
  const digests = { planDigest: plan?.digest ?? null, registerDigest: null, rulesDigest: null }
  if (plan === undefined)
    return { plan: id, version, head, ...digests, isBlocked: true, findings: sorted(findings), ...nothing }
  const { rehearsal, before, ...found } = admissionOf(county, plan)
  const all = sorted([...findings, ...found.findings])
  return {
    plan: id,
    version,
    head,
    planDigest: plan.digest,
    registerDigest: manifestOf(county, before).digest,
    rulesDigest: policyOn(county.policies, plan.effectiveOn).digest,
    isBlocked: blocks(all),
    findings: all,
    impact: rehearsal === undefined ? null : impactOf(rehearsal.before, rehearsal.after),
    figures: rehearsal === undefined ? [] : figureChanges(county, plan, rehearsal),
    conservation:
      rehearsal === undefined
        ? null
        : {
            holds: rehearsal.conservation.holds,
            balances: rehearsal.conservation.balances,
            counterExamples: rehearsal.conservation.counterExamples.map(({ finding }) => finding),
          },
  }
}

/** The rehearsal where the plan belongs in the history, and that of a plan which is part of it where it was recorded. */
const admissionOf = (
  county: CurrentCounty,
  plan: Plan,
): Pick<Admission<FiguredRehearsal>, 'before' | 'rehearsal' | 'findings'> => {
  const records = recordsOf(county, plan.id)
  if (records === null) return rehearsedNow(county, plan, { withFigures: true })
  const before = registerAt(county.history, firstDayOf(plan), records.from - 1)
  const rehearsal = rehearsedOver(county, plan, { register: before, withFigures: true })
  return { before, rehearsal, findings: rehearsal.findings }
}

/** Every figure of the ledger with the plan, beside what it is when nothing is done. */
const figureChanges = (county: CurrentCounty, plan: Plan, rehearsal: FiguredRehearsal) => {
  const { opening, policies } = county
  const still: Plan = { ...plan, lines: [], expect: [] }
  const over = { ...opening, register: rehearsal.before }
  const unchanged = accountOf(over, still, policyOn(policies, plan.effectiveOn)).figures
  const before = new Map(unchanged.map(({ id, computed }) => [id, computed]))
  return (rehearsal.figures ?? []).map(({ id, label, unit, computed }) => ({
    id,
    label,
    unit,
    before: before.get(id) ?? null,
    after: computed ?? null,
  }))
}

/** So many records are told as sentences; how many there are is told as well. */
const mostEntries = 200

const drift = reading({
  path: '/api/counties/:county/plans/:plan/drift',
  operation: 'read-plan',
  summary: say('批准以来的变动', 'What has moved since a plan was approved'),
  tag: 'plans',
  params: planParams,
  answers: {
    200: { description: 'The difference; `approval` is null when none is in force', schema: driftShape },
  },
  handle: async (ask) => {
    const { key, county } = await planOf(ask)
    const approval = (await readApprovals(ask.client, key)).at(-1)
    const isInForce = approval !== undefined && approval.withdrawn === null && approval.applied === null
    const version = isInForce ? await readVersion(ask.client, key, approval.version) : undefined
    const read = version && wholePlan(version.text, key.plan)
    const nothing = { register: null, rules: null, changes: {}, entries: [], entryCount: 0, findings: null }
    if (!isInForce || read === undefined || 'refused' in read)
      return ok({ approval: null, isDrifted: false, head: headOf(county), ...nothing })
    const { changes, ...found } = driftOf(county, read.plan, { approval, most: mostEntries })
    return ok({
      approval: approval.number,
      head: headOf(county),
      ...found,
      changes: changesAsJson(changes),
    })
  },
})

const adoption = command({
  method: 'POST',
  path: '/api/counties/:county/plans/:plan/adoption',
  operation: 'adopt-drift',
  summary: say(
    '采纳变动：方案改以现在的台账为依据',
    'Adopt what has moved: the plan is drawn for the register of now, and argued anew',
  ),
  tag: 'plans',
  params: planParams,
  body: z
    .strictObject({ upTo: numberShape, note: noteShape.optional() })
    .meta({ id: 'PlanAdoption', example: { upTo: 12, note: '已核对乡镇调整' } }),
  answers: {
    200: {
      description: 'A further version, drawn for the register of now',
      schema: savedShape.extend({ registerDigest: digestShape }).meta({ id: 'PlanAdopted' }),
    },
    409: { description: 'The journal has come further', schema: planConflictShape },
  },
  handle: async (ask) => {
    const { upTo, note = '' } = ask.body
    const open = await planToMove(ask)
    const adopting = { upTo, note, actor: actorOf(ask.viewer), at: ask.now }
    const { done, findings } = doneOr422(await adopt(ask.client, open, adopting))
    const { version, digest, state, registerDigest } = done
    return ok(
      { ...done, findings },
      {
        headers: { etag: `"${version}"` },
        audit: {
          county: open.key.county,
          action: 'adopt-drift',
          subject: `plan:${open.key.plan}`,
          detail: { version, digest, upTo, registerDigest, state },
        },
      },
    )
  },
})

/** 预演和变动: what a plan would do now, and what has moved since it was approved. */
export const planRehearsalRoutes: readonly Route[] = [rehearseVersion, rehearseText, drift, adoption]
