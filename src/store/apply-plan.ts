import { canonical, sha256Hex } from '../kernel/canonical.ts'
import { type Head, type JournalRecord, sealed } from '../kernel/chain.ts'
import { blocks, type Finding, sorted } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'
import type { Admission } from '../reform/admission.ts'
import type { Plan } from '../reform/plan.ts'
import type { Counties, CurrentCounty } from './current.ts'
import type { Client, Database } from './database.ts'
import { type Binding, bindingOf, markCarriedOut, outsideTheChain } from './drafts/binding.ts'
import { copiesOfOthers, keepText } from './drafts/outside.ts'
import { rehearsedNow } from './drafts/rehearsed.ts'
import { databaseNow, storedCounty, writeAudit, writeEntries } from './journal-store.ts'

/** A plan to be recorded in the journal of a county. */
export interface ApplyCommand {
  readonly county: string
  readonly plan: Plan
  /** The text it was read from, which is kept beside the journal. */
  readonly text?: string | undefined
  /** Who asks for it, as the audit names him. */
  readonly actor: string
  /** The number of the record that the plan's only step puts right. */
  readonly corrects?: number
  /** The number of the last record that the sender knew: with another one nothing is written (J01). */
  readonly expectSeq?: number
  /** The sender's own word for this command: sent again, it is answered again and not done again. */
  readonly key?: string
  /** The certificate that was approved: only what it certifies is written (J09). */
  readonly certificate?: unknown
  /** The number of the approval that it is meant to carry out; only the one in force can be (L32). */
  readonly approval?: number
}

/** What was written, and the head of the journal after it. */
export interface Applied {
  readonly from: number
  readonly to: number
  readonly recordedAt: string
  readonly head: Head
}

/** The answer to a command: `applied` is null when findings forbid it, and then nothing was written. */
export interface ApplyAnswer {
  readonly applied: Applied | null
  readonly findings: readonly Finding[]
}

/**
 * Records a plan as one transaction: rehearsed over the register of this very moment, entries, head, audit, answer and
 * outbox together or not at all. A plan that entered the approval chain here is recorded only as it was approved, over
 * the register that was approved ({@link bindingOf}). J01 the county moved on · J02 the key was used for something else ·
 * J14 the plan is recorded already · J09 not what was approved · L35 a copy of what is being approved · J11 no such county, and everything that a rehearsal can find.
 */
export const applyPlan = (
  database: Database,
  counties: Counties,
  command: ApplyCommand,
): Promise<ApplyAnswer> => database.transaction((client) => applyPlanIn(client, counties, command))

/** The same inside a transaction that is under way; the caller ends it. */
export const applyPlanIn = async (
  client: Client,
  counties: Counties,
  command: ApplyCommand,
): Promise<ApplyAnswer> => {
  const stored = await storedCounty(client, command.county, { lock: true })
  if (stored === undefined) return refused(noCountyHere(command.county))
  const before = await answered(client, command)
  if (before !== undefined) return before
  if (command.expectSeq !== undefined && command.expectSeq !== stored.head.seq)
    return refused(movedOn(command.county, command.expectSeq, stored.head.seq))
  const county = await counties.current(client, command.county)
  if (county === undefined) return refused(noCountyHere(command.county))
  const binding = await bindingOf(client, command.county, command)
  if (binding !== undefined && 'refused' in binding) return refused(...binding.refused)
  const twice = command.corrects === undefined ? recordedAlready(county, command.plan) : undefined
  if (twice !== undefined) return refused(twice)
  const copies = binding === undefined ? await copiesOfOthers(client, command.county, command.plan) : []
  if (copies.length > 0) return refused(...copies)
  const { plan, corrects, certificate = binding?.certificate } = command
  const admission = rehearsedNow(county, plan, {
    ...(corrects === undefined ? {} : { corrects }),
    ...(certificate === undefined ? {} : { certificate }),
  })
  if (blocks(admission.findings)) return refused(...admission.findings)
  return await written(client, { command, county, admission, binding })
}

const refused = (...findings: Finding[]): ApplyAnswer => ({ applied: null, findings })

interface Writing {
  readonly command: ApplyCommand
  readonly county: CurrentCounty
  readonly admission: Admission
  readonly binding: Binding | undefined
}

const written = async (client: Client, writing: Writing): Promise<ApplyAnswer> => {
  const { command, county, admission, binding } = writing
  const { plan, actor } = command
  const recordedAt = await databaseNow(client)
  const records = recordsOf(county, admission, recordedAt)
  const { seq, hash } = records.at(-1) ?? county.head
  const applied: Applied = { from: county.head.seq + 1, to: seq, recordedAt, head: { seq, hash } }
  const remarks = binding === undefined ? [outsideTheChain(plan)] : []
  const answer: ApplyAnswer = { applied, findings: sorted([...admission.findings, ...remarks]) }
  await writeEntries(client, records)
  await told(client, writing, applied)
  if (binding === undefined && command.text !== undefined)
    await keepText(
      client,
      { county: county.id, plan: plan.id },
      { text: command.text, author: actor, at: recordedAt },
    )
  if (binding !== undefined)
    await markCarriedOut(client, { binding, plan, county: county.id, actor, applied })
  if (command.key !== undefined) await remembered(client, command, answer)
  return answer
}

