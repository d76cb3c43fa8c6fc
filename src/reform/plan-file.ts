import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml'
import { sha256Hex } from '../kernel/canonical.ts'
import { type Day, parseDay } from '../kernel/day.ts'
import type { Finding, Place } from '../kernel/finding.ts'
import { say, type Text } from '../kernel/text.ts'
import { type AnyOperation, operationNamed, operationWords } from './operations/index.ts'
import type { Expectation, Line, Opinion, Plan, Stage } from './plan.ts'
import { nearest, problemsOf } from './plan-problems.ts'

/** What a plan file may hold at most; more is refused before it is parsed. */
const limits = { characters: 2 * 1024 * 1024, lines: 5000, depth: 24, findings: 500 } as const

const topKeys = [
  'sanding',
  'title',
  'titleEn',
  'authority',
  'effectiveOn',
  'completesOn',
  'base',
  'transition',
  'stages',
  'lines',
  'expect',
] as const
const lineKeys = ['op', 'on', 'basis', 'opinions'] as const

const stageWords: Readonly<Record<string, Stage['stage']>> = {
  initiation: 'initiation',
  argument: 'argument',
  decision: 'decision',
  implementation: 'implementation',
  动议: 'initiation',
  论证: 'argument',
  审议决定: 'decision',
  组织实施: 'implementation',
}

/**
 * Reads a plan file (YAML 1.2 core schema). Everything wrong is a finding with line and column; lines that can be read
 * are kept, so that the rest can still be rehearsed. F01 not YAML · F02 too large or too deep · F03 shape · F04 unknown
 * key · F05 unknown operation · F06 a field that does not fit · F07 anchors and aliases.
 */
export const readPlan = (text: string, id: string): { plan: Plan | undefined; findings: Finding[] } => {
  const reader = new Reader(id)
  const plan = reader.read(text)
  return { plan, findings: capped(reader.findings, id) }
}

/** Bytes to text: UTF-8, with or without a byte order mark; anything else is a finding. */
export const decodePlan = (bytes: Uint8Array): { text?: string; findings: Finding[] } => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), findings: [] }
  } catch {
    const line = 1 + bytes.subarray(0, firstBadByte(bytes)).filter((byte) => byte === 10).length
    return {
      findings: [
        {
          code: 'F01',
          severity: 'error',
          at: 'plan',
          message: say(`方案文件第${line}行不是 UTF-8 编码`, `Line ${line} of the plan file is not UTF-8`),
          remedy: say('另存为 UTF-8 后再试。', 'Save it as UTF-8 and try again.'),
          place: { line, column: 1 },
        },
      ],
    }
  }
}

/** The longest prefix that decodes, found by halving; a cut character at its end is not yet an error. */
const firstBadByte = (bytes: Uint8Array): number => {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  return good
}

const capped = (findings: Finding[], id: string): Finding[] => {
  if (findings.length <= limits.findings) return findings
  const left = findings.length - limits.findings
  return [
    ...findings.slice(0, limits.findings),
    {
      code: 'F03',
      severity: 'error',
      at: `plan:${id}`,
      message: say(`另有${left}条意见未列出`, `${left} more findings are not shown`),
      remedy: say('先改正以上各条。', 'Mend the ones above first.'),
      place: { line: 1, column: 1 },
    },
  ]
}

class Reader {
  readonly findings: Finding[] = []
  readonly #id: string
  #lines = new LineCounter()
  #document: Document.Parsed = parseDocument('')

  constructor(id: string) {
    this.#id = id
  }

  read(given: string): Plan | undefined {
    const text = given.startsWith('\uFEFF') ? given.slice(1) : given
    if (this.#isTooLarge(text)) return undefined
    const document = this.#parse(text)
    if (document === undefined) return undefined
    const root = document.contents
    if (!isMap(root)) {
      this.#refuse(
        'F03',
        root,
        say('方案文件应是“键: 值”的列表', 'A plan file is a list of `key: value`'),
        say('从 sanding: 1 和 title 写起。', 'Begin with `sanding: 1` and `title`.'),
      )
      return undefined
    }
    return this.#plan(root as YAMLMap, text)
  }

