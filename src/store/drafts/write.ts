import { type DraftState, standing } from '../../reform/approval-chain.ts'
import type { Client } from '../database.ts'
import type { PlanKey, RecordedStage, VersionKind } from './draft.ts'
import { titleOf } from './import.ts'
import { digestOf } from './keepable-text.ts'

/** A version that is to be written. */
export interface NewVersion {
  readonly version: number
  readonly kind: VersionKind
  readonly origin: number | null
  readonly text: string
  readonly note: string
  readonly author: string
  readonly at: string
}

/** A plan begins, with its first version. */
export const writeDraft = async (client: Client, key: PlanKey, first: NewVersion): Promise<void> => {
  await client.query(
    'insert into draft (county_id, plan_id, version, created_by, created_at) values ($1, $2, $3, $4, $5)',
    [key.county, key.plan, first.version, first.author, first.at],
  )
  await insertVersion(client, key, first)
}

/** A further version becomes the one that counts. */
export const writeVersion = async (client: Client, key: PlanKey, next: NewVersion): Promise<void> => {
  await insertVersion(client, key, next)
  await client.query('update draft set version = $3 where county_id = $1 and plan_id = $2', [
    key.county,
    key.plan,
    next.version,
  ])
}

const insertVersion = async (client: Client, { county, plan }: PlanKey, given: NewVersion): Promise<void> => {
  const { version, kind, origin, text, author, note, at } = given
  await client.query(
    `insert into draft_version (county_id, plan_id, version, kind, origin, title, text, digest, author, note, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [county, plan, version, kind, origin, titleOf(plan, text), text, digestOf(text), author, note, at],
  )
}

/** Records a stage behind those that are on record. */
export const writeStage = async (
  client: Client,
  { county, plan }: PlanKey,
  stage: Omit<RecordedStage, 'number' | 'lapsedAt'>,
): Promise<number> => {
  const { rows } = await client.query(
    `insert into draft_stage (county_id, plan_id, stage_no, stage, version, document, held_on, recorded_by, at)
     select $1, $2, coalesce(max(stage_no), 0) + 1, $3, $4, $5, $6, $7, $8 from draft_stage
     where county_id = $1 and plan_id = $2 returning stage_no`,
    [county, plan, stage.stage, stage.version, stage.document, stage.heldOn, stage.recordedBy, stage.at],
  )
  return rows[0]?.stage_no as number
}

/** Where a plan goes, and why when that takes something back. */
interface Going {
  readonly state: DraftState
  readonly at: string
  readonly lapse?: { readonly by: string; readonly because: string; readonly byVersion: number | null }
}

/** Moves a plan to a state: stages that do not stand in it lapse, and so does an approval that is not carried out. */
export const moveTo = async (
  client: Client,
  { county, plan }: PlanKey,
  { state, at, lapse }: Going,
): Promise<void> => {
  await client.query('update draft set state = $3 where county_id = $1 and plan_id = $2', [
    county,
    plan,
    state,
  ])
  await client.query(
    `update draft_stage set lapsed_at = $3
     where county_id = $1 and plan_id = $2 and lapsed_at is null and not stage = any ($4)`,
    [county, plan, at, standing[state]],
  )
  if (lapse !== undefined)
    await client.query(
      `update approval set withdrawn_at = $3, withdrawn_by = $4, withdrawn_because = $5, withdrawn_by_version = $6
       where county_id = $1 and plan_id = $2 and withdrawn_at is null and applied_at is null`,
      [county, plan, at, lapse.by, lapse.because, lapse.byVersion],
    )
}