const recordsOf = (county: CurrentCounty, { entries }: Admission, recordedAt: string): JournalRecord[] => {
  const records: JournalRecord[] = []
  let head = county.head
  for (const entry of entries) {
    const record = sealed(head, { ...entry, county: county.id, recordedAt })
    records.push(record)
    head = { seq: record.seq, hash: record.hash }
  }
  return records
}

/** The audit record, and the message to whoever waits for changes. */
const told = async (client: Client, { command, county, binding }: Writing, applied: Applied) => {
  const { plan, actor, corrects = null, key = null } = command
  const { from, to, recordedAt } = applied
  const approval = binding === undefined ? {} : { approval: binding.approval.number }
  await writeAudit(client, {
    county: county.id,
    at: recordedAt,
    actor,
    action: 'apply-plan',
    subject: `plan:${plan.id}`,
    detail: { plan: plan.digest, from, to, corrects, key, ...approval },
  })
  await client.query('insert into outbox (county_id, seq, kind, payload) values ($1, $2, $3, $4)', [
    county.id,
    to,
    'plan-applied',
    JSON.stringify({ plan: plan.id, from, to }),
  ])
}

const remembered = async (client: Client, command: ApplyCommand, answer: ApplyAnswer): Promise<void> => {
  await client.query('insert into answer (county_id, key, request_hash, answer) values ($1, $2, $3, $4)', [
    command.county,
    command.key,
    requestHash(command),
    JSON.stringify(answer),
  ])
}

/** The answer that was given to this key before; J02 when it was given for something else. */
const answered = async (client: Client, command: ApplyCommand): Promise<ApplyAnswer | undefined> => {
  const { county, key } = command
  if (key === undefined) return undefined
  const { rows } = await client.query<{ request_hash: string; answer: ApplyAnswer }>(
    'select request_hash, answer from answer where county_id = $1 and key = $2',
    [county, key],
  )
  if (rows[0] === undefined) return undefined
  return rows[0].request_hash === requestHash(command) ? rows[0].answer : refused(keyUsed(county, key))
}

/** What makes two commands the same: everything that the sender said. */
const requestHash = ({ plan, actor, corrects, expectSeq, certificate }: ApplyCommand): string =>
  sha256Hex(canonical({ plan: plan.id, digest: plan.digest, actor, corrects, expectSeq, certificate }))

const finding = (
  code: string,
  at: string,
  message: Finding['message'],
  remedy: NonNullable<Finding['remedy']>,
): Finding => ({
  code,
  severity: 'error',
  at,
  message,
  remedy,
})

const movedOn = (county: string, expected: number, actual: number): Finding =>
  finding(
    'J01',
    `journal:${county}#${actual}`,
    say(
      `台账已有变动：现到第${actual}条，本次依据第${expected}条`,
      `The county has moved on: its last record is ${actual}, this was drawn for ${expected}`,
    ),
    say(
      '看清其间的变动，重新预演后再写入。',
      'Look at what came in between, rehearse again, and apply then.',
    ),
  )

/** One finding in place of the hundreds that a second rehearsal over its own result would give. */
const recordedAlready = ({ id, history }: CurrentCounty, plan: Plan): Finding | undefined => {
  const records = history.entries.filter((entry) => entry.plan === plan.id)
  const [first, last] = [records[0], records.at(-1)]
  if (first === undefined || last === undefined) return undefined
  return finding(
    'J14',
    `journal:${id}#${first.seq}`,
    say(
      `方案“${plan.id}”已经写入台账（第${first.seq}至${last.seq}条）`,
      `The plan “${plan.id}” is in the journal already (records ${first.seq} to ${last.seq})`,
    ),
    say(
      '更正用 --corrects；另一方案另起文件名。',
      'Correct a record with --corrects; give another plan another file name.',
    ),
  )
}

const keyUsed = (county: string, key: string): Finding =>
  finding(
    'J02',
    `journal:${county}`,
    say(`键“${key}”已用于另一请求`, `The key “${key}” was used for another command`),
    say('换一个键。', 'Use another key.'),
  )

/** J11: the installation has no such county. */
export const noCountyHere = (county: string): Finding =>
  finding(
    'J11',
    `county:${county}`,
    say(`此处没有建账的县“${county}”`, `There is no county “${county}” in these records`),
    say('先用 import 建账，或核对 --county。', 'Open it with import first, or check --county.'),
  )
