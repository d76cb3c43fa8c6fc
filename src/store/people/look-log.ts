import type { Client } from '../database.ts'

/** What is done with a person's file, as the audit calls it. */
export const fileActs = [
  'find-person',
  'reveal-person',
  'correct-person',
  'export-person',
  'erase-person',
  'reopen-person',
] as const
export type FileAct = (typeof fileActs)[number]

/** One record of the audit that is about a person's file. */
export interface Look {
  readonly seq: number
  readonly at: string
  readonly actor: string
  /** The name of the account now, when it is kept by the county or the installation. */
  readonly actorName: string | null
  readonly act: FileAct
  readonly columns: readonly string[]
  readonly purpose: string | null
  readonly document: string | null
}

const most = 500

/** Who looked at a person's file or changed it, newest first, at most 500: read off the audit, whose chain seals it. */
export const looksAt = async (client: Client, county: string, person: string): Promise<Look[]> => {
  const { rows } = await client.query(
    `select seq, at, actor, action as act, detail,
       (select display_name from account a where a.county_id in ($1, '-') and 'account:' || a.account_id = audit.actor
        order by a.county_id = $1 desc limit 1) as "actorName"
     from audit where county_id = $1 and subject = $2 and action = any ($3) order by seq desc limit ${most}`,
    [county, subjectOf(person), fileActs],
  )
  return rows.map(({ seq, at, actor, actorName, act, detail }) => ({
    seq,
    at,
    actor,
    actorName,
    act,
    columns: detail.columns ?? [],
    purpose: detail.purpose ?? null,
    document: detail.document ?? null,
  }))
}

/** What the audit calls a person. */
export const subjectOf = (person: string): string => `person:${person}`
