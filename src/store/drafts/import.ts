import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Client } from '../database.ts'
import { digestOf } from './keepable-text.ts'
import { readText } from './reading.ts'

/** Who imports, and when by the database's clock. */
interface Importing {
  readonly county: string
  readonly actor: string
  readonly at: string
}

/** Plan files of a county folder become drafts: version 1, its author whoever imports the county. */
export const importDrafts = async (
  client: Client,
  plans: Readonly<Record<string, string>>,
  { county, actor, at }: Importing,
): Promise<void> => {
  const named = Object.entries(plans).filter(([plan]) => isId(plan))
  const rows = named.map(([plan, text]) => ({
    plan,
    text,
    title: titleOf(plan, text),
    digest: digestOf(text),
  }))
  if (rows.length === 0) return
  const given = 'jsonb_to_recordset($2::jsonb) as given (plan text, title text, text text, digest text)'
  const values = [county, JSON.stringify(rows), actor, at]
  await client.query(
    `insert into draft (county_id, plan_id, version, created_by, created_at) select $1, plan, 1, $3, $4 from ${given}`,
    values,
  )
  await client.query(
    `insert into draft_version (county_id, plan_id, version, kind, title, text, digest, author, at)
     select $1, plan, 1, 'imported', title, text, digest, $3, $4 from ${given}`,
    values,
  )
}

const isId = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u.test(name)

/** L34: plan files whose name cannot be the id of a plan; they are not taken over. */
export const unnameable = (plans: Readonly<Record<string, string>>): Finding[] =>
  Object.keys(plans)
    .filter((plan) => !isId(plan))
    .map((plan) => ({
      code: 'L34',
      severity: 'warning',
      at: `plan:${plan}`,
      message: say(
        `“${plan}.plan.yaml”的文件名不能作方案标识，未收录。`,
        `“${plan}.plan.yaml” has a name that cannot be the id of a plan; it was left out.`,
      ),
      remedy: say(
        '文件名用文字、数字、“-”“_”“.”，不超过80个字符；改名后在此新建方案。',
        'Use letters, digits, “-”, “_” and “.”, at most 80; rename it and begin the plan here.',
      ),
    }))

/** The title that a text gives its plan; its id while the text gives none. */
export const titleOf = (plan: string, text: string): string => {
  const title = readText(text, plan).plan?.title ?? ''
  return (title === '' ? plan : title).slice(0, 300)
}
