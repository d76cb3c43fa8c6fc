import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { after, type ChainEvent, type DraftState } from '../../reform/approval-chain.ts'
import { substanceOf } from '../../reform/substance.ts'
import type { Counties } from '../current.ts'
import type { Client } from '../database.ts'
import type { PlanKey, VersionKind } from './draft.ts'
import { digestOf, unkeepableText } from './keepable-text.ts'
import { type Doing, isRecorded, type OpenDraft, type Outcome, wholePlan } from './opened.ts'
import { readDraft, readVersion } from './read.ts'
import { moveTo, writeDraft, writeVersion } from './write.ts'

/** A version that was saved, and where the plan stands with it. */
export interface Saved {
  readonly version: number
  readonly digest: string
  readonly state: DraftState
  /** The text was what counted already: no version was written. */
  readonly isUnchanged: boolean
}

/** Begins a plan. L19: the id is taken · J08, L18: the text cannot be kept. The county's row is held. */
export const beginDraft = async (
  client: Client,
  counties: Counties,
  { text, note, actor, at, ...key }: PlanKey & Doing & { readonly text: string; readonly note: string },
): Promise<Outcome<Saved>> => {
  const unkept = unkeepableText(key.plan, text)
  if (unkept.length > 0) return { refused: unkept }
  const county = await counties.current(client, key.county)
  const isTaken = county !== undefined && isRecorded(county, key.plan)
  if (isTaken || (await readDraft(client, key)) !== undefined) return { refused: [idTaken(key.plan)] }
  await writeDraft(client, key, { version: 1, kind: 'written', origin: null, text, note, author: actor, at })
  const done: Saved = { version: 1, digest: digestOf(text), state: 'drafted', isUnchanged: false }
  return { done, findings: findingsOf(key.plan, text) }
}

/** A text to become the next version; whoever calls has made sure that it was drawn from the version of now. */
export interface Saving extends Doing {
  readonly text: string
  readonly note: string
  readonly kind: Exclude<VersionKind, 'imported'>
  readonly origin: number | null
}

/**
 * Saves the next version of a plan. It may be unfinished: what is wrong with it is told, not refused. The stage that
 * still fits is that of the lifecycle; an approval of another text lapses. Refused: J08, L17, L18.
 */
export const saveVersion = async (
  client: Client,
  { key, draft }: OpenDraft,
  saving: Saving,
): Promise<Outcome<Saved>> => {
  const { text, kind, note, origin, actor, at } = saving
  const unkept = unkeepableText(key.plan, text)
  if (unkept.length > 0) return { refused: unkept }
  const before = (await readVersion(client, key, draft.version))?.text ?? ''
  const findings = findingsOf(key.plan, text)
  const digest = digestOf(text)
  if (text === before)
    return { done: { version: draft.version, digest, state: draft.state, isUnchanged: true }, findings }
  const next = after(key.plan, draft.state, kind === 'adopted' ? 'adopt' : editOf(key.plan, before, text))
  if ('refused' in next) return { refused: [next.refused] }
  const version = draft.version + 1
  await writeVersion(client, key, { version, kind, origin, text, note, author: actor, at })
  const because = kind === 'adopted' ? 'adopted' : 'edited'
  await moveTo(client, key, { state: next.state, at, lapse: { by: actor, because, byVersion: version } })
  return { done: { version, digest, state: next.state, isUnchanged: false }, findings }
}

/** Whether a new text says something else than the one before; one that cannot be read might. */
const editOf = (plan: string, before: string, text: string): ChainEvent => {
  const [from, to] = [wholePlan(before, plan), wholePlan(text, plan)]
  const isSame = 'plan' in from && 'plan' in to && substanceOf(from.plan) === substanceOf(to.plan)
  return isSame ? 'restate' : 'edit'
}

const findingsOf = (plan: string, text: string): readonly Finding[] => {
  const read = wholePlan(text, plan)
  return 'plan' in read ? read.findings : read.refused
}

const idTaken = (plan: string): Finding => ({
  code: 'L19',
  severity: 'error',
  at: `plan:${plan}`,
  message: say(`方案标识“${plan}”已用过。`, `The plan id “${plan}” is taken.`),
  remedy: say('另取标识。', 'Choose another one.'),
})
