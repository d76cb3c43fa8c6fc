import { parseDay } from '../../kernel/day.ts'
import { blocks, type Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import { after, type ChainEvent, type DraftState } from '../../reform/approval-chain.ts'
import { dayOfRecord } from '../../reform/history.ts'
import type { Plan, Stage } from '../../reform/plan.ts'
import type { Client } from '../database.ts'
import type { PlanKey, RecordedStage } from './draft.ts'
import { type Doing, type OpenDraft, type Outcome, wholePlan } from './opened.ts'
import { readStages, readVersion } from './read.ts'
import { readText } from './reading.ts'
import { moveTo, writeStage } from './write.ts'

/** A stage as somebody records it. */
export interface StageGiven extends Doing {
  readonly stage: Stage['stage']
  readonly document: string
  readonly heldOn: string
}

/**
 * Records that a plan was initiated or argued, by its document and day, for the text of now. L11–L17 out of turn · L21
 * no such day · L22 in the future · L23 before the stage before it · L24 the file says otherwise · L25 not recorded
 * here; and what is wrong with a text that is argued.
 */
export const recordStage = async (
  client: Client,
  { key, draft }: OpenDraft,
  given: StageGiven,
): Promise<Outcome<{ readonly number: number; readonly state: DraftState }>> => {
  const event = eventOf[given.stage]
  if (event === undefined) return { refused: [recordedOtherwise(key.plan, given.stage)] }
  const next = after(key.plan, draft.state, event)
  if ('refused' in next) return { refused: [next.refused] }
  const text = (await readVersion(client, key, draft.version))?.text ?? ''
  const read = readText(text, key.plan)
  const refused = [
    ...(event === 'argue' ? unreadable(text, key.plan) : []),
    ...(await unfitStage(client, { key, draft }, given, read.plan)),
  ]
  if (blocks(refused)) return { refused }
  const { stage, document, at, actor } = given
  const heldOn = given.heldOn as RecordedStage['heldOn']
  const number = await writeStage(client, key, {
    stage,
    version: draft.version,
    document,
    heldOn,
    recordedBy: actor,
    at,
  })
  await moveTo(client, key, { state: next.state, at })
  return { done: { number, state: next.state }, findings: read.findings }
}

const eventOf: Partial<Record<Stage['stage'], ChainEvent>> = { initiation: 'initiate', argument: 'argue' }

const unreadable = (text: string, plan: string): readonly Finding[] => {
  const read = wholePlan(text, plan)
  return 'plan' in read ? [] : read.refused
}

/** Everything about the day and document of a stage that does not fit what is on record and what the file says. */
export const unfitStage = async (
  client: Client,
  { key }: Pick<OpenDraft, 'key' | 'draft'>,
  given: StageGiven,
  plan: Plan | undefined,
): Promise<Finding[]> => {
  const heldOn = parseDay(given.heldOn)
  if (heldOn === undefined) return [noSuchDay(key.plan, given.heldOn)]
  const standing = await standingStages(client, key)
  const last = standing.at(-1)
  const today = dayOfRecord(given.at)
  const { stage, document } = given
  return [
    ...(heldOn > today ? [inTheFuture(key.plan, heldOn, today)] : []),
    ...(last !== undefined && heldOn < last.heldOn ? [tooEarly(key.plan, heldOn, last)] : []),
    ...(plan === undefined ? [] : disagreements(plan, [...standing, { stage, document, heldOn }])),
  ]
}

/** The plan with the stages that are on record here and not in its file, so that the rules see them (P1). */
export const withRecorded = (
  plan: Plan,
  recorded: readonly Pick<RecordedStage, 'stage' | 'document' | 'heldOn'>[],
): Plan => {
  const written = plan.stages ?? []
  const others = recorded.filter(({ stage }) => !written.some((each) => each.stage === stage))
  if (others.length === 0) return plan
  const place = { line: 1, column: 1 }
  const added = others.map(({ stage, document, heldOn }) => ({ stage, document, on: heldOn, place }))
  return { ...plan, stages: [...written, ...added] }
}

/** The stages of a plan that stand, in their order. */
export const standingStages = async (client: Client, key: PlanKey): Promise<RecordedStage[]> =>
  (await readStages(client, key)).filter(({ lapsedAt }) => lapsedAt === null)

/** L24: the stages that the file names otherwise than they are on record. */
const disagreements = (
  plan: Plan,
  recorded: readonly Pick<RecordedStage, 'stage' | 'document' | 'heldOn'>[],
): Finding[] =>
  (plan.stages ?? []).flatMap(({ stage, on, document, place }): Finding[] => {
    const record = recorded.find((each) => each.stage === stage)
    if (record === undefined || (record.heldOn === on && record.document.trim() === document.trim()))
      return []
    const term = stageTerms[stage]
    return [
      {
        code: 'L24',
        severity: 'error',
        at: `plan:${plan.id}`,
        message: say(
          `${term.zh}：方案文件写 ${on}“${document}”，此处记录为 ${record.heldOn}“${record.document}”。`,
          `The ${term.en}: the file says ${on}, “${document}”; the record says ${record.heldOn}, “${record.document}”.`,
        ),
        remedy: say(
          '核对原件，改正文件中的 stages，或按文件所写记录。',
          'Look at the document, and correct `stages` in the file or what is recorded.',
        ),
        place,
      },
    ]
  })

const stageTerms: Readonly<Record<Stage['stage'], Text>> = {
  initiation: say('动议', 'initiation'),
  argument: say('论证', 'argument'),
  decision: say('审议决定', 'decision'),
  implementation: say('组织实施', 'implementation'),
}

const finding = (code: string, plan: string, message: Text, remedy: Text): Finding => ({
  code,
  severity: 'error',
  at: `plan:${plan}`,
  message,
  remedy,
})

const noSuchDay = (plan: string, text: string): Finding =>
  finding(
    'L21',
    plan,
    say(`没有“${text}”这一天。`, `There is no day “${text}”.`),
    say('核对日期。', 'Check the day.'),
  )

const inTheFuture = (plan: string, heldOn: string, today: string): Finding =>
  finding(
    'L22',
    plan,
    say(`${heldOn}尚未到来（今天是${today}）。`, `${heldOn} has not come yet (today is ${today}).`),
    say('会议开过、文件印发后再记录。', 'Record it when it has been held.'),
  )

const tooEarly = (plan: string, heldOn: string, last: RecordedStage): Finding =>
  finding(
    'L23',
    plan,
    say(
      `${heldOn}早于${stageTerms[last.stage].zh}（${last.heldOn}）。`,
      `${heldOn} is before the ${stageTerms[last.stage].en} (${last.heldOn}).`,
    ),
    say('各环节依次进行，核对日期。', 'The stages follow one another; check the days.'),
  )

const recordedOtherwise = (plan: string, stage: Stage['stage']): Finding =>
  finding(
    'L25',
    plan,
    say(`${stageTerms[stage].zh}不在此处记录。`, `The ${stageTerms[stage].en} is not recorded here.`),
    stage === 'decision'
      ? say('审议决定由审批岗批准时一并记录。', 'It is recorded with the approval, by who approves.')
      : say('组织实施在写入台账时一并记录。', 'It is recorded when the plan is applied.'),
  )
