import type { Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import type { Calendar } from './calendar.ts'
import { type CaseFile, type ForeignOperation, type ForeignUnit, operationTypes } from './case.ts'
import { isSameJson } from './exact-json.ts'
import { codeOf } from './read-ids.ts'
import { operationAddress } from './read-operations.ts'
import type { Roll } from './roll.ts'
import { type Source, shortened, shown } from './source.ts'

type Written = Readonly<Record<string, unknown>>

/**
 * What after.json has otherwise, each with the operation that did it or a word that none did. X17 expected and not
 * there · X18 there and not expected · X19 another attribute. The order of members, units and duties is no difference.
 */
export const differences = (
  expected: readonly ForeignUnit[],
  units: readonly Written[],
  roll: Roll,
  calendar: Calendar,
  sources: Readonly<Record<CaseFile, Source>>,
): Finding[] => {
  const compare = new Comparison(roll, calendar, sources)
  const left = new Map(units.map((unit) => [codeOf(unit.id) ?? '', unit]))
  const findings = expected.flatMap((unit) => {
    const found = left.get(unit.code)
    left.delete(unit.code)
    return found === undefined ? [compare.absent(unit)] : compare.changed(unit, found)
  })
  return [...findings, ...[...left.keys()].map((code) => compare.unexpected(code))]
}

class Comparison {
  readonly #roll: Roll
  readonly #calendar: Calendar
  readonly #sources: Readonly<Record<CaseFile, Source>>

  constructor(roll: Roll, calendar: Calendar, sources: Readonly<Record<CaseFile, Source>>) {
    this.#roll = roll
    this.#calendar = calendar
    this.#sources = sources
  }

  absent(unit: ForeignUnit): Finding {
    const former = this.#roll.formerHolder(unit.code)
    const why = this.#told(
      former?.endedBy ?? this.#roll.missing.get(unit.code),
      former === undefined
        ? (told) =>
            say(`应由 ${told.zh} 设立，而该项被退回`, `${told.en} should have made it but was refused`)
        : (told) => say(`由 ${told.zh} 终止`, `${told.en} ended it`),
      say('没有任何事项设立它', 'nothing made it'),
      unit,
    )
    return this.#finding(
      'X17',
      unit,
      say(
        `结果中应有单位“${shortened(unit.code)}”，实际没有：${why.text.zh}`,
        `the unit “${shortened(unit.code)}” is expected but is not there: ${why.text.en}`,
      ),
      why.at,
    )
  }

  unexpected(code: string): Finding {
    const why = this.#told(
      this.#roll.holder(code)?.touchedBy,
      (told) => say(`最后涉及它的是 ${told.zh}`, `${told.en} was the last to touch it`),
      say('它一直在册，没有任何事项终止它', 'it has been there from the beginning and nothing ended it'),
    )
    return this.#finding(
      'X18',
      { code, index: -1 },
      say(
        `结果中不应有单位“${shortened(code)}”：${why.text.zh}`,
        `the unit “${shortened(code)}” is not expected: ${why.text.en}`,
      ),
      why.at,
    )
  }

  changed(unit: ForeignUnit, found: Written): Finding[] {
    const { id, ...has } = found
    const wants: Written =
      unit.duties === undefined ? unit.attributes : { ...unit.attributes, duties: unit.duties }
    const keys = [...new Set([...Object.keys(wants), ...Object.keys(has)])].filter(
      (key) => !isSameAttribute(key, own(wants, key), own(has, key)),
    )
    if (keys.length === 0) return []
    const holder = this.#roll.holder(unit.code)
    const why = this.#told(
      holder?.saidBy ?? holder?.touchedBy,
      (told) => say(`现值出自 ${told.zh}`, `what it is comes from ${told.en}`),
      say('没有任何事项改过它', 'no operation touched it'),
      unit,
    )
    const list = keys.map((key) => differing(key, own(wants, key), own(has, key)))
    const zh = list.map((each) => each.zh).join('；')
    const en = list.map((each) => each.en).join('; ')
    const name = shortened(unit.code)
    const text = say(
      `单位“${name}”不同：${zh}；${why.text.zh}`,
      `the unit “${name}” differs: ${en}; ${why.text.en}`,
    )
    return [this.#finding('X19', unit, text, why.at)]
  }

  /** The operation of that number in words; without one, an operation that says the same of another unit. */
  #told(
    index: number | undefined,
    by: (told: Text) => Text,
    nobody: Text,
    expected?: ForeignUnit,
  ): { text: Text; at: number | undefined } {
    const operation = this.#calendar.byNumber(index)
    if (operation !== undefined) return { text: by(titled(operation)), at: index }
    const misled = expected && this.#calendar.sayingOfAnother(expected)
    if (misled === undefined) return { text: nobody, at: undefined }
    const { zh, en } = titled(misled.operation)
    const code = shortened(misled.code)
    return {
      text: say(
        `${nobody.zh}；${zh}把这些内容写给了“${code}”`,
        `${nobody.en}; ${en} says exactly this of “${code}”`,
      ),
      at: misled.operation.index,
    }
  }

  /** Leads to the operation when one is known, else to the unit in after.json. */
  #finding(
    code: string,
    unit: Pick<ForeignUnit, 'code' | 'index'>,
    message: Text,
    index: number | undefined,
  ): Finding {
    const remedy = say(
      '核对 after.json 与这项改革事项：多半漏了一项、重了一项，或写错了单位。',
      'Compare after.json with that operation: mostly one is missing, written twice, or names the wrong unit.',
    )
    const operation = this.#calendar.byNumber(index)
    if (operation !== undefined) {
      const path = ['operations', operation.index]
      return this.#sources['operations.json'].finding(
        code,
        'error',
        path,
        message,
        remedy,
        operationAddress(operation.id),
      )
    }
    const path = unit.index < 0 ? [] : ['units', unit.index]
    return this.#sources['after.json'].finding(
      code,
      'error',
      path,
      message,
      remedy,
      `unit:${shortened(unit.code)}`,
    )
  }
}

