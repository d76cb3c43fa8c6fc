import { type Document, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml'
import { type Day, parseDay } from '../kernel/day.ts'
import type { Finding, Place } from '../kernel/finding.ts'
import { say, type Text } from '../kernel/text.ts'
import { nearest } from './plan-problems.ts'

interface ParsedFile {
  readonly id: string
  readonly document: Document.Parsed
  placeAt(offset: number): Place
}

/** The nodes of a plan file: reads texts, days, maps and lists out of them; what does not fit is a finding with its place. */
class Nodes {
  readonly findings: Finding[]
  readonly #file: ParsedFile

  constructor(file: ParsedFile, findings: Finding[]) {
    this.#file = file
    this.findings = findings
  }

  unknownKeys(map: YAMLMap, known: readonly string[]) {
    for (const pair of map.items) {
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key)
      if (known.includes(key)) continue
      const hint = nearest(key, known)
      this.refuse(
        'F04',
        pair.key as Node,
        say(`不认识“${key}”`, `“${key}” is not known here`),
        hint === undefined
          ? say('删去它。', 'Remove it.')
          : say(`是否为“${hint}”？`, `Did you mean “${hint}”?`),
      )
    }
  }

  pair(map: unknown, key: string): Pair<Node> | undefined {
    return isMap(map)
      ? (map.items.find((pair) => isScalar(pair.key) && pair.key.value === key) as Pair<Node> | undefined)
      : undefined
  }
  node(map: YAMLMap, key: string): Node | undefined {
    return map.get(key, true) as Node | undefined
  }
  value(map: YAMLMap, key: string): unknown {
    const node = this.node(map, key)
    return isScalar(node) ? node.value : node
  }
  map(map: YAMLMap, key: string): YAMLMap | undefined {
    const node = this.node(map, key)
    if (node === undefined || isMap(node)) return node as YAMLMap | undefined
    this.refuse(
      'F03',
      node,
      say(`${key} 应是“键: 值”的列表`, `\`${key}\` is a list of \`key: value\``),
      say('分行写。', 'Write it on lines of its own.'),
    )
    return undefined
  }
  items(map: YAMLMap, key: string): unknown[] {
    const node = this.node(map, key)
    if (node === undefined) return []
    if (isSeq(node)) return node.items
    this.refuse(
      'F03',
      node,
      say(`${key} 应是以“- ”开头的列表`, `\`${key}\` is a list whose items begin with “- ”`),
      say('每项一行，以“- ”开头。', 'One item a line, beginning with “- ”.'),
    )
    return []
  }
  /** The items of a list that are maps with none but the known keys; every other one is told, with an example. */
  maps(map: YAMLMap, key: string, known: readonly string[], example: string): YAMLMap[] {
    return this.items(map, key).flatMap((item) => {
      if (isMap(item)) {
        this.unknownKeys(item as YAMLMap, known)
        return [item as YAMLMap]
      }
      this.refuse(
        'F03',
        item,
        say(`${key} 的每项应写明 ${known.join('、')}`, `An item of \`${key}\` has ${known.join(', ')}`),
        say(`如：- { ${example} }`, `Such as \`- { ${example} }\``),
      )
      return []
    })
  }
  text(map: YAMLMap, key: string, isRequired: boolean): string | undefined {
    const value = this.value(map, key)
    if (typeof value === 'string' && value !== '') return value
    if (value === undefined && !isRequired) return undefined
    this.refuse(
      'F06',
      this.node(map, key) ?? map,
      say(`${key} 应为文字`, `\`${key}\` must be text`),
      say(`写明 ${key}。`, `Give \`${key}\`.`),
    )
    return undefined
  }
  day(map: YAMLMap, key: string, isRequired: boolean): Day | undefined {
    const value = this.value(map, key)
    if (value === undefined && !isRequired) return undefined
    const day = typeof value === 'string' ? parseDay(value) : undefined
    if (day === undefined)
      this.refuse(
        'F06',
        this.node(map, key) ?? map,
        say(`${key} 应为日期，如 2020-12-01`, `\`${key}\` must be a day such as 2020-12-01`),
        say('按 年-月-日 写。', 'Write it as year-month-day.'),
      )
    return day
  }

  place(node: unknown): Place {
    const range =
      node !== null && typeof node === 'object' && 'range' in node ? (node as Node).range : undefined
    return this.placeAt(range?.[0] ?? 0)
  }
  placeAt(offset: number): Place {
    return this.#file.placeAt(offset)
  }
  refuse(code: string, node: unknown, message: Text, remedy: Text, at?: string) {
    this.at(code, this.place(node), message, remedy, at)
  }
  at(code: string, place: Place, message: Text, remedy: Text, at = `plan:${this.#file.id}`) {
    this.findings.push({ code, severity: 'error', at, message, remedy, place })
  }

  /** A node as plain data. */
  plain(node: unknown): unknown {
    return node !== null && typeof node === 'object' && 'toJS' in node
      ? (node as Node).toJS(this.#file.document)
      : node
  }
}

/** The reader of one parsed file, or of a piece of it; it adds to the findings that there are. */
export const nodesOf = (file: ParsedFile, findings: Finding[]): Nodes => new Nodes(file, findings)
