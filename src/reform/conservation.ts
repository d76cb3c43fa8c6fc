import type { Finding } from '../kernel/finding.ts'
import type { UnitId } from '../kernel/id.ts'
import { say, type Text } from '../kernel/text.ts'
import { shortNameOf } from '../register/queries.ts'
import { type HeldName, heldNames, type Register } from '../register/register.ts'
import type { ReadTable } from '../register/table.ts'
import { isOpen } from '../register/unit.ts'
import { type AmountTable, type Expectations, isAmount, type ThingTable } from './expectations.ts'
import { termOf } from './refusals.ts'

/**
 * The proof that nothing is lost (守恒). What should be where is folded from the declared moves alone;
 * what is where is read from the register after. Where the two differ, the thing is named.
 */

/** Facts of a thing that its journey may not change; everything else about it stays the same, row for row. */
const mayChange: Readonly<Partial<Record<ThingTable, readonly string[]>>> = {
  duties: ['unit', 'section'],
  people: ['unit', 'section', 'assignment', 'supported'],
  sections: ['unit', 'posts'],
  seals: ['unit', 'state'],
}
const mayChangeByDefault: readonly string[] = ['unit']

/** One row of the matrix: how many of a conserved thing there were, moved, ended, began and are. */
export interface Balance {
  readonly table: HeldName
  readonly term: Text
  readonly before: number
  readonly moved: number
  readonly ended: number
  readonly begun: number
  readonly after: number
  /** Things that are not where the plan says they must be. */
  readonly unplaced: number
}

export interface CounterExample {
  readonly table: HeldName
  readonly id: string
  readonly expected: UnitId | 'ended' | 'nothing' | 'unchanged'
  readonly found: UnitId | 'missing' | 'changed' | 'present' | number
  readonly finding: Finding
}

export interface Conservation {
  readonly holds: boolean
  readonly balances: readonly Balance[]
  readonly counterExamples: readonly CounterExample[]
}

/** Compares the register after with what was expected of it. */
export const provedFrom = (before: Register, after: Register, expected: Expectations): Conservation => {
  const counterExamples: CounterExample[] = []
  const balances: Balance[] = []
  for (const table of heldNames) {
    const found = isAmount(table)
      ? amountsAgainst(table, before, after, expected)
      : thingsAgainst(table, before, after, expected)
    counterExamples.push(...found.counterExamples)
    balances.push(found.balance)
  }
  return { holds: counterExamples.length === 0, balances, counterExamples }
}

const thingsAgainst = (table: ThingTable, before: Register, after: Register, expected: Expectations) => {
  const counterExamples: CounterExample[] = []
  const things = expected.things[table]
  const { ended, begun } = things
  const [was, is] = [before[table], after[table]] as [Things, Things]
  let moved = 0
  let present = 0
  const judge = (id: string, from: Thing | undefined, unit: UnitId) => {
    const row = is.get(id)
    if (row !== undefined) present += 1
    if (from !== undefined && from.unit !== unit) moved += 1
    if (row === undefined) counterExamples.push(lost(table, id, unit, 'missing', before, after))
    else if (row.unit !== unit || !isOpenHome(after, unit))
      counterExamples.push(lost(table, id, unit, row.unit, before, after))
    else if (from !== undefined && from !== row && !isSameThing(table, from, row))
      counterExamples.push(lost(table, id, 'unchanged', 'changed', before, after))
  }
  for (const row of was.values()) {
    const unit = things.holderOf(row.id, row.unit)
    if (unit !== undefined) judge(row.id, row, unit)
  }
  for (const id of begun) {
    const unit = was.has(id) ? undefined : things.holderOf(id, undefined)
    if (unit !== undefined) judge(id, undefined, unit)
  }
  if (present < is.size)
    for (const { id } of is.values())
      if (things.holderOf(id, was.get(id)?.unit) === undefined)
        counterExamples.push(lost(table, id, ended.has(id) ? 'ended' : 'nothing', 'present', before, after))
  const balance: Balance = {
    table,
    term: termOf(table),
    before: was.size,
    moved,
    ended: [...ended].filter((id) => was.has(id)).length,
    begun: [...begun].filter((id) => !ended.has(id) && !was.has(id)).length,
    after: is.size,
    unplaced: counterExamples.length,
  }
  return { balance, counterExamples }
}

interface Thing {
  readonly id: string
  readonly unit: UnitId
}
type Things = ReadTable<Thing>

const isOpenHome = (after: Register, id: UnitId): boolean => {
  const unit = after.units.get(id)
  return unit !== undefined && isOpen(unit)
}

