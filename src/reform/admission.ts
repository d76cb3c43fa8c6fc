import { canonical } from '../kernel/canonical.ts'
import type { RecordBody } from '../kernel/chain.ts'
import { blocks, type Finding, sorted } from '../kernel/finding.ts'
import { asOf } from '../kernel/journal.ts'
import { holdsUnkeepable } from '../kernel/keepable.ts'
import { say, type Text } from '../kernel/text.ts'
import { type Draft, draftOf, type Register } from '../register/register.ts'
import { applied, type History, type HistoryEntry, noteEnded, operationOf } from './history.ts'
import type { Move } from './operation.ts'
import { lineAddress, type Plan } from './plan.ts'
import { idTaken } from './refusals.ts'
import { type Rehearsal, type Step, stepsOf } from './rehearse.ts'

/** What somebody wants recorded: a plan, or one line of a plan that puts an earlier record right. */
export interface Proposal {
  readonly plan: Plan
  /** The number of the record that the plan's only step replaces. */
  readonly corrects?: number
}

/** The part of a record that comes from its line; number, time and seal are given when it is written. */
export type NewEntry = Omit<RecordBody, 'county' | 'seq' | 'prev' | 'recordedAt'>

/** Whether a proposal may be recorded: with any blocking finding nothing is. */
export interface Admission<Result extends Rehearsal = Rehearsal> {
  /** The register that the plan was rehearsed over: the county just before the plan's first step. */
  readonly before: Register
  readonly rehearsal: Result | undefined
  readonly findings: readonly Finding[]
  readonly entries: readonly NewEntry[]
}

/**
 * Rehearses a proposal where it belongs in the history, and then everything that takes effect after it once more.
 * J03: a later record could no longer stand · J04: before the register begins · J05: what is corrected is not there, or
 * the correction is not one step · J08: a character that cannot be kept.
 */
export const admit = <Result extends Rehearsal>(
  history: History,
  proposal: Proposal,
  rehearseOver: (before: Register) => Result,
): Admission<Result> => {
  const steps = stepsOf(proposal.plan)
  const refused = [...unfit(history, proposal, steps)]
  if (blocks(refused)) return { before: history.latest, rehearsal: undefined, findings: refused, entries: [] }
  const entries = steps.map((step) => entryOf(step, proposal))
  const wanted = entries.map((entry, at) => historyEntry(history, entry, at))
  const order = orderWith(history, wanted)
  const { register, ended } = order.before
  const rehearsal = rehearseOver(register)
  const findings = [...rehearsal.findings]
  if (!blocks(findings)) findings.push(...walked(register, ended, order.rest, { history, proposal, steps }))
  return { before: register, rehearsal, findings: sorted(findings), entries: blocks(findings) ? [] : entries }
}

const unfit = (history: History, { plan, corrects }: Proposal, steps: readonly Step[]): Finding[] => {
  const begins = history.opening.county.baselineOn
  const findings = steps
    .filter((step) => step.on < begins)
    .map(({ line, on }) =>
      remark(
        'J04',
        plan,
        line,
        say(
          `第${line.number}行 ${on} 生效，早于台账的起点 ${begins}`,
          `Line ${line.number} takes effect on ${on}, before the register begins (${begins})`,
        ),
        say(
          '改日期；起点之前的事在期初表格里改。',
          'Change the day; what came earlier belongs in the opening tables.',
        ),
      ),
    )
  for (const step of steps)
    if (holdsUnkeepable([step.fields, step.line.basis, plan.authority]))
      findings.push(
        remark(
          'J08',
          plan,
          step.line,
          say(
            `第${step.line.number}行含有无法保存的字符`,
            `Line ${step.line.number} holds a character that cannot be kept`,
          ),
          say('删去它。', 'Remove it.'),
        ),
      )
  if (corrects === undefined) return findings
  const isInForce = history.inForce.some(({ seq }) => seq === corrects)
  return isInForce && steps.length === 1 ? findings : [...findings, wrongCorrection(history, corrects)]
}

const entryOf = ({ line, on, fields }: Step, { plan, corrects }: Proposal): NewEntry => ({
  effectiveOn: on,
  operation: line.operation.name,
  // What is rehearsed again and sealed is what is kept: plain JSON without absent members.
  fields: JSON.parse(canonical(fields)),
  authority: line.basis ?? plan.authority,
  plan: plan.id,
  line: line.number,
  corrects: corrects ?? null,
})

