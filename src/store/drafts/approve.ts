import { blocks, type Finding, sorted } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { after, type DraftState } from '../../reform/approval-chain.ts'
import { type Certificate, certify } from '../../reform/certificate.ts'
import type { Plan } from '../../reform/plan.ts'
import type { Client } from '../database.ts'
import type { RecordedStage } from './draft.ts'
import { type Doing, type OpenDraft, type Outcome, wholePlan } from './opened.ts'
import { readApprovals, readStages, readVersion, readVersions } from './read.ts'
import { manifestOf, policyOn, rehearsedNow } from './rehearsed.ts'
import { unansweredReturns } from './returns.ts'
import { standingStages, unfitStage, withRecorded } from './stages.ts'
import { moveTo, writeStage } from './write.ts'

/** What an approval binds, as a printed form may quote it. */
export interface Approved {
  readonly number: number
  readonly state: DraftState
  readonly planDigest: string
  readonly registerDigest: string
  readonly rulesDigest: string
  readonly seal: string
  readonly head: { readonly seq: number; readonly hash: string }
}

/** The decision as it is given. */
export interface Deciding extends Doing {
  readonly document: string
  readonly heldOn: string
}

/**
 * Approves the text of now over the register of now under the rules of now, and records the stage 审议决定. Refused: out of
 * turn (L11–L17), by who wrote or recorded any of it (L26), with a day or file that does not fit (L21–L24), while a return
 * is not answered (L36), anything blocks or an opinion is not attached.
 */
export const approve = async (
  client: Client,
  open: OpenDraft,
  deciding: Deciding,
): Promise<Outcome<Approved>> => {
  const { key, draft, county } = open
  const next = after(key.plan, draft.state, 'approve')
  if ('refused' in next) return { refused: [next.refused] }
  const hands = await handsOn(client, open)
  if (hands.has(deciding.actor)) return { refused: [ownWork(key.plan)] }
  const read = wholePlan((await readVersion(client, key, draft.version))?.text ?? '', key.plan)
  if ('refused' in read) return { refused: read.refused }
  const { plan } = read
  const decision = { ...deciding, stage: 'decision' as const }
  const unfit = await unfitStage(client, open, decision, plan)
  const heldOn = deciding.heldOn as RecordedStage['heldOn']
  const recorded = [...(await standingStages(client, key)), { ...decision, heldOn }]
  const { findings, rehearsal, before } = rehearsedNow(county, withRecorded(plan, recorded))
  const returned = await unansweredReturns(client, open)
  const all = sorted([...read.findings, ...findings, ...unfit, ...returned].map(binding))
  if (blocks(all) || rehearsal === undefined) return { refused: all }
  const policy = policyOn(county.policies, plan.effectiveOn)
  const certificate = certify(rehearsal, plan, manifestOf(county, before), policy)
  const number = await written(client, open, { deciding, plan, certificate })
  await moveTo(client, key, { state: next.state, at: deciding.at })
  return { done: approvedOf(number, next.state, { certificate, head: county.head }), findings: all }
}

/** An opinion that is still asked for forbids the decision. */
const binding = (finding: Finding): Finding =>
  finding.severity === 'opinion' ? { ...finding, severity: 'error' } : finding

/** Everybody who wrote a version of the plan or recorded a stage that led to the decision, by every account of theirs. */
const handsOn = async (client: Client, { key }: OpenDraft): Promise<ReadonlySet<string>> => {
  const [versions, stages] = [await readVersions(client, key), await readStages(client, key)]
  // The decision itself is recorded with an approval: who gave one may give it again.
  const prepared = stages.filter(({ stage }) => stage !== 'decision')
  const hands = [...versions.map(({ author }) => author), ...prepared.map(({ recordedBy }) => recordedBy)]
  return new Set([...hands, ...(await otherAccountsOf(client, hands))])
}

/** The other accounts of the persons that some accounts belong to. */
const otherAccountsOf = async (client: Client, actors: readonly string[]): Promise<string[]> => {
  const { rows } = await client.query<{ actor: string }>(
    `select 'account:' || b.account_id as actor from account a
     join account b on b.county_id = a.county_id and b.person_id = a.person_id
     where a.account_id = any ($1)`,
    [actors.map((actor) => actor.replace(/^account:/, ''))],
  )
  return rows.map(({ actor }) => actor)
}

interface Writing {
  readonly deciding: Deciding
  readonly plan: Plan
  readonly certificate: Certificate
}

const written = async (
  client: Client,
  { key, draft, county }: OpenDraft,
  { deciding, plan, certificate }: Writing,
): Promise<number> => {
  const { document, heldOn, actor, at } = deciding
  const number = (await readApprovals(client, key)).length + 1
  await client.query(
    `insert into approval (county_id, plan_id, approval_no, version, plan_digest, register_digest, rules_digest,
       base_seq, base_hash, certificate, document, held_on, approved_by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      key.county,
      key.plan,
      number,
      draft.version,
      plan.digest,
      certificate.register.digest,
      certificate.rules.digest,
      county.head.seq,
      county.head.hash,
      JSON.stringify(certificate),
      document,
      heldOn,
      actor,
      at,
    ],
  )
  const stage = { stage: 'decision' as const, version: draft.version, document, recordedBy: actor, at }
  await writeStage(client, key, { ...stage, heldOn: heldOn as RecordedStage['heldOn'] })
  return number
}

const approvedOf = (
  number: number,
  state: DraftState,
  { certificate, head }: { certificate: Certificate; head: Approved['head'] },
): Approved => ({
  number,
  state,
  planDigest: certificate.plan.digest,
  registerDigest: certificate.register.digest,
  rulesDigest: certificate.rules.digest,
  seal: certificate.seal,
  head: { seq: head.seq, hash: head.hash },
})

/** Takes an approval back that was not carried out yet (L16, L17 otherwise); the plan has to be argued anew. */
export const withdraw = async (
  client: Client,
  { key, draft }: OpenDraft,
  { because, actor, at }: Doing & { readonly because: string },
): Promise<Outcome<{ readonly approval: number; readonly state: DraftState }>> => {
  const next = after(key.plan, draft.state, 'withdraw')
  if ('refused' in next) return { refused: [next.refused] }
  const approval = (await readApprovals(client, key)).length
  await moveTo(client, key, { state: next.state, at, lapse: { by: actor, because, byVersion: null } })
  return { done: { approval, state: next.state }, findings: [] }
}

const ownWork = (plan: string): Finding => ({
  code: 'L26',
  severity: 'error',
  at: `plan:${plan}`,
  message: say(
    '您起草过本方案或记录过其环节，不能由您批准。',
    'You wrote a version of this plan or recorded a stage of it, and so cannot approve it.',
  ),
  remedy: say('由另一位审批人批准。', 'Another approver decides.'),
})
