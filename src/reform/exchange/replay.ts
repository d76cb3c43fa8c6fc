import type { Day } from '../../kernel/day.ts'
import { blocks, type Finding, sorted } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { type Draft, draftOf, frozen, type Register } from '../../register/register.ts'
import { isOpen } from '../../register/unit.ts'
import { type Conservation, provedFrom } from '../conservation.ts'
import { expectationOf } from '../expectations.ts'
import type { Move } from '../operation.ts'
import { Calendar } from './calendar.ts'
import type { CaseTexts, ForeignOperation } from './case.ts'
import { differences } from './compare.ts'
import { inconsistencies } from './consistency.ts'
import { Doubles } from './doubles.ts'
import { openingOf, registerOf } from './opening.ts'
import { Outliers } from './outliers.ts'
import { type ReadCase, readCase } from './read.ts'
import { remark } from './refusals.ts'
import { outsideId, Roll } from './roll.ts'
import type { Deed } from './steps.ts'
import { type Journey, translate } from './translate.ts'

/** A step of the replay: one of our operations, and the foreign one it comes from. */
export interface ReplayStep extends Deed {
  readonly from: ForeignOperation
}

/** What became of a case. */
export interface Replayed {
  readonly name: string
  /** How many operations the file holds. */
  readonly operations: number
  readonly unitsBefore: number
  readonly unitsAfter: number
  /** The units after, as the exchange format writes them, in order of id. */
  readonly units: readonly Readonly<Record<string, unknown>>[]
  readonly findings: readonly Finding[]
  /** Nothing was refused and every unit and attribute is as after.json has it; undefined without that file. */
  readonly exact: boolean | undefined
  /** True when an operation or a file was refused, so that the units after mean nothing. */
  readonly isRefused: boolean
  /** Duties listed one by one, before and after. */
  readonly duties: { readonly before: number; readonly after: number }
  /** The day of the last operation that was read. */
  readonly lastDay: Day | undefined
  readonly conservation: Conservation
  readonly before: Register
  readonly after: Register
  readonly steps: readonly ReplayStep[]
}

/** At most so many findings are given; the last then says how many more there are. */
const mostFindings = 500

/**
 * Reads a case, translates it into typed operations, walks them with check, moves and apply as a plan is walked,
 * proves that no duty is lost and compares with the register after. Never throws for a bad case.
 */
export const replayCase = (texts: CaseTexts): Replayed => {
  const read = readCase(texts)
  const { before: foreign = [], operations } = read
  const source = read.sources['operations.json']
  const calendar = new Calendar(operations, source)
  const roll = new Roll(foreign)
  const opening = openingOf(foreign, roll)
  const outliers = new Outliers()
  const doubles = new Doubles(roll)
  const { steps, findings: refused } = translated(operations, {
    roll,
    calendar,
    outliers,
    doubles,
  })
  const name = read.declared.before.name ?? 'case'
  const before = registerOf(opening, roll.entering, name)
  const walked = walk(before, steps, calendar)
  const units = unitsOf(walked.after, roll, read)
  const own = [
    ...read.findings,
    ...inconsistencies(read, roll, calendar),
    ...refused,
    ...outliers.findings(source),
    ...walked.findings,
  ]
  const isRefused = blocks(own) || read.before === undefined
  const after = read.after && new Map(read.after.map(({ code, attributes }) => [code, attributes]))
  const doubts = doubles.findings(after, source)
  const differing =
    read.after === undefined ? [] : differences(read.after, units, roll, calendar, read.sources)
  const isExact = !isRefused && differing.length === 0 && !blocks(doubts)
  return {
    name,
    operations: read.operationCount,
    unitsBefore: foreign.length,
    unitsAfter: units.length,
    units,
    findings: capped(sorted([...own, ...doubts, ...differing])),
    exact: exactness(read, texts, isExact),
    isRefused,
    duties: { before: opening.duties.length, after: dutiesHeld(walked.after) },
    lastDay: operations.at(-1)?.on ?? read.declared.before.on,
    conservation: walked.conservation,
    before,
    after: walked.after,
    steps,
  }
}