const historyEntry = (history: History, entry: NewEntry, at: number): HistoryEntry => ({
  seq: history.seq + 1 + at,
  recordedAt: '',
  effectiveOn: entry.effectiveOn,
  operation: { name: entry.operation, fields: entry.fields },
  authority: entry.authority,
  ...(entry.corrects === null ? {} : { corrects: entry.corrects }),
})

/** What stands before the first place where the order changes, and everything from there on. */
const orderWith = (history: History, wanted: readonly HistoryEntry[]) => {
  const { inForce, entries, opening, latest, ended } = history
  const last = inForce.at(-1)?.effectiveOn ?? ''
  if (wanted.every(({ effectiveOn, corrects }) => corrects === undefined && effectiveOn >= last))
    return { before: { register: latest, ended }, rest: wanted }
  const order = asOf([...entries, ...wanted], '9999-12-31' as HistoryEntry['effectiveOn'])
  const same = order.findIndex(({ seq }, at) => seq !== inForce[at]?.seq)
  const cut = same < 0 ? order.length : same
  return { before: applied(opening, inForce.slice(0, cut)), rest: order.slice(cut) }
}

interface Walk {
  readonly history: History
  readonly proposal: Proposal
  readonly steps: readonly Step[]
}

/** Asks everything from the first new step on again: what was fine on its own may break, or be broken by, the rest. */
const walked = (
  before: Register,
  endedBefore: ReadonlySet<string>,
  rest: readonly HistoryEntry[],
  walk: Walk,
): Finding[] => {
  const draft = draftOf(before)
  const ended = new Set(endedBefore)
  const findings: Finding[] = []
  for (const entry of rest) {
    const { check, moves, apply } = operationOf(entry.operation)
    const { fields } = entry.operation
    const refused = check(fields, draft).filter((finding) => finding.severity === 'error')
    const declared = refused.length > 0 ? [] : moves(fields, draft)
    refused.push(...usedAgain(declared, ended))
    if (refused.length > 0) {
      findings.push(...refused.map((finding) => located(finding, entry, walk)))
      continue
    }
    noteEnded(declared, ended)
    apply(fields, draft as Draft, entry.effectiveOn)
  }
  return findings
}

const usedAgain = (moves: readonly Move[], ended: ReadonlySet<string>): Finding[] =>
  moves.flatMap((move) =>
    move.kind === 'begin'
      ? move.ids.filter((id) => ended.has(`${move.table}:${id}`)).map((id) => idTaken(move.table, id))
      : [],
  )

/** A refusal of a new step points to its line; that of a record that stands already is J03. */
const located = (finding: Finding, entry: HistoryEntry, { history, proposal, steps }: Walk): Finding => {
  const step = steps[entry.seq - history.seq - 1]
  if (entry.seq > history.seq && step !== undefined)
    return {
      ...finding,
      at: lineAddress(proposal.plan, step.line),
      about: finding.at,
      place: step.line.place,
    }
  const { seq, effectiveOn } = entry
  return {
    code: 'J03',
    severity: 'error',
    at: `journal:${history.county}#${seq}`,
    about: finding.at,
    message: say(
      `第${seq}条记录（${effectiveOn}生效）将不能成立：${finding.message.zh}`,
      `Record ${seq} (in effect from ${effectiveOn}) could no longer stand: ${finding.message.en}`,
    ),
    remedy: say(
      '先更正那条记录，或把本方案的生效日期改到它之后。',
      'Correct that record first, or let this plan take effect after it.',
    ),
  }
}

const remark = (code: string, plan: Plan, line: Step['line'], message: Text, remedy: Text): Finding => ({
  code,
  severity: 'error',
  at: lineAddress(plan, line),
  message,
  remedy,
  place: line.place,
})

const wrongCorrection = ({ county }: History, seq: number): Finding => ({
  code: 'J05',
  severity: 'error',
  at: `journal:${county}#${seq}`,
  message: say(
    `不能更正第${seq}条：它不是有效的改革事项记录，或更正方案不止一步`,
    `Record ${seq} cannot be corrected: it is not an operation in force, or the correction is not a single step`,
  ),
  remedy: say(
    '写明现行有效的记录号；更正方案只写一行。',
    'Give the number of a record in force; a correction has one line.',
  ),
})