const amountsAgainst = (table: AmountTable, before: Register, after: Register, expected: Expectations) => {
  const counterExamples: CounterExample[] = []
  const wanted = expected.posts[table]
  for (const [id, count] of wanted) {
    const found = after[table].get(id)?.posts ?? 0
    if (found !== count) counterExamples.push(miscounted(table, id, count, found))
  }
  for (const [id, row] of after[table])
    if (!wanted.has(id)) counterExamples.push(miscounted(table, id, 0, row.posts))
  for (const id of expected.overdrawn[table]) counterExamples.push(overdrawn(table, id))
  const total = (register: Register) => {
    let posts = 0
    for (const row of register[table].values()) posts += row.posts
    return posts
  }
  const authorised = expected.authorised[table]
  let moved = 0
  for (const [id, count] of wanted) moved += Math.max(0, count - (before[table].get(id)?.posts ?? 0))
  const balance: Balance = {
    table,
    term: termOf(table),
    before: total(before),
    moved,
    ended: Math.max(0, -authorised),
    begun: Math.max(0, authorised),
    after: total(after),
    unplaced: counterExamples.length,
  }
  return { balance, counterExamples }
}

const isSameThing = (table: ThingTable, was: object, row: object): boolean => {
  const free = mayChange[table] ?? mayChangeByDefault
  const [a, b] = [was as Record<string, unknown>, row as Record<string, unknown>]
  for (const key in a) if (a[key] !== b[key] && !free.includes(key)) return false
  return true
}

const nameOfThing = (table: HeldName, id: string, register: Register): string => {
  const row = register[table].get(id)
  return row !== undefined && 'name' in row ? `${row.name}（${id}）` : id
}

const lost = (
  table: ThingTable,
  id: string,
  expected: CounterExample['expected'],
  found: UnitId | 'missing' | 'changed' | 'present',
  before: Register,
  after: Register,
): CounterExample => {
  const thing = nameOfThing(table, id, before.duties.has(id) || before[table].has(id) ? before : after)
  const term = termOf(table)
  const should = phrase(expected, after)
  const is = phrase(found, after)
  return {
    table,
    id,
    expected,
    found,
    finding: {
      code: 'N02',
      severity: 'error',
      at: `${table}:${id}`,
      message: say(
        `${term.zh}“${thing}”应${should.zh}，实际${is.zh}`,
        `The ${term.en} “${thing}” should be ${should.en} but is ${is.en}`,
      ),
      remedy: say('在方案中写明它的去处。', 'State in the plan where it goes.'),
      because: continuity,
    },
  }
}

const miscounted = (table: AmountTable, id: string, expected: number, found: number): CounterExample => ({
  table,
  id,
  expected: 'unchanged',
  found,
  finding: {
    code: 'N03',
    severity: 'error',
    at: `${table}:${id}`,
    message: say(
      `${termOf(table).zh}“${id}”应为${expected}名，实际${found}名`,
      `The ${termOf(table).en} “${id}” should be ${expected} but is ${found}`,
    ),
    remedy: say(
      '用 set-staffing-quota 或 set-leadership-quota 写明增减。',
      'State the change with set-staffing-quota or set-leadership-quota.',
    ),
    because: continuity,
  },
})

const overdrawn = (table: AmountTable, id: string): CounterExample => ({
  table,
  id,
  expected: 'unchanged',
  found: 'missing',
  finding: {
    code: 'N04',
    severity: 'error',
    at: `${table}:${id}`,
    message: say(
      `${termOf(table).zh}“${id}”划出的多于所有的`,
      `More of the ${termOf(table).en} “${id}” was given away than there was`,
    ),
    remedy: say('减少划出数，或先核增。', 'Send fewer, or add posts first.'),
    because: continuity,
  },
})

const phrase = (place: CounterExample['expected'] | CounterExample['found'], after: Register): Text => {
  if (place === 'missing') return say('下落不明', 'nowhere')
  if (place === 'changed') return say('内容被改', 'altered')
  if (place === 'present') return say('仍在', 'still there')
  if (place === 'ended') return say('终止', 'ended')
  if (place === 'nothing') return say('不存在', 'non-existent')
  if (place === 'unchanged') return say('内容不变', 'unaltered')
  if (typeof place === 'number') return say(String(place), String(place))
  const name = shortNameOf(after, place)
  return say(`在${name.zh}`, `with the ${name.en}`)
}

const continuity = {
  text: say(
    '机构改革中职责、合同、债权债务由承继单位继续',
    'Duties, contracts and liabilities continue with whoever carries on',
  ),
  source: '优化营商环境条例（2019）第三十一条；行政诉讼法第二十六条',
  verified: true,
}
