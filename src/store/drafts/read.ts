import type { Client } from '../database.ts'
import type { Approval, Draft, DraftVersion, PlanKey, RecordedStage } from './draft.ts'

/** The version that counts now of every plan of a county, with its text, in the order of the plans' ids. */
export const latestVersions = async (
  client: Client,
  county: string,
): Promise<{ readonly plan: string; readonly version: number; readonly text: string }[]> => {
  const { rows } = await client.query(
    `select v.plan_id as plan, v.version, v.text from draft d
     join draft_version v on v.county_id = d.county_id and v.plan_id = d.plan_id and v.version = d.version
     where d.county_id = $1 order by d.plan_id collate "C"`,
    [county],
  )
  return rows as { plan: string; version: number; text: string }[]
}

/** The text that counts now of every plan of a county, by plan id. */
export const latestTexts = async (client: Client, county: string): Promise<Record<string, string>> =>
  Object.fromEntries((await latestVersions(client, county)).map(({ plan, text }) => [plan, text]))

const versionColumns = 'v.version, v.kind, v.origin, v.title, v.digest, v.author, v.note, v.at'
const draftColumns =
  'd.plan_id as plan, d.version, d.state, d.created_by as "createdBy", d.created_at as "createdAt"'

/** The plans of a county in the order of their ids, each with the version that counts now. */
export const readDrafts = async (
  client: Client,
  county: string,
): Promise<{ draft: Draft; latest: DraftVersion }[]> => {
  const { rows } = await client.query(
    `select row_to_json(x) as draft, row_to_json(y) as latest from draft d
     join draft_version v on v.county_id = d.county_id and v.plan_id = d.plan_id and v.version = d.version
     cross join lateral (select ${draftColumns}) x cross join lateral (select ${versionColumns}) y
     where d.county_id = $1 order by d.plan_id collate "C"`,
    [county],
  )
  return rows as unknown as { draft: Draft; latest: DraftVersion }[]
}

/** One plan; undefined when the county has none of this id. */
export const readDraft = async (client: Client, { county, plan }: PlanKey): Promise<Draft | undefined> => {
  const { rows } = await client.query(
    `select ${draftColumns} from draft d where d.county_id = $1 and d.plan_id = $2`,
    [county, plan],
  )
  return rows[0] as unknown as Draft | undefined
}

/** The versions of a plan, the newest first. */
export const readVersions = async (client: Client, { county, plan }: PlanKey): Promise<DraftVersion[]> => {
  const { rows } = await client.query(
    `select ${versionColumns} from draft_version v where v.county_id = $1 and v.plan_id = $2 order by v.version desc`,
    [county, plan],
  )
  return rows as unknown as DraftVersion[]
}

/** One version with its text, exactly as it was given; undefined when there is none of this number. */
export const readVersion = async (
  client: Client,
  { county, plan }: PlanKey,
  version: number,
): Promise<(DraftVersion & { readonly text: string }) | undefined> => {
  const { rows } = await client.query(
    `select ${versionColumns}, v.text from draft_version v
     where v.county_id = $1 and v.plan_id = $2 and v.version = $3`,
    [county, plan, version],
  )
  return rows[0] as unknown as (DraftVersion & { readonly text: string }) | undefined
}

/** Everything that was recorded of a plan's stages, in that order. */
export const readStages = async (client: Client, { county, plan }: PlanKey): Promise<RecordedStage[]> => {
  const { rows } = await client.query(
    `select stage_no as number, stage, version, document, held_on as "heldOn", recorded_by as "recordedBy", at,
       lapsed_at as "lapsedAt"
     from draft_stage where county_id = $1 and plan_id = $2 order by stage_no`,
    [county, plan],
  )
  return rows as unknown as RecordedStage[]
}

/** Every approval of a plan, in their order. */
export const readApprovals = async (client: Client, { county, plan }: PlanKey): Promise<Approval[]> => {
  const { rows } = await client.query(
    `select approval_no as number, version, plan_digest as "planDigest", register_digest as "registerDigest",
       rules_digest as "rulesDigest", base_seq as "baseSeq", base_hash as "baseHash", certificate ->> 'seal' as seal,
       document, held_on as "heldOn", approved_by as "approvedBy", at,
       case when withdrawn_at is not null then json_build_object('by', withdrawn_by, 'at', withdrawn_at,
         'because', withdrawn_because, 'byVersion', withdrawn_by_version) end as withdrawn,
       case when applied_at is not null then json_build_object('at', applied_at, 'from', applied_from,
         'to', applied_to) end as applied
     from approval where county_id = $1 and plan_id = $2 order by approval_no`,
    [county, plan],
  )
  return rows as unknown as Approval[]
}

/** The certificate that an approval binds, as it was made. */
export const readCertificate = async (
  client: Client,
  { county, plan }: PlanKey,
  approval: number,
): Promise<unknown> => {
  const { rows } = await client.query(
    'select certificate from approval where county_id = $1 and plan_id = $2 and approval_no = $3',
    [county, plan, approval],
  )
  return rows[0]?.certificate
}

/** The names of accounts that a county may meet, by the actor that records write (`account:…`). */
export const actorNames = async (
  client: Client,
  county: string,
  actors: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await client.query(
    `select 'account:' || account_id as actor, display_name as name from account
     where county_id in ($1, '-') and account_id = any ($2)`,
    [county, [...new Set(actors)].map((actor) => actor.replace(/^account:/, ''))],
  )
  return new Map(rows.map((row) => [row.actor as string, row.name as string]))
}
