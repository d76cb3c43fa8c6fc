import { isMap, isScalar, type Node, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Day } from '../kernel/day.ts'
import type { Place as FilePlace, Finding } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'
import { type AnyOperation, operationNamed, operationWords } from './operations/index.ts'
import type { Line, Opinion } from './plan.ts'
import { nodesOf } from './plan-nodes.ts'
import type { LinePiece, Piece } from './plan-parse.ts'
import { nearest, problemsOf } from './plan-problems.ts'

type Nodes = ReturnType<typeof nodesOf>

/** More lines than this are refused before any of them is read. */
const most = 5000

/** Members of a line that are not fields of its operation. */
const lineKeys = ['op', 'on', 'basis', 'opinions'] as const

/** The lines of a plan; one that cannot be read is told and left out. */
export const linesOf = (nodes: Nodes, root: YAMLMap, plan: { id: string; effectiveOn: Day }): Line[] => {
  if (!root.has('lines'))
    nodes.refuse(
      'F03',
      root,
      say('缺少 lines', '`lines` is missing'),
      say('写 lines: 和各行改革事项。', 'Write `lines:` and the operations under it.'),
    )
  const items = nodes.items(root, 'lines')
  if (items.length > most) {
    nodes.refuse(
      'F02',
      items[most],
      say(`方案超过${most}行`, `The plan has more than ${most} lines`),
      say('拆成几个方案文件。', 'Divide it into several plan files.'),
    )
    return []
  }
  return items.flatMap((item, at) => lineOf(nodes, item, { ...plan, number: at + 1 }))
}

interface Place {
  readonly id: string
  readonly effectiveOn: Day
  readonly number: number
}

/** What a line came to when it was read as this number of this plan; its places are those within the line. */
interface Reading extends Place {
  readonly lines: readonly Line[]
  readonly findings: readonly Finding[]
}

const readings = new WeakMap<Piece, Reading>()

/** The lines of a plan that was parsed line by line; a line that stays as it was is not read again. */
export const linesOfPieces = (
  nodes: Nodes,
  pieces: readonly LinePiece[],
  plan: { id: string; effectiveOn: Day },
): Line[] =>
  pieces.flatMap(({ piece, rows }, at) => {
    const { lines, findings } = readingOf(piece, { ...plan, number: at + 1 })
    nodes.findings.push(...findings.map((finding) => movedDown(finding, rows)))
    return lines.map((line) => movedDown(line, rows))
  })

const readingOf = (piece: Piece, place: Place): Reading => {
  const kept = readings.get(piece)
  const { id, effectiveOn, number } = place
  if (kept?.id === id && kept.effectiveOn === effectiveOn && kept.number === number) return kept
  const findings: Finding[] = []
  const item = (piece.document.contents as unknown as YAMLSeq).items[0]
  const lines = lineOf(
    nodesOf({ id, document: piece.document, placeAt: piece.placeAt }, findings),
    item,
    place,
  )
  const reading = { ...place, lines, findings }
  readings.set(piece, reading)
  return reading
}

const movedDown = <Placed extends { readonly place?: FilePlace }>(placed: Placed, rows: number): Placed =>
  placed.place === undefined
    ? placed
    : { ...placed, place: { line: placed.place.line + rows, column: placed.place.column } }

const lineOf = (nodes: Nodes, item: unknown, { id, effectiveOn, number }: Place): Line[] => {
  const at = `plan:${id}#${number}`
  const map = isMap(item) ? (item as YAMLMap) : undefined
  if (map === undefined || !map.has('op')) {
    withoutOperation(nodes, item, { at, number })
    return []
  }
  const on = nodes.day(map, 'on', false) ?? effectiveOn
  const operation = operationOf(nodes, map, at)
  const fields = operation && fieldsOf(nodes, map, { operation, at })
  if (operation === undefined || fields === undefined) return []
  const basis = nodes.text(map, 'basis', false)
  return [
    {
      number,
      operation,
      fields,
      on,
      ...(basis === undefined ? {} : { basis }),
      ...(map.has('opinions') ? { opinions: opinionsOf(nodes, map) } : {}),
      place: nodes.place(item),
    },
  ]
}

/** A line that does not say what it does; the Chinese word for it is a likely slip. */
const withoutOperation = (
  nodes: Nodes,
  item: unknown,
  { at, number }: { readonly at: string; readonly number: number },
): void => {
  const slip = ['操作', '事项', '改革事项'].map((key) => nodes.pair(item, key)).find((pair) => pair)
  nodes.refuse(
    'F03',
    slip?.key ?? item,
    say(`第${number}行缺少 op`, `Line ${number} lacks \`op\``),
    slip === undefined
      ? say('写 - op: …，写明改革事项。', 'Write `- op: …` to name the operation.')
      : say(`把“${String(slip.key)}”改为 op。`, `Write \`op\` instead of “${String(slip.key)}”.`),
    at,
  )
}

const operationOf = (nodes: Nodes, map: YAMLMap, at: string): AnyOperation | undefined => {
  const value = nodes.value(map, 'op')
  const word = typeof value === 'string' ? value : undefined
  const operation = word === undefined ? undefined : operationNamed(word)
  if (operation !== undefined) return operation
  const hint = word === undefined ? undefined : nearest(word, operationWords)
  nodes.refuse(
    'F05',
    nodes.node(map, 'op') ?? map,
    word === undefined || word === ''
      ? say('op 应写明改革事项', '`op` must name an operation')
      : say(`没有改革事项“${word}”`, `There is no operation “${word}”`),
    hint === undefined
      ? say('用 explain 或指南查看全部事项。', 'See the guide for all operations.')
      : say(`是否为“${hint}”？`, `Did you mean “${hint}”?`),
    at,
  )
  return undefined
}

const fieldsOf = (
  nodes: Nodes,
  map: YAMLMap,
  { operation, at }: { operation: AnyOperation; at: string },
): unknown => {
  const given: Record<string, unknown> = Object.create(null)
  for (const pair of map.items) {
    const key = String(isScalar(pair.key) ? pair.key.value : pair.key)
    if (!(lineKeys as readonly string[]).includes(key)) given[key] = nodes.plain(pair.value)
  }
  const parsed = operation.fields.safeParse({ ...given })
  if (parsed.success) return parsed.data
  for (const problem of problemsOf(parsed.error, operation, given)) {
    const node = problem.path.length === 0 ? map : (map.getIn(problem.path, true) as Node | undefined)
    const key =
      problem.key === undefined
        ? undefined
        : nodes.pair(problem.path.length === 0 ? map : node, problem.key)?.key
    nodes.refuse(problem.code, key ?? node ?? map, problem.message, problem.remedy, at)
  }
  return undefined
}

const opinionsOf = (nodes: Nodes, map: YAMLMap): Opinion[] =>
  nodes.maps(map, 'opinions', ['rule', 'document'], 'rule: M3, document: …').flatMap((item) => {
    const [rule, document] = [nodes.text(item, 'rule', true), nodes.text(item, 'document', true)]
    return rule === undefined || document === undefined ? [] : [{ rule, document }]
  })
