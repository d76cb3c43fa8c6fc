import { z } from 'zod'
import { holdsUnkeepable } from '../../kernel/keepable.ts'
import { stageNames } from '../../reform/plan.ts'
import { largestText } from '../../store/drafts/keepable-text.ts'
import { dayShape, findingShape, headShape, idShape, problemShape, textShape } from '../kit/shapes.ts'

/** Shapes of plans, their approval chain and what is rehearsed of them. */

export const planParams = z.strictObject({ county: idShape, plan: idShape })

/** The number of a version, an approval or a record. */
export const numberShape = z.int().min(0).max(1_000_000_000)

/** A line of text that is kept: a note, the number of a document, a reason. */
export const keptLine = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .refine((text) => !holdsUnkeepable(text), 'holds a character that cannot be kept')

export const noteShape = keptLine(0, 500)
export const documentShape = keptLine(1, 300)
export const reasonShape = keptLine(1, 500)

/** The text of a plan file, kept byte for byte; its bytes are counted when it is saved. */
export const planText = z.string().max(largestText)
/** Room for a text of 2 MiB with its escapes. */
export const planBodyLimit = 8 * 1024 * 1024

export const digestShape = z.string().regex(/^sha256:[0-9a-f]{64}$/)
const stateShape = z
  .enum(['drafted', 'initiated', 'argued', 'approved', 'carried-out', 'withdrawn'])
  .meta({ id: 'PlanState', description: '拟稿、已动议、已论证、已批准、已组织实施、批准已撤回' })
export const stageShape = z
  .enum(stageNames)
  .meta({ id: 'PlanStage', description: '动议、论证、审议决定、组织实施' })
export const actorShape = z
  .strictObject({ id: z.string(), name: z.string().nullable() })
  .meta({ id: 'Actor', description: 'Who did something; the name is that of the account today' })
const recordsShape = z
  .strictObject({ from: z.int(), to: z.int() })
  .meta({ id: 'JournalRange', description: 'Records of the journal, first and last' })

export const listedPlanShape = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    version: z.int(),
    state: stateShape,
    digest: digestShape,
    changedBy: actorShape,
    changedAt: z.string(),
    records: recordsShape.nullable(),
  })
  .meta({ id: 'ListedPlan' })

export const versionShape = z
  .strictObject({
    version: z.int(),
    kind: z.enum(['imported', 'written', 'restored', 'adopted', 'recorded']),
    origin: z.int().nullable(),
    title: z.string(),
    digest: digestShape,
    author: actorShape,
    note: z.string(),
    at: z.string(),
  })
  .meta({ id: 'PlanVersion', description: 'One version of a plan; it is never changed' })

export const versionTextShape = versionShape
  .extend({ text: z.string(), findings: z.array(findingShape) })
  .meta({ id: 'PlanVersionText', description: 'A version with its text, byte for byte' })

const recordedStageShape = z
  .strictObject({
    number: z.int(),
    stage: stageShape,
    version: z.int(),
    document: z.string(),
    heldOn: dayShape,
    recordedBy: actorShape,
    at: z.string(),
    lapsedAt: z.string().nullable(),
  })
  .meta({ id: 'PlanStageRecord' })

const approvalShape = z
  .strictObject({
    number: z.int(),
    version: z.int(),
    planDigest: digestShape,
    registerDigest: digestShape,
    rulesDigest: digestShape,
    seal: digestShape,
    head: headShape,
    document: z.string(),
    heldOn: dayShape,
    approvedBy: actorShape,
    at: z.string(),
    withdrawn: z
      .strictObject({
        by: actorShape,
        at: z.string(),
        because: z.string(),
        byVersion: z.int().nullable(),
      })
      .nullable(),
    applied: z.strictObject({ at: z.string(), from: z.int(), to: z.int() }).nullable(),
  })
  .meta({
    id: 'PlanApproval',
    description:
      '批准: the digests of plan, register and rules that it binds, and the head of the journal then',
  })

const returnShape = z
  .strictObject({
    number: z.int(),
    version: z.int(),
    because: z.string(),
    by: actorShape,
    at: z.string(),
    answeredBy: z.int().nullable(),
    takenBack: z.strictObject({ by: actorShape, at: z.string() }).nullable(),
  })
  .meta({
    id: 'PlanReturn',
    description:
      '退回: the comment that gave a version back, and the version that answered it; until then nobody approves',
  })

