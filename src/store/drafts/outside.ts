import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Plan } from '../../reform/plan.ts'
import { substanceOf } from '../../reform/substance.ts'
import type { Client } from '../database.ts'
import type { PlanKey } from './draft.ts'
import { digestOf } from './keepable-text.ts'
import { readDraft, readVersion } from './read.ts'
import { readText } from './reading.ts'
import { moveTo, writeDraft, writeVersion } from './write.ts'

/** L35: a plan that says what another one says, which is in the approval chain here: a copy is no way around it. */
export const copiesOfOthers = async (client: Client, county: string, plan: Plan): Promise<Finding[]> => {
  const { rows } = await client.query<{ plan: string; text: string }>(
    `select v.plan_id as plan, v.text from draft d
     join draft_version v on v.county_id = d.county_id and v.plan_id = d.plan_id and v.version = d.version
     where d.county_id = $1 and d.plan_id <> $2 and d.state <> 'carried-out' and exists (
       select from draft_stage s where s.county_id = d.county_id and s.plan_id = d.plan_id)`,
    [county, plan.id],
  )
  const said = substanceOf({ ...plan, id: '' })
  return rows
    .filter((row) => {
      const other = readText(row.text, row.plan).plan
      return other !== undefined && substanceOf({ ...other, id: '' }) === said
    })
    .map((row) => copy(plan.id, row.plan))
}

/** Keeps the text of a plan that was recorded without the chain, so that the journal can be read beside it. */
export const keepText = async (
  client: Client,
  key: PlanKey,
  { text, author, at }: { readonly text: string; readonly author: string; readonly at: string },
): Promise<void> => {
  const draft = await readDraft(client, key)
  const next = { kind: 'recorded' as const, origin: null, text, note: '', author, at }
  if (draft === undefined) await writeDraft(client, key, { ...next, version: 1 })
  else if ((await readVersion(client, key, draft.version))?.digest !== digestOf(text))
    await writeVersion(client, key, { ...next, version: draft.version + 1 })
  await moveTo(client, key, { state: 'carried-out', at })
}

const copy = (plan: string, other: string): Finding => ({
  code: 'L35',
  severity: 'error',
  at: `plan:${plan}`,
  message: say(
    `本方案的内容与正在审批的方案“${other}”相同。`,
    `This plan says the same as “${other}”, which is in the approval chain here.`,
  ),
  remedy: say(`待“${other}”批准后，按批准的方案写入。`, `Have “${other}” approved, and apply that.`),
})
