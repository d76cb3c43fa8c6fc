import type { Finding, Severity } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import type { Calendar } from './calendar.ts'
import type { ForeignOperation } from './case.ts'
import type { ReadCase } from './read.ts'
import { remark } from './refusals.ts'
import type { Roll } from './roll.ts'
import { type Path, type Source, shortened } from './source.ts'

/**
 * What the files say against themselves. An operation may have no effect on any unit (a transfer whose duties nobody
 * lists), so that its loss or repetition shows nowhere else. X10 one operation written twice under two ids · X11 other
 * counts than `meta` declares · X12 a share (`X#Y`) that no operation takes up · X15 a gap in the running numbers.
 */
export const inconsistencies = (read: ReadCase, roll: Roll, calendar: Calendar): Finding[] => {
  const ids = read.operations.map((operation) => operation.id)
  const gaps = missingIds(ids)
  return [
    ...doubled(read.operations, calendar.source),
    ...miscounted(read, [...gaps, ...cutOff(ids, gaps.length, read.declared.operations.operations)]),
    ...gaps.map((id) => gap(id, calendar.source)),
    ...leftShares(read, roll, calendar),
  ]
}

/** Two operations with everything but the id the same; at least a warning. */
const doubled = (operations: readonly ForeignOperation[], source: Source): Finding[] => {
  const first = new Map<string, ForeignOperation>()
  const last = new Map<string, ForeignOperation>()
  return operations.flatMap((operation) => {
    const { type, on, sources, targets, duties, note, evidence } = operation
    const targetFacts = targets.map(({ code, attributes, duties: listed }) => [code, attributes, listed])
    const key = JSON.stringify([type, on, sources, targetFacts, duties, note, evidence])
    const known = first.get(key)
    first.set(key, operation)
    const units = JSON.stringify([...new Set([...sources, ...targets.map(({ code }) => code)])].sort())
    const latest = last.get(units)
    last.set(units, operation)
    if (known === undefined) return []
    return [
      remark(
        'X10',
        // There, back and there again: another act of the very same units lies between.
        latest === known ? 'error' : 'warning',
        operation,
        source,
        say(`与 ${shortened(known.id)} 完全相同`, `it is the same as ${shortened(known.id)} in everything`),
        say(
          '删去其中一项；确有两次的，在 note 或 evidence 中写明区别。',
          'Remove one; if it happened twice, tell them apart in `note` or `evidence`.',
        ),
      ),
    ]
  })
}

const miscounted = (
  { declared, operations, operationCount, before, after, sources }: ReadCase,
  gaps: string[],
) => {
  const found: Finding[] = []
  const suspects: Text =
    gaps.length === 0
      ? say('', '')
      : say(`；编号缺 ${gaps.slice(0, 5).join('、')}`, `; the numbering lacks ${gaps.slice(0, 5).join(', ')}`)
  const check = (
    source: Source,
    severity: Severity,
    path: Path,
    what: Text,
    says: number | undefined,
    has: number,
  ) => {
    if (says === undefined || says === has) return
    const message = say(
      `${source.file} 的 meta 写明${what.zh}${says}，实有${has}${suspects.zh}`,
      `meta of ${source.file} declares ${says} ${what.en}, but there are ${has}${suspects.en}`,
    )
    const remedy = say(
      '补上缺的、删去多的，或改正 meta。',
      'Add what is missing, remove what is too much, or correct meta.',
    )
    found.push(source.finding('X11', severity, path, message, remedy))
  }
  const list = sources['operations.json']
  check(
    list,
    'error',
    ['meta', 'counts', 'operations'],
    say('事项', 'operations'),
    declared.operations.operations,
    operationCount,
  )
  const tally = new Map<string, number>()
  for (const { type } of operations) tally.set(type, (tally.get(type) ?? 0) + 1)
  const isAllRead = operations.length === operationCount
  for (const [type, says] of isAllRead ? Object.entries(declared.operations.byType ?? {}) : [])
    check(
      list,
      'error',
      ['meta', 'counts', 'byType', type],
      say(`“${type}”事项`, `“${type}” operations`),
      says,
      tally.get(type) ?? 0,
    )
  const units = say('单位', 'units')
  if (before !== undefined)
    check(sources['before.json'], 'warning', ['meta', 'count'], units, declared.before.count, before.length)
  if (after !== undefined)
    check(sources['after.json'], 'warning', ['meta', 'count'], units, declared.after.count, after.length)
  return found
}

const numbered = /^(.*?)(\d{1,9})$/

/** Ids that a running number leaves out, when all ids are one prefix and a number that only rises; at most 20. */
export const missingIds = (ids: readonly string[]): string[] => {
  const parts = ids.map((id) => numbered.exec(id))
  const [prefix, width] = [parts[0]?.[1], parts[0]?.[2]?.length ?? 0]
  const missing: string[] = []
  let next = 1
  for (const part of parts) {
    const number = Number(part?.[2])
    if (part === null || part[1] !== prefix || number < next) return []
    for (; next < number && missing.length < 20; next += 1)
      missing.push(`${prefix}${String(next).padStart(width, '0')}`)
    next = number + 1
  }
  return missing
}

/** The ids that must have stood at the end: the numbers run on, and `meta` declares more. */
const cutOff = (ids: readonly string[], gaps: number, declared = 0): string[] => {
  const last = numbered.exec(ids.at(-1) ?? '')
  const isRunning = last !== null && Number(last[2]) === ids.length + gaps
  const lacking = declared - ids.length - gaps
  if (!isRunning || lacking <= 0) return []
  return Array.from(
    { length: Math.min(lacking, 20) },
    (_, at) => `${last[1]}${String(Number(last[2]) + at + 1).padStart(last[2]?.length ?? 0, '0')}`,
  )
}

const gap = (id: string, source: Source): Finding =>
  source.finding(
    'X15',
    'warning',
    ['operations'],
    say(`编号中没有 ${shortened(id)}`, `the running numbers leave out ${shortened(id)}`),
    say('核对是否漏了这一项。', 'Check whether this operation has been left out.'),
    `operation:${shortened(id)}`,
  )

const leftShares = ({ before, after }: ReadCase, roll: Roll, calendar: Calendar): Finding[] => {
  // A register may have such ids for good: then after.json has them.
  const known = new Set([...(before ?? []), ...(after ?? [])].map((unit) => unit.code))
  return roll.living().flatMap((member) => {
    const maker = calendar.byNumber(member.madeBy)
    const isShare =
      maker?.type === 'split' && maker.sources.some((code) => member.code.startsWith(`${code}#`))
    if (!isShare || known.has(member.code)) return []
    const share = shortened(member.code)
    const isNamed = after === undefined && Object.hasOwn(member.attributes, 'name')
    return [
      remark(
        'X12',
        isNamed ? 'warning' : 'error',
        maker,
        calendar.source,
        say(`份额“${share}”没有并入任何单位`, `no operation takes up the share “${share}”`),
        say('补上接受这一份额的合并或并入。', 'Add the merger or absorption that takes it.'),
      ),
    ]
  })
}
