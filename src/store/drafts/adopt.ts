import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { after } from '../../reform/approval-chain.ts'
import { registerAt } from '../../reform/history.ts'
import { rebased } from '../../reform/rebase.ts'
import type { Client } from '../database.ts'
import { type Doing, journalMoved, type OpenDraft, type Outcome, wholePlan } from './opened.ts'
import { readVersion } from './read.ts'
import { firstDayOf, manifestOf } from './rehearsed.ts'
import { type Saved, saveVersion } from './save.ts'

/** What is adopted: the journal up to a record, with a word of why. */
export interface Adopting extends Doing {
  readonly upTo: number
  readonly note: string
}

/**
 * 采纳变动: a further version of the plan that is drawn for the register of now. Only `base.hash` of its text changes; an
 * approval lapses, and the plan is argued anew. J01 the journal has come further · L17 · L29 the base cannot be written
 * · L31 there is nothing to adopt.
 */
export const adopt = async (
  client: Client,
  open: OpenDraft,
  { upTo, note, actor, at }: Adopting,
): Promise<Outcome<Saved & { readonly registerDigest: string }>> => {
  const { key, county, draft } = open
  const next = after(key.plan, draft.state, 'adopt')
  if ('refused' in next) return { refused: [next.refused] }
  if (upTo !== county.head.seq) return { refused: [journalMoved(key.county, upTo, county.head.seq)] }
  const text = (await readVersion(client, key, draft.version))?.text ?? ''
  const read = wholePlan(text, key.plan)
  if ('refused' in read) return { refused: read.refused }
  const register = registerAt(county.history, firstDayOf(read.plan))
  const { digest: registerDigest } = manifestOf(county, register)
  const rewritten = rebased(text, { register: register.county.baselineOn, hash: registerDigest })
  if (rewritten === undefined) return { refused: [noBaseToWrite(key.plan, registerDigest)] }
  if (rewritten === text) return { refused: [nothingToAdopt(key.plan)] }
  const saving = { text: rewritten, note, kind: 'adopted' as const, origin: upTo, actor, at }
  const saved = await saveVersion(client, open, saving)
  return 'refused' in saved ? saved : { ...saved, done: { ...saved.done, registerDigest } }
}

const noBaseToWrite = (plan: string, digest: string): Finding => ({
  code: 'L29',
  severity: 'error',
  at: `plan:${plan}`,
  message: say(
    '方案文件的写法使 base.hash 无法自动改写。',
    'The file is written so that `base.hash` cannot be set without touching the rest.',
  ),
  remedy: say(`手工写入 base.hash: ${digest}，再保存。`, `Write base.hash: ${digest} yourself, and save.`),
})

const nothingToAdopt = (plan: string): Finding => ({
  code: 'L31',
  severity: 'error',
  at: `plan:${plan}`,
  message: say('方案所依据的就是现在的台账。', 'The plan is drawn for the register of now already.'),
  remedy: say('无需采纳。', 'There is nothing to adopt.'),
})