export const planShape = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    title: z.string(),
    text: z.string(),
    digest: digestShape,
    state: stateShape,
    findings: z.array(findingShape),
    stages: z.array(recordedStageShape),
    approvals: z.array(approvalShape),
    returns: z.array(returnShape),
    records: recordsShape.nullable(),
    head: headShape,
  })
  .meta({ id: 'Plan', description: 'A plan with the text that counts now, and how far it has come' })

export const savedShape = z
  .strictObject({
    version: z.int(),
    digest: digestShape,
    state: stateShape,
    isUnchanged: z.boolean(),
    findings: z.array(findingShape),
  })
  .meta({ id: 'PlanSaved' })

const mergeConflictShape = z
  .strictObject({ at: z.int(), base: z.string(), theirs: z.string(), yours: z.string() })
  .meta({
    id: 'MergeConflict',
    description: 'Lines that both changed; `at` is the first of them in the base',
  })
export const planConflictShape = problemShape
  .extend({
    current: z.int().optional(),
    base: z.string().optional(),
    theirs: z.string().optional(),
    yours: z.string().optional(),
    isClean: z.boolean().optional(),
    merged: z.string().nullable().optional(),
    conflicts: z.array(mergeConflictShape).optional(),
  })
  .meta({
    id: 'PlanConflict',
    description:
      'Somebody saved a further version: what both were drawn from, the two texts, and their merger',
  })

export const movedShape = z
  .strictObject({ state: stateShape, findings: z.array(findingShape) })
  .meta({ id: 'PlanMoved' })

export const approvedShape = z
  .strictObject({
    approval: z.int(),
    state: stateShape,
    planDigest: digestShape,
    registerDigest: digestShape,
    rulesDigest: digestShape,
    seal: digestShape,
    head: headShape,
    findings: z.array(findingShape),
  })
  .meta({ id: 'PlanApproved', description: 'What was approved, exactly; a printed form may quote it' })

export const appliedShape = z
  .strictObject({
    approval: z.int(),
    state: stateShape,
    from: z.int(),
    to: z.int(),
    recordedAt: z.string(),
    head: headShape,
    findings: z.array(findingShape),
  })
  .meta({ id: 'PlanApplied' })

const figureChange = z
  .strictObject({
    id: z.string(),
    label: textShape,
    unit: z.string(),
    before: z.number().nullable(),
    after: z.number().nullable(),
  })
  .meta({ id: 'FigureChange', description: 'A figure of the ledger without the plan and with it' })
const countersShape = z.record(z.string(), z.number()).meta({ id: 'Counters' })
export const rehearsalShape = z
  .strictObject({
    plan: z.string(),
    version: z.int().nullable(),
    head: headShape,
    planDigest: digestShape.nullable(),
    registerDigest: digestShape.nullable(),
    rulesDigest: digestShape.nullable(),
    isBlocked: z.boolean(),
    findings: z.array(findingShape),
    impact: z
      .strictObject({
        before: countersShape,
        after: countersShape,
        units: z.array(z.looseObject({ unit: z.string() })),
      })
      .nullable(),
    figures: z.array(figureChange),
    conservation: z
      .strictObject({
        holds: z.boolean(),
        balances: z.array(z.looseObject({ table: z.string() })),
        counterExamples: z.array(findingShape),
      })
      .nullable(),
  })
  .meta({ id: 'PlanRehearsal', description: '预演: what the plan would do to the register of now' })

const driftEntry = z
  .strictObject({
    seq: z.int(),
    effectiveOn: dayShape,
    operation: z.string(),
    sentence: textShape,
    authority: z.string(),
    plan: z.string().nullable(),
    corrects: z.int().nullable(),
    isUnderPlan: z.boolean(),
  })
  .meta({
    id: 'DriftEntry',
    description: 'A record since the approval; `isUnderPlan` when it takes effect before the plan',
  })
const pairOfDigests = z.strictObject({ approved: z.string(), now: z.string() })
export const driftShape = z
  .strictObject({
    approval: z.int().nullable(),
    isDrifted: z.boolean(),
    head: headShape,
    register: pairOfDigests.nullable(),
    rules: pairOfDigests.nullable(),
    changes: z.record(
      z.string(),
      z.strictObject({
        added: z.array(z.looseObject({})),
        changed: z.array(z.looseObject({ id: z.string() })),
        removed: z.array(z.looseObject({})),
      }),
    ),
    entries: z.array(driftEntry),
    entryCount: z.int(),
    findings: z.strictObject({ approved: z.array(findingShape), now: z.array(findingShape) }).nullable(),
  })
  .meta({
    id: 'PlanDrift',
    description: '偏离: what has moved since the approval, and what that does to the plan',
  })
