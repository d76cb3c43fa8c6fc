import { blocks, type Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Plan } from '../../reform/plan.ts'
import type { Counties, CurrentCounty } from '../current.ts'
import type { Client } from '../database.ts'
import { storedCounty } from '../journal-store.ts'
import type { Draft, PlanKey } from './draft.ts'
import { readDraft } from './read.ts'
import { readText } from './reading.ts'

/** What came of a command on a plan: what was done, or the findings that forbid it. */
export type Outcome<Done> =
  | { readonly done: Done; readonly findings: readonly Finding[] }
  | { readonly refused: readonly Finding[] }

/** A plan and its county, as they are now. */
export interface OpenDraft {
  readonly key: PlanKey
  readonly county: CurrentCounty
  readonly draft: Draft
}

/** Who does it, and when by the database's clock. */
export interface Doing {
  readonly actor: string
  readonly at: string
}

/**
 * The plan as it is now; with `lock` nobody else can move it or its county until the transaction ends. Undefined when
 * there is no such county or plan. A plan that is in the journal counts as carried out, however it got there.
 */
export const openDraft = async (
  client: Client,
  counties: Counties,
  { lock, ...key }: PlanKey & { readonly lock: boolean },
): Promise<OpenDraft | undefined> => {
  if ((await storedCounty(client, key.county, { lock })) === undefined) return undefined
  const draft = await readDraft(client, key)
  const county = await counties.current(client, key.county)
  if (draft === undefined || county === undefined) return undefined
  return { key, county, draft: isRecorded(county, key.plan) ? { ...draft, state: 'carried-out' } : draft }
}

/** True when records of the journal name this plan. */
export const isRecorded = ({ history }: CurrentCounty, plan: string): boolean =>
  history.entries.some((entry) => entry.plan === plan)

/** Where the records of a plan lie in the journal; null when there are none. */
export const recordsOf = ({ history }: CurrentCounty, plan: string): { from: number; to: number } | null => {
  const seqs = history.entries.filter((entry) => entry.plan === plan).map(({ seq }) => seq)
  const [from, to] = [seqs[0], seqs.at(-1)]
  return from === undefined || to === undefined ? null : { from, to }
}

/** The plan that a text makes, or the findings for which it makes none. */
export const wholePlan = (
  text: string,
  id: string,
):
  | { readonly plan: Plan; readonly findings: readonly Finding[] }
  | { readonly refused: readonly Finding[] } => {
  const { plan, findings } = readText(text, id)
  return plan === undefined || blocks(findings) ? { refused: findings } : { plan, findings }
}

/** L20: somebody else has saved a further version since. */
export const versionMoved = (plan: string, given: number, now: number): Finding => ({
  code: 'L20',
  severity: 'error',
  at: `plan:${plan}`,
  message: say(
    `方案已有第${now}稿，本次依据第${given}稿。`,
    `The plan has come to version ${now}; this was done for version ${given}.`,
  ),
  remedy: say('看清改了什么，再就现行文本办理。', 'See what changed, and do it for the text of now.'),
})

/** J01: the journal has come further than the sender knew. */
export const journalMoved = (county: string, given: number, now: number): Finding => ({
  code: 'J01',
  severity: 'error',
  at: `journal:${county}#${now}`,
  message: say(
    `台账现到第${now}条，本次依据第${given}条。`,
    `The last record of the journal is ${now}; this was done for ${given}.`,
  ),
  remedy: say('看清其间的变动，重新预演。', 'Look at what came in between, and rehearse again.'),
})
