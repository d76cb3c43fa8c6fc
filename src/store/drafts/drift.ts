import type { Finding } from '../../kernel/finding.ts'
import type { Text } from '../../kernel/text.ts'
import { type Changes, changesBetween } from '../../reform/changes.ts'
import { type History, type HistoryEntry, operationOf, registerAt } from '../../reform/history.ts'
import type { Plan } from '../../reform/plan.ts'
import { type Draft as DraftRegister, draftOf, type Register } from '../../register/register.ts'
import type { CurrentCounty } from '../current.ts'
import type { Approval } from './draft.ts'
import { firstDayOf, manifestOf, policyOn, rehearsedNow, rehearsedOver } from './rehearsed.ts'

/** A record that was made since the approval, in the words of the county. */
export interface DriftEntry {
  readonly seq: number
  readonly effectiveOn: string
  readonly operation: string
  readonly sentence: Text
  readonly authority: string
  readonly plan: string | null
  readonly corrects: number | null
  /** It takes effect before the plan does, and so changes the register that the plan lies over. */
  readonly isUnderPlan: boolean
}

/** 偏离: what has moved since a plan was approved. */
export interface Drift {
  /** The register, or the rules, are no longer those that were approved. */
  readonly isDrifted: boolean
  readonly register: { readonly approved: string; readonly now: string }
  readonly rules: { readonly approved: string; readonly now: string }
  /** Row by row, from the register that was approved to that of now. */
  readonly changes: Changes
  /** The first records since; all of them are counted. */
  readonly entries: readonly DriftEntry[]
  readonly entryCount: number
  /** What the rehearsal finds over the one and over the other. */
  readonly findings: { readonly approved: readonly Finding[]; readonly now: readonly Finding[] }
}

/** What has happened to the register and the rules that an approval binds, and what it does to the plan. */
export const driftOf = (
  county: CurrentCounty,
  plan: Plan,
  { approval, most }: { readonly approval: Approval; readonly most: number },
): Drift => {
  const { history, policies } = county
  const since = history.entries.filter(({ seq }) => seq > approval.baseSeq)
  const on = firstDayOf(plan)
  const approved = registerAt(history, on, approval.baseSeq)
  const now = registerAt(history, on)
  const register = { approved: approval.registerDigest, now: manifestOf(county, now).digest }
  const rules = { approved: approval.rulesDigest, now: policyOn(policies, plan.effectiveOn).digest }
  return {
    isDrifted: register.approved !== register.now || rules.approved !== rules.now,
    register,
    rules,
    changes: changesBetween(approved, now),
    entries: sentencesOf(history, since.slice(0, most), { known: approval.baseSeq, on }),
    entryCount: since.length,
    findings: {
      approved: rehearsedOver(county, plan, { register: approved, withFigures: false }).findings,
      now: rehearsedNow(county, plan).findings,
    },
  }
}

/** The records since a number, as sentences over the register that each of them was written into. */
const sentencesOf = (
  history: History,
  since: readonly HistoryEntry[],
  { known, on }: { readonly known: number; readonly on: HistoryEntry['effectiveOn'] },
): DriftEntry[] => {
  const walked = draftOf(registerAt(history, '9999-12-31' as typeof on, known))
  return since.map((entry) => {
    const operation = operationOf(entry.operation)
    const { fields } = entry.operation
    // A back-dated record or a correction stands elsewhere in the order of effect: it is read over its own place.
    const isNext = entry.corrects === undefined && operation.check(fields, walked).every(isNoError)
    const before: Register = isNext ? walked : registerAt(history, entry.effectiveOn, entry.seq - 1)
    const sentence = operation.describe(fields, before)
    if (isNext) operation.apply(fields, walked as DraftRegister, entry.effectiveOn)
    return {
      seq: entry.seq,
      effectiveOn: entry.effectiveOn,
      operation: entry.operation.name,
      sentence,
      authority: entry.authority,
      plan: entry.plan ?? null,
      corrects: entry.corrects ?? null,
      isUnderPlan: entry.effectiveOn <= on,
    }
  })
}

const isNoError = ({ severity }: Finding) => severity !== 'error'
