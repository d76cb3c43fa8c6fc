import { canonical } from '../../kernel/canonical.ts'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { after } from '../../reform/approval-chain.ts'
import { dayOfRecord } from '../../reform/history.ts'
import type { Plan, Stage } from '../../reform/plan.ts'
import type { Client } from '../database.ts'
import type { Approval, PlanKey } from './draft.ts'
import { readApprovals, readCertificate, readDraft } from './read.ts'
import { moveTo, writeStage } from './write.ts'

/** What binds the application of a plan that entered the approval chain here. */
export interface Binding {
  readonly approval: Approval
  readonly certificate: unknown
}

/** The plan that somebody asks to have recorded, and with what. */
interface Application {
  readonly plan: Plan
  readonly corrects?: number
  readonly certificate?: unknown
  readonly approval?: number
}

/**
 * How far a plan may be recorded. Undefined for one that never entered the chain here: its authority is the document
 * that it names. Otherwise the approval in force with its certificate, or why there is nothing to apply: L16, L17, L27
 * a correction · L28 another certificate than the one that was approved · L32 an approval that is not in force.
 */
export const bindingOf = async (
  client: Client,
  county: string,
  asked: Application,
): Promise<Binding | { readonly refused: readonly Finding[] } | undefined> => {
  const key = { county, plan: asked.plan.id }
  const draft = await readDraft(client, key)
  if (draft === undefined || !(await entered(client, key))) return undefined
  const next = after(key.plan, draft.state, 'carry-out')
  if ('refused' in next) return { refused: [next.refused] }
  const approval = (await readApprovals(client, key)).at(-1)
  if (approval === undefined) throw new Error(`plan ${key.plan} is approved without an approval`)
  if (asked.approval !== undefined && asked.approval !== approval.number)
    return { refused: [notInForce(key.plan, asked.approval, approval.number)] }
  if (asked.corrects !== undefined) return { refused: [noCorrection(key.plan)] }
  const certificate = await readCertificate(client, key, approval.number)
  const isOther = asked.certificate !== undefined && canonical(asked.certificate) !== canonical(certificate)
  return isOther ? { refused: [otherCertificate(key.plan, approval.number)] } : { approval, certificate }
}

const entered = async (client: Client, { county, plan }: PlanKey): Promise<boolean> => {
  const { rows } = await client.query(
    `select exists (select 1 from draft_stage where county_id = $1 and plan_id = $2)
       or exists (select 1 from approval where county_id = $1 and plan_id = $2) as entered`,
    [county, plan],
  )
  return rows[0]?.entered === true
}

/** What was recorded in the journal of an approved plan. */
interface CarriedOut {
  readonly binding: Binding
  readonly plan: Plan
  readonly county: string
  readonly actor: string
  readonly applied: { readonly from: number; readonly to: number; readonly recordedAt: string }
}

/** Writes down that an approved plan was carried out: the approval's records, the stage 组织实施, the end of the chain. */
export const markCarriedOut = async (client: Client, done: CarriedOut): Promise<void> => {
  const { binding, plan, actor, applied } = done
  const { from, to, recordedAt: at } = applied
  const key = { county: done.county, plan: plan.id }
  await client.query(
    `update approval set applied_at = $4, applied_from = $5, applied_to = $6
     where county_id = $1 and plan_id = $2 and approval_no = $3`,
    [key.county, key.plan, binding.approval.number, at, from, to],
  )
  const { version } = binding.approval
  const stage = { stage: 'implementation' as const, version, ...implementationOf(plan, at) }
  await writeStage(client, key, { ...stage, recordedBy: actor, at })
  await moveTo(client, key, { state: 'carried-out', at })
}

/** The day and document of 组织实施: as the file has them when that day has come, otherwise today under its authority. */
const implementationOf = (plan: Plan, at: string): Pick<Stage, 'document'> & { heldOn: Stage['on'] } => {
  const today = dayOfRecord(at)
  const written = plan.stages?.find(({ stage, on }) => stage === 'implementation' && on <= today)
  return { heldOn: written?.on ?? today, document: written?.document ?? plan.authority }
}

const noCorrection = (plan: string): Finding => ({
  code: 'L27',
  severity: 'error',
  at: `plan:${plan}`,
  message: say(
    '本方案在此处按审批程序办理，不能作为更正写入。',
    'This plan is in the approval chain here and cannot be recorded as a correction.',
  ),
  remedy: say('更正另立方案。', 'Make the correction a plan of its own.'),
})

const notInForce = (plan: string, asked: number, inForce: number): Finding => ({
  code: 'L32',
  severity: 'error',
  at: `plan:${plan}`,
  message: say(
    `第${asked}号批准不是现行有效的批准；有效的是第${inForce}号。`,
    `Approval ${asked} is not the one in force; that is ${inForce}.`,
  ),
  remedy: say('核对后按有效的批准写入。', 'Check it, and apply under the approval in force.'),
})

const otherCertificate = (plan: string, approval: number): Finding => ({
  code: 'L28',
  severity: 'error',
  at: `plan:${plan}`,
  message: say(
    `所附证书不是第${approval}号批准所附的证书。`,
    `The certificate is not the one that approval ${approval} binds.`,
  ),
  remedy: say('不附证书即按批准时的证书写入。', 'Leave it out: the approved one is used.'),
})

/** L30: recorded on the word of its own document, because nobody took it through the chain here. */
export const outsideTheChain = (plan: Plan): Finding => ({
  code: 'L30',
  severity: 'warning',
  at: `plan:${plan.id}`,
  message: say(
    `本方案没有在此处经过审批程序，写入台账的依据是其所列文件“${plan.authority}”。`,
    `This plan did not pass through the approval chain here; it is recorded on the authority of “${plan.authority}”.`,
  ),
  remedy: say(
    '核对该文件；需要在此处审批的，先记录动议。',
    'Check that document; if it is to be approved here, record its initiation first.',
  ),
})
