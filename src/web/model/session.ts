import type { Day } from '../../kernel/day.ts'
import { type Finding, sorted } from '../../kernel/finding.ts'
import { type Account, accountOf } from '../../ledger/account.ts'
import { type OpenCounty, openCounty } from '../../ledger/opening.ts'
import { explain, type Sentence } from '../../reform/explain.ts'
import { isReadable } from '../../reform/opening.ts'
import type { Move } from '../../reform/operation.ts'
import type { Plan } from '../../reform/plan.ts'
import { readPlan } from '../../reform/plan-file.ts'
import { type Policy, policyFrom } from '../../reform/policy.ts'
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

/** A county as it was opened, and what its plans are rehearsed under. */
export interface Book {
  readonly county: OpenCounty
  readonly files: CountyFiles
  /** Findings of the files and the tables. */
  readonly findings: readonly Finding[]
  policyOn(day: Day): Policy
}

/** A plan as text: one that is kept, or one that is being written. */
export interface PlanSource {
  readonly id: string
  readonly text: string
}

/** Opens the tables with the functions of the command line. Whatever is wrong with them is among the findings. */
export const openBook = (files: CountyFiles): Book => {
  const opened = openCounty(files.tables)
  const county = files.manifest === undefined ? opened : { ...opened, manifest: files.manifest }
  const policies = new Map<Day, Policy>()
  return {
    county,
    files,
    findings: sorted([...files.findings, ...county.findings]),
    policyOn: (day) => {
      const policy = policies.get(day) ?? policyFrom(files.policies, day, files.policyDigest)
      policies.set(day, policy)
      return policy
    },
  }
}

/** Rehearses a plan over an open county. A plan that cannot be read leaves the county as it is, with the reasons. */
export const sessionOf = (book: Book, source: PlanSource | undefined): Session => {
  const { county, files } = book
  const read = source === undefined ? undefined : readPlan(source.text, source.id)
  const plan = read?.plan
  const account =
    plan === undefined || !isReadable(book.findings)
      ? undefined
      : accountOf(county, plan, book.policyOn(plan.effectiveOn))
  // While one types, the findings are shown first; what the drawings need is worked out when they ask for it.
  let moves: readonly DatedMoves[] | undefined
  let sentences: readonly Sentence[] | undefined
  return {
    county,
    planIds: Object.keys(files.plans),
    plan,
    isCarriedOut: source !== undefined && files.applied?.[source.id] !== undefined,
    account,
    get moves() {
      moves ??= account === undefined ? [] : datedMoves(account.before, account.steps)
      return moves
    },
    get sentences() {
      sentences ??= plan === undefined ? [] : explain(county.register, plan)
      return sentences
    },
    findings: sorted([...book.findings, ...(read?.findings ?? []), ...(account?.findings ?? [])]),
  }
}

/** The plan of that id as the files have it. */
export const sourceIn = ({ plans }: CountyFiles, id: string | undefined): PlanSource | undefined => {
  const text = id === undefined ? undefined : plans[id]
  return id === undefined || text === undefined ? undefined : { id, text }
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
