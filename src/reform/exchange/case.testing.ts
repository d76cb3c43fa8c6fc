import type { CaseTexts } from './case.ts'
import { type Replayed, replayCase } from './replay.ts'

type Facts = Readonly<Record<string, unknown>>

/** An operation of a test; id and day are filled in when the test does not care. */
export interface Told {
  readonly type: string
  readonly sources?: readonly string[]
  readonly targets?: readonly Facts[]
  readonly date?: string
  readonly id?: string
  readonly [member: string]: unknown
}

/** A case from plain objects; units may be given by their code alone. */
export const caseOf = (
  before: readonly (string | Facts)[],
  operations: readonly Told[],
  after?: readonly Facts[],
): CaseTexts => ({
  'before.json': JSON.stringify({ units: before.map(unit) }),
  'operations.json': JSON.stringify({
    operations: operations.map((operation, at) => ({ id: `op${at + 1}`, date: '2020-01-01', ...operation })),
  }),
  ...(after === undefined ? {} : { 'after.json': JSON.stringify({ units: after }) }),
})

/** A unit called after its code. */
export const unit = (given: string | Facts): Facts =>
  typeof given === 'string' ? { id: given, name: given } : given

export const replayOf = (...given: Parameters<typeof caseOf>): Replayed => replayCase(caseOf(...given))

/** The codes of what lives after, and the codes of what was found. */
export const codesOf = ({ units }: Replayed): unknown[] => units.map(({ id }) => id)
export const foundIn = ({ findings }: Replayed): string[] => findings.map(({ code }) => code)
