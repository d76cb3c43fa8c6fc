import type { Day } from '../../kernel/day.ts'
import { type Finding, sorted } from '../../kernel/finding.ts'
import { type Account, accountOf } from '../../ledger/account.ts'
import { type OpenCounty, openCounty } from '../../ledger/opening.ts'
import { explain, type Sentence } from '../../reform/explain.ts'
import { isReadable } from '../../reform/opening.ts'
import type { Move } from '../../reform/operation.ts'
import type { Plan } from '../../reform/plan.ts'
import { readPlan } from '../../reform/plan-file.ts'
import { policyFrom } from '../../reform/policy.ts'
import type { Step } from '../../reform/rehearse.ts'
import type { Register } from '../../register/register.ts'
import { type Draft, draftOf } from '../../register/register.ts'
import type { CountyFiles } from './files.ts'

/** The moves of one accepted step, on the day it takes effect. */
export interface DatedMoves {
  readonly on: Day
  readonly operation: string
  readonly moves: readonly Move[]
}

/** A county with one of its plans, rehearsed once; everything the page shows is read from it. */
export interface Session {
  readonly county: OpenCounty
  readonly planIds: readonly string[]
  readonly plan: Plan | undefined
  /** The plan is in the journal: what is shown has happened. */
  readonly isCarriedOut: boolean
  readonly account: Account | undefined
  readonly moves: readonly DatedMoves[]
  readonly sentences: readonly Sentence[]
  /** Findings of the files, the tables, the plan and the rehearsal, severest first. */
  readonly findings: readonly Finding[]
}

/** Opens the files with the functions of the command line. Whatever is wrong with them is among the findings. */
export const openSession = (files: CountyFiles, planId: string | undefined): Session => {
  const opened = openCounty(files.tables)
  const county = files.manifest === undefined ? opened : { ...opened, manifest: files.manifest }
  const planIds = Object.keys(files.plans)
  const text = planId === undefined ? undefined : files.plans[planId]
  const read = planId === undefined || text === undefined ? undefined : readPlan(text, planId)
  const plan = read?.plan
  const account =
    plan === undefined || !isReadable([...files.findings, ...county.findings])
      ? undefined
      : accountOf(county, plan, policyFrom(files.policies, plan.effectiveOn, files.policyDigest))
  return {
    county,
    planIds,
    plan,
    isCarriedOut: planId !== undefined && files.applied?.[planId] !== undefined,
    account,
    moves: account === undefined ? [] : datedMoves(account.before, account.steps),
    sentences: plan === undefined ? [] : explain(county.register, plan),
    findings: sorted([
      ...files.findings,
      ...county.findings,
      ...(read?.findings ?? []),
      ...(account?.findings ?? []),
    ]),
  }
}

/** The declared moves of the accepted steps, each read over the register on which it acts. */
const datedMoves = (before: Register, steps: readonly Step[]): DatedMoves[] => {
  const draft = draftOf(before)
  return steps.map(({ line, fields, on }) => {
    const moves = line.operation.moves(fields, draft)
    line.operation.apply(fields, draft as Draft, on)
    return { on, operation: line.operation.name, moves }
  })
}