const dutiesHeld = (register: Register): number =>
  register.duties.size - register.duties.heldBy(outsideId).length

const exactness = (read: ReadCase, texts: CaseTexts, isExact: boolean): boolean | undefined =>
  texts['after.json'] === undefined ? undefined : isExact && read.after !== undefined

const translated = (operations: readonly ForeignOperation[], journey: Journey) => {
  const { roll, calendar } = journey
  const steps: ReplayStep[] = []
  const findings: Finding[] = []
  let latest: ForeignOperation | undefined
  for (const operation of operations) {
    if (latest !== undefined && operation.on < latest.on) {
      findings.push(backwards(operation, latest, calendar))
      continue
    }
    latest = operation
    const { steps: own, findings: said } = translate(operation, journey)
    findings.push(...said)
    if (blocks(said)) for (const { code } of operation.targets) roll.missing.set(code, operation.index)
    for (const step of own) steps.push({ ...step, from: operation })
  }
  return { steps, findings }
}

const walk = (before: Register, steps: readonly ReplayStep[], { source }: Calendar) => {
  const draft = draftOf(before)
  const findings: Finding[] = []
  const moves: Move[] = []
  for (const { operation, fields, from } of steps) {
    const said = operation.check(fields, draft)
    for (const { severity, message, remedy } of said)
      findings.push(remark('X16', severity, from, source, message, remedy ?? message))
    if (blocks(said)) continue
    moves.push(...operation.moves(fields, draft))
    operation.apply(fields, draft as Draft, from.on)
  }
  const after = frozen(draft)
  const conservation = provedFrom(before, after, expectationOf(before, moves))
  findings.push(...conservation.counterExamples.map(({ finding }) => finding))
  return { after, conservation, findings }
}

/** The open units as the exchange format writes them. */
const unitsOf = (
  register: Register,
  roll: Roll,
  { sources }: ReadCase,
): Readonly<Record<string, unknown>>[] => {
  const lists = new Map(roll.living().map((member) => [member.id, member.duties]))
  const units: [code: string, unit: Readonly<Record<string, unknown>>][] = []
  for (const unit of register.units.values()) {
    if (!isOpen(unit) || unit.id === outsideId) continue
    const listed = lists.get(unit.id)
    const held = new Map(register.duties.heldBy(unit.id).map((duty) => [duty.id as string, duty.name]))
    // What is held is told by the register, its order by the roll.
    const order = new Map(listed?.map(({ id }, at) => [id, at]))
    const rows = [...held].sort(([a], [b]) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size))
    const duties = listed === undefined && rows.length === 0 ? {} : { duties: rows.map(([, text]) => text) }
    const code = unit.code ?? ''
    units.push([code, { id: idIn(sources, code), ...unit.attributes, ...duties }])
  }
  return units.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, unit]) => unit)
}

/** The id as the case first writes it: a number where it writes one. */
const idIn = (sources: ReadCase['sources'], code: string): unknown => {
  const before = sources['before.json'].spelling
  if (before.isText(code)) return code
  return before.numberOf(code) ?? sources['operations.json'].spelling.numberOf(code) ?? code
}

const backwards = (operation: ForeignOperation, latest: ForeignOperation, { source }: Calendar): Finding =>
  remark(
    'X06',
    'error',
    operation,
    source,
    say(
      `日期${operation.on}早于前一项 ${latest.id} 的${latest.on}`,
      `its day ${operation.on} is before ${latest.on} of ${latest.id}, which stands above it`,
    ),
    say('按日期先后排列。', 'Write the operations in order of their days.'),
  )

const capped = (findings: readonly Finding[]): readonly Finding[] => {
  const more = findings.length - mostFindings
  if (more <= 0) return findings
  const rest: Finding = {
    code: 'X20',
    severity: 'note',
    at: 'case:findings',
    message: say(`另有${more}条未列出`, `${more} more findings are not listed`),
    remedy: say('先改正以上各条，再运行一次。', 'Correct these first, then run it again.'),
  }
  return [...findings.slice(0, mostFindings), rest]
}