const titled = ({ id, type }: ForeignOperation): Text => {
  const { zh, en } = operationTypes[type]
  return say(`${shortened(id)}（${zh}）`, `${shortened(id)} (${en})`)
}

const own = (unit: Written, key: string): unknown => (Object.hasOwn(unit, key) ? unit[key] : undefined)

const isSameAttribute = (key: string, a: unknown, b: unknown): boolean =>
  isSameJson(a, b) || (key === 'duties' && isSameJson(inOrder(a), inOrder(b)))

const inOrder = (duties: unknown): unknown => (Array.isArray(duties) ? [...duties].sort() : duties)

const differing = (key: string, wants: unknown, has: unknown): Text => {
  if (key === 'duties' && Array.isArray(wants) && Array.isArray(has)) return dutiesDiffering(wants, has)
  const name = shortened(key)
  return say(
    `${name} 应为 ${shown(wants)}，实际 ${shown(has)}`,
    `${name} should be ${shown(wants)} but is ${shown(has)}`,
  )
}

const dutiesDiffering = (wants: readonly unknown[], has: readonly unknown[]): Text => {
  const few = (list: readonly unknown[]) =>
    list.length === 0
      ? '—'
      : `${list.slice(0, 3).map(shown).join(', ')}${list.length > 3 ? ` … (${list.length})` : ''}`
  const [lacking, surplus] = [few(without(wants, has)), few(without(has, wants))]
  return say(`职责少 ${lacking}，多 ${surplus}`, `duties lacking ${lacking}, surplus ${surplus}`)
}

/** What the one list has more often than the other. */
const without = (list: readonly unknown[], other: readonly unknown[]): unknown[] => {
  const left = new Map<string, number>()
  for (const each of other) left.set(shownWhole(each), (left.get(shownWhole(each)) ?? 0) + 1)
  return list.filter((each) => {
    const count = left.get(shownWhole(each)) ?? 0
    left.set(shownWhole(each), count - 1)
    return count <= 0
  })
}

const shownWhole = (value: unknown): string => JSON.stringify(value)
