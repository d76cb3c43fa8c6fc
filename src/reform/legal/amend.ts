import { sorted } from '../../kernel/finding.ts'
import type { WrittenLine } from '../editing/line-spans.ts'
import { countersOf } from '../impact.ts'
import type { OperationName } from '../operations/index.ts'
import { type Line, lineAddress } from '../plan.ts'
import { rehearse } from '../rehearse.ts'
import { freshFindings } from './fresh.ts'
import type { Pair } from './pair.ts'
import { movesOf, type Stage, type Tried } from './try.ts'

/** Operations that take one body more: the field in which the bodies stand, and the one that says where they go. */
const joinable: Readonly<Partial<Record<OperationName, readonly [many: string, one: string]>>> = {
  'merge-units': ['units', 'into'],
  'absorb-unit': ['units', 'into'],
  'co-locate-units': ['guests', 'host'],
}

interface Amendment {
  readonly line: Line
  readonly written: WrittenLine
}

/** Lines of the plan that could take one of the two bodies along to where the other comes from: 三局合并 out of 两局合并. */
const amendmentsFor = ({ moved, onto }: Pair, { plan, lineAt }: Stage): readonly Amendment[] =>
  plan.lines.flatMap((line): Amendment[] => {
    const [many, one] = joinable[line.operation.name] ?? []
    const fields = line.fields as Readonly<Record<string, unknown>>
    const written = lineAt(line.number)
    if (many === undefined || one === undefined || written === undefined) return []
    const other = fields[one] === onto.id ? moved.id : fields[one] === moved.id ? onto.id : undefined
    const units = fields[many] as readonly string[]
    if (other === undefined || units.includes(other)) return []
    return [{ line, written: { ...written, [many]: [...units, other] } }]
  })

/** Tries each by rehearsing the whole plan with the line amended; what comes later may depend on it. */
export const amendmentTrials = (pair: Pair, stage: Stage): readonly (() => Tried)[] =>
  amendmentsFor(pair, stage).map((amendment) => () => triedAmended(amendment, stage))

const triedAmended = ({ line, written }: Amendment, { plan, policy, rehearsal }: Stage): Tried => {
  const { operation, number } = line
  const { op: _, on: __, basis: ___, opinions: ____, ...given } = written
  const amended = { ...line, fields: operation.fields.parse(given) }
  const lines = plan.lines.map((each) => (each.number === number ? amended : each))
  const then = rehearse(rehearsal.before, { ...plan, lines }, policy)
  const fresh = freshFindings(rehearsal.findings, then.findings)
  const isDone = then.steps.some((step) => step.line.number === number)
  const at = lineAddress(plan, line)
  return {
    line: written as Tried['line'],
    amends: number,
    op: operation.name,
    term: { zh: operation.terms[0] ?? operation.name, en: operation.name },
    sentence: operation.describe(amended.fields, rehearsal.before),
    refusals: isDone ? [] : fresh.filter((each) => each.severity === 'error' && each.at === at),
    counters: movesOf(countersOf(rehearsal.after), countersOf(then.after), {
      was: rehearsal.conservation.counterExamples.length,
      is: then.conservation.counterExamples.length,
    }),
    findings: sorted(fresh),
  }
}