  #isTooLarge(text: string): boolean {
    const control = /[^\P{Cc}\t\n\r]|\p{Cs}/u.exec(text)
    if (text.length > limits.characters || depthOf(text) > limits.depth) {
      this.#at(
        'F02',
        { line: 1, column: 1 },
        say('方案文件过大或嵌套过深', 'The plan file is too large or too deep'),
        say('拆成几个方案文件。', 'Divide it into several plan files.'),
      )
      return true
    }
    if (control === null) return false
    const before = text.slice(0, control.index).split('\n')
    this.#at(
      'F01',
      { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
      say('文件中有不可见的控制字符', 'The file has an invisible control character'),
      say('删去它。', 'Remove it.'),
    )
    return true
  }

  #parse(text: string): Document.Parsed | undefined {
    this.#lines = new LineCounter()
    const document = parseDocument(text, {
      lineCounter: this.#lines,
      schema: 'core',
      version: '1.2',
      uniqueKeys: true,
      merge: false,
      stringKeys: true,
      prettyErrors: false,
    })
    for (const error of [...document.errors, ...document.warnings])
      this.#at(
        'F01',
        this.#placeAt(error.pos[0]),
        say(`不是正确的 YAML：${error.message}`, `Not correct YAML: ${error.message}`),
        say('改正此处。', 'Correct this place.'),
      )
    visit(document, {
      // A plan is read aloud: it repeats itself openly, so that a bomb of aliases has no place in it.
      Alias: (_, node) =>
        this.#refuse(
          'F07',
          node,
          say('方案文件不用锚点和别名（& *）', 'A plan file does not use anchors and aliases (& *)'),
          say('把内容写全。', 'Write it out.'),
        ),
    })
    if (this.findings.length > 0) return undefined
    this.#document = document
    return document
  }

  #plan(root: YAMLMap, text: string): Plan {
    this.#unknownKeys(root, topKeys)
    const version = this.#value(root, 'sanding')
    if (version !== 1)
      this.#refuse(
        'F03',
        this.#node(root, 'sanding') ?? root,
        say('sanding 应为 1', '`sanding` must be 1'),
        say('在第一行写 sanding: 1。', 'Write `sanding: 1` on the first line.'),
      )
    const effectiveOn = this.#day(root, 'effectiveOn', true) ?? ('1970-01-01' as Day)
    const base = this.#map(root, 'base')
    const transition = this.#map(root, 'transition')
    const until = transition && this.#day(transition, 'until', true)
    const register = base && this.#day(base, 'register', true)
    const hash = base && this.#text(base, 'hash', false)
    const title = this.#text(root, 'title', true) ?? this.#id
    return {
      id: this.#id,
      title,
      titleEn: this.#text(root, 'titleEn', false) ?? title,
      authority: this.#text(root, 'authority', true) ?? '',
      effectiveOn,
      completesOn: this.#day(root, 'completesOn', false) ?? effectiveOn,
      ...(register === undefined
        ? {}
        : { base: { register, ...(hash === undefined ? {} : { hash }), place: this.#place(base) } }),
      ...(until === undefined
        ? {}
        : { transition: { until, basis: this.#text(transition as YAMLMap, 'basis', true) ?? '' } }),
      ...(root.has('stages') ? { stages: this.#stages(root) } : {}),
      lines: this.#linesOf(root, effectiveOn),
      expect: this.#expectations(root),
      digest: `sha256:${sha256Hex(text)}`,
    }
  }

  #stages(root: YAMLMap): Stage[] {
    return this.#items(root, 'stages').flatMap((item) => {
      if (!isMap(item)) return []
      const word = this.#text(item as YAMLMap, 'stage', true) ?? ''
      const stage = stageWords[word]
      const on = this.#day(item as YAMLMap, 'on', true)
      if (stage === undefined)
        this.#refuse(
          'F06',
          this.#node(item as YAMLMap, 'stage') ?? item,
          say(`“${word}”不是程序环节`, `“${word}” is not a stage`),
          say(
            '写 动议、论证、审议决定 或 组织实施。',
            'Write initiation, argument, decision or implementation.',
          ),
        )
      if (stage === undefined || on === undefined) return []
      return [
        {
          stage,
          on,
          document: this.#text(item as YAMLMap, 'document', true) ?? '',
          place: this.#place(item),
        },
      ]
    })
  }

  #linesOf(root: YAMLMap, effectiveOn: Day): Line[] {
    if (!root.has('lines'))
      this.#refuse(
        'F03',
        root,
        say('缺少 lines', '`lines` is missing'),
        say('写 lines: 和各行改革事项。', 'Write `lines:` and the operations under it.'),
      )
    const items = this.#items(root, 'lines')
    if (items.length > limits.lines) {
      this.#refuse(
        'F02',
        items[limits.lines],
        say(`方案超过${limits.lines}行`, `The plan has more than ${limits.lines} lines`),
        say('拆成几个方案文件。', 'Divide it into several plan files.'),
      )
      return []
    }
    return items.flatMap((item, at) => this.#line(item, at + 1, effectiveOn))
  }

  #line(item: unknown, number: number, effectiveOn: Day): Line[] {
    const at = `plan:${this.#id}#${number}`
    if (!isMap(item)) {
      this.#refuse(
        'F03',
        item,
        say(`第${number}行应以 op 写明改革事项`, `Line ${number} must name its operation with \`op\``),
        say('写 - op: …', 'Write `- op: …`'),
        at,
      )
      return []
    }
    const map = item as YAMLMap
    const word = this.#value(map, 'op')
    const operation = typeof word === 'string' ? operationNamed(word) : undefined
    const on = this.#day(map, 'on', false) ?? effectiveOn
    if (operation === undefined) {
      const hint = typeof word === 'string' ? nearest(word, operationWords) : undefined
      this.#refuse(
        'F05',
        this.#node(map, 'op') ?? item,
        say(`没有改革事项“${String(word ?? '')}”`, `There is no operation “${String(word ?? '')}”`),
        hint === undefined
          ? say('用 explain 或指南查看全部事项。', 'See the guide for all operations.')
          : say(`是否为“${hint}”？`, `Did you mean “${hint}”?`),
        at,
      )
      return []
    }
    const fields = this.#fields(map, operation, at)
    if (fields === undefined) return []
    const basis = this.#text(map, 'basis', false)
    return [
      {
        number,
        operation,
        fields,
        on,
        ...(basis === undefined ? {} : { basis }),
        ...(map.has('opinions') ? { opinions: this.#opinions(map) } : {}),
        place: this.#place(item),
      },
    ]
  }

  #fields(map: YAMLMap, operation: AnyOperation, at: string): unknown {
    const given: Record<string, unknown> = Object.create(null)
    for (const pair of map.items) {
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key)
      if (!(lineKeys as readonly string[]).includes(key)) given[key] = plain(pair.value, this.#document)
    }
    const parsed = operation.fields.safeParse({ ...given })
    if (parsed.success) return parsed.data
    for (const problem of problemsOf(parsed.error, operation)) {
      const node = problem.path.length === 0 ? map : (map.getIn(problem.path, true) as Node | undefined)
      const key =
        problem.key === undefined
          ? undefined
          : this.#pair(problem.path.length === 0 ? map : node, problem.key)?.key
      this.#refuse(problem.code, key ?? node ?? map, problem.message, problem.remedy, at)
    }
    return undefined
  }

  #opinions(map: YAMLMap): Opinion[] {
    return this.#items(map, 'opinions').flatMap((item) => {
      if (!isMap(item)) return []
      const rule = this.#text(item as YAMLMap, 'rule', true)
      const document = this.#text(item as YAMLMap, 'document', true)
      return rule === undefined || document === undefined ? [] : [{ rule, document }]
    })
  }

  #expectations(root: YAMLMap): Expectation[] {
    const map = this.#map(root, 'expect')
    return (map?.items ?? []).flatMap((pair) => {
      const value = isScalar(pair.value) ? pair.value.value : undefined
      if (typeof value === 'number' && Number.isFinite(value))
        return [
          {
            figure: String(isScalar(pair.key) ? pair.key.value : pair.key),
            value,
            place: this.#place(pair.key),
          },
        ]
      this.#refuse(
        'F06',
        (pair.value ?? pair.key) as Node,
        say('预期应为数', 'An expectation is a number'),
        say('写一个数。', 'Write a number.'),
      )
      return []
    })
  }

  #unknownKeys(map: YAMLMap, known: readonly string[]) {
    for (const pair of map.items) {
      const key = String(isScalar(pair.key) ? pair.key.value : pair.key)
      if (known.includes(key)) continue
      const hint = nearest(key, known)
      this.#refuse(
        'F04',
        pair.key as Node,
        say(`不认识“${key}”`, `“${key}” is not known here`),
        hint === undefined
          ? say('删去它。', 'Remove it.')
          : say(`是否为“${hint}”？`, `Did you mean “${hint}”?`),
      )
    }
  }

  #pair(map: unknown, key: string): Pair<Node> | undefined {
    return isMap(map)
      ? (map.items.find((pair) => isScalar(pair.key) && pair.key.value === key) as Pair<Node> | undefined)
      : undefined
  }
  #node(map: YAMLMap, key: string): Node | undefined {
    return map.get(key, true) as Node | undefined
  }
  #value(map: YAMLMap, key: string): unknown {
    const node = this.#node(map, key)
    return isScalar(node) ? node.value : node
  }
  #map(map: YAMLMap, key: string): YAMLMap | undefined {
    const node = this.#node(map, key)
    if (node === undefined || isMap(node)) return node as YAMLMap | undefined
    this.#refuse(
      'F03',
      node,
      say(`${key} 应是“键: 值”的列表`, `\`${key}\` is a list of \`key: value\``),
      say('分行写。', 'Write it on lines of its own.'),
    )
    return undefined
  }
  #items(map: YAMLMap, key: string): unknown[] {
    const node = this.#node(map, key)
    if (node === undefined) return []
    if (isSeq(node)) return node.items
    this.#refuse(
      'F03',
      node,
      say(`${key} 应是以“- ”开头的列表`, `\`${key}\` is a list whose items begin with “- ”`),
      say('每项一行，以“- ”开头。', 'One item a line, beginning with “- ”.'),
    )
    return []
  }
  #text(map: YAMLMap, key: string, isRequired: boolean): string | undefined {
    const value = this.#value(map, key)
    if (typeof value === 'string' && value !== '') return value
    if (value === undefined && !isRequired) return undefined
    this.#refuse(
      'F06',
      this.#node(map, key) ?? map,
      say(`${key} 应为文字`, `\`${key}\` must be text`),
      say(`写明 ${key}。`, `Give \`${key}\`.`),
    )
    return undefined
  }
  #day(map: YAMLMap, key: string, isRequired: boolean): Day | undefined {
    const value = this.#value(map, key)
    if (value === undefined && !isRequired) return undefined
    const day = typeof value === 'string' ? parseDay(value) : undefined
    if (day === undefined)
      this.#refuse(
        'F06',
        this.#node(map, key) ?? map,
        say(`${key} 应为日期，如 2020-12-01`, `\`${key}\` must be a day such as 2020-12-01`),
        say('按 年-月-日 写。', 'Write it as year-month-day.'),
      )
    return day
  }

  #place(node: unknown): Place {
    const range =
      node !== null && typeof node === 'object' && 'range' in node ? (node as Node).range : undefined
    return this.#placeAt(range?.[0] ?? 0)
  }
  #placeAt(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  #refuse(code: string, node: unknown, message: Text, remedy: Text, at?: string) {
    this.#at(code, this.#place(node), message, remedy, at)
  }
  #at(code: string, place: Place, message: Text, remedy: Text, at = `plan:${this.#id}`) {
    this.findings.push({ code, severity: 'error', at, message, remedy, place })
  }
}

/** A node as plain data. */
const plain = (node: unknown, document: Document.Parsed): unknown =>
  node !== null && typeof node === 'object' && 'toJS' in node ? (node as Node).toJS(document) : node

/** How deep the text could nest at the most: by brackets, and by indentation. */
const depthOf = (text: string): number => {
  let [open, deepest] = [0, 0]
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++open)
    else if (character === ']' || character === '}') open = Math.max(0, open - 1)
    else if (character === '\n') open = Math.min(open, 200)
  }
  const dashes = /(?:- ){25,}/.test(text)
  return dashes ? 99 : deepest
}
