import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Finding, Severity } from '../../kernel/finding.ts'
import { draftOf, frozen, putRow, type Register, type Rows, type TableName } from '../../register/register.ts'
import { testDuty, testPerson } from '../../register/testing.ts'
import type { Plan } from '../plan.ts'
import { planOf, type TestLine } from '../planned.testing.ts'
import { type Policy, policyFrom } from '../policy.ts'
import { rehearse } from '../rehearse.ts'

/** One row of the table: a small world, and what the rule says about it. Nothing expected: the rule is quiet. */
export interface Case {
  readonly code: string
  readonly world: string
  readonly before: Register
  readonly lines?: readonly TestLine[]
  readonly plan?: Partial<Plan>
  /** Policy text that overrides the shipped files. */
  readonly policy?: string
  /** Severity, then words and numbers that its sentence has. */
  readonly says?: readonly (readonly [Severity, ...string[]])[]
}

const shipped = ['national', 'shanxi'].map((name) => ({
  name,
  text: readFileSync(resolve(import.meta.dirname, `../../../policy/${name}.yaml`), 'utf8'),
}))

/** The shipped policy as of a day, with texts that override it. */
export const shippedPolicy = (on: Plan['effectiveOn'], ...texts: readonly string[]): Policy =>
  policyFrom([...shipped, ...texts.map((text) => ({ name: 'county', text }))], on, 'test')

const known = new Map<Case, readonly Finding[]>()

/** Everything that the rehearsal of a case has to say; each case is rehearsed once. */
export const judged = (each: Case): readonly Finding[] => {
  const { before, lines = [], plan, policy } = each
  const drawn = planOf(lines, plan)
  const findings =
    known.get(each) ?? rehearse(before, drawn, shippedPolicy(drawn.effectiveOn, policy ?? '')).findings
  known.set(each, findings)
  return findings
}

/** The register with rows added or replaced, as a test needs them. */
export const also = (
  before: Register,
  rows: { readonly [Name in TableName]?: readonly Rows[Name][] },
): Register => {
  const draft = draftOf(before)
  for (const [name, added] of Object.entries(rows))
    for (const row of added) putRow(draft, name as TableName, row as Rows[TableName])
  return frozen(draft)
}

/** Leaders of a unit, each a person of it: `leaders('land', 3)`. */
export const leaders = (
  unit: string,
  count: number,
  facts: Partial<Rows['appointments']> = {},
): Rows['appointments'][] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${unit}-office-${at}`,
    person: testPerson(`${unit}${at}`, unit).id,
    unit: testPerson('x', unit).unit,
    office: at === 0 ? 'chief' : 'deputy',
    title: '领导',
    concurrent: false,
    occupiesPost: true,
    since: undefined,
    ...facts,
  }))

/** Ids in a row: `some('p', 3)` is p1, p2, p3. */
export const some = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`)

export const duties = (
  unit: string,
  ids: readonly string[],
  facts: Parameters<typeof testDuty>[2] = {},
): Rows['duties'][] => ids.map((id) => testDuty(id, unit, facts))
