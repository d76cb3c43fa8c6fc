import type { Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import { type Changes, changesBetween } from '../../reform/changes.ts'
import { type History, type HistoryEntry, registerAt } from '../../reform/history.ts'
import type { Plan } from '../../reform/plan.ts'
import { told } from '../../reform/told.ts'
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
    entries: entriesOf(history, since.slice(0, most), on),
    entryCount: since.length,
    findings: {
      approved: rehearsedOver(county, plan, { register: approved, withFigures: false }).findings,
      now: rehearsedNow(county, plan).findings,
    },
  }
}

/** The records as sentences; one that would take too long to tell is told by the name of its operation. */
const entriesOf = (
  history: History,
  since: readonly HistoryEntry[],
  on: HistoryEntry['effectiveOn'],
): DriftEntry[] => {
  const sentences = told(history, since)
  return since.map((entry) => ({
    seq: entry.seq,
    effectiveOn: entry.effectiveOn,
    operation: entry.operation.name,
    sentence: sentences.get(entry.seq) ?? say(entry.operation.name, entry.operation.name),
    authority: entry.authority,
    plan: entry.plan ?? null,
    corrects: entry.corrects ?? null,
    isUnderPlan: entry.effectiveOn <= on,
  }))
}
