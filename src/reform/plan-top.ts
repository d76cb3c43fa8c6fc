import { isScalar, type Node, type YAMLMap } from 'yaml'
import type { Day } from '../kernel/day.ts'
import { say } from '../kernel/text.ts'
import { documentKinds, type Expectation, type Plan, type Stage } from './plan.ts'
import { linesOf, linesOfPieces } from './plan-lines.ts'
import type { nodesOf } from './plan-nodes.ts'
import type { LinePiece } from './plan-parse.ts'

type Nodes = ReturnType<typeof nodesOf>
type Documents = NonNullable<Plan['documents']>

const topKeys = [
  'sanding',
  'title',
  'titleEn',
  'authority',
  'effectiveOn',
  'completesOn',
  'base',
  'transition',
  'term',
  'stages',
  'documents',
  'lines',
  'expect',
] as const

/** Names of a closed list, each also in Chinese. */
const wordsOf = <Word extends string>(terms: Readonly<Record<Word, string>>): ReadonlyMap<string, Word> =>
  new Map(
    (Object.entries(terms) as [Word, string][]).flatMap(([word, term]) => [
      [word, word],
      [term, word],
    ]),
  )

const stageTerms = {
  initiation: '动议',
  argument: '论证',
  decision: '审议决定',
  implementation: '组织实施',
} satisfies Record<Stage['stage'], string>
const stageWords = wordsOf(stageTerms)
const documentWords = wordsOf(documentKinds)

interface PlanFile {
  readonly id: string
  readonly digest: string
  /** The lines, when they were parsed one by one. */
  readonly pieces: readonly LinePiece[] | undefined
}

/** The plan that the top of a file describes. What is missing has a stand-in, so that the rest can still be read. */
export const planIn = (nodes: Nodes, root: YAMLMap, file: PlanFile): Plan => {
  nodes.unknownKeys(root, topKeys)
  if (nodes.value(root, 'sanding') !== 1)
    nodes.refuse(
      'F03',
      nodes.node(root, 'sanding') ?? root,
      say('sanding 应为 1', '`sanding` must be 1'),
      say('在第一行写 sanding: 1。', 'Write `sanding: 1` on the first line.'),
    )
  const effectiveOn = nodes.day(root, 'effectiveOn', true) ?? ('1970-01-01' as Day)
  const dated = datedIn(nodes, root)
  const title = nodes.text(root, 'title', true) ?? file.id
  return {
    id: file.id,
    title,
    titleEn: nodes.text(root, 'titleEn', false) ?? title,
    authority: nodes.text(root, 'authority', true) ?? '',
    effectiveOn,
    completesOn: nodes.day(root, 'completesOn', false) ?? effectiveOn,
    ...dated,
    ...(root.has('stages') ? { stages: stagesIn(nodes, root) } : {}),
    ...(root.has('documents') ? { documents: documentsIn(nodes, root) } : {}),
    lines:
      file.pieces === undefined
        ? linesOf(nodes, root, { id: file.id, effectiveOn })
        : linesOfPieces(nodes, file.pieces, { id: file.id, effectiveOn }),
    expect: expectationsIn(nodes, root),
    digest: file.digest,
  }
}

/** What the plan rests on and until when: the register, the transition, the term of government. */
const datedIn = (nodes: Nodes, root: YAMLMap): Pick<Plan, 'base' | 'transition' | 'term'> => {
  const base = known(nodes, root, 'base', ['register', 'hash'])
  const transition = known(nodes, root, 'transition', ['until', 'basis'])
  const term = known(nodes, root, 'term', ['from', 'until'])
  const until = transition && nodes.day(transition, 'until', true)
  const register = base && nodes.day(base, 'register', true)
  const hash = base && nodes.text(base, 'hash', false)
  const [from, to] = [term && nodes.day(term, 'from', true), term && nodes.day(term, 'until', true)]
  return {
    ...(register === undefined
      ? {}
      : { base: { register, ...(hash === undefined ? {} : { hash }), place: nodes.place(base) } }),
    ...(until === undefined
      ? {}
      : { transition: { until, basis: nodes.text(transition as YAMLMap, 'basis', true) ?? '' } }),
    ...(from === undefined || to === undefined ? {} : { term: { from, until: to } }),
  }
}

/** A map of the top, when there is one, with its unknown keys told. */
const known = (nodes: Nodes, root: YAMLMap, key: string, keys: readonly string[]): YAMLMap | undefined => {
  const map = nodes.map(root, key)
  if (map !== undefined) nodes.unknownKeys(map, keys)
  return map
}

const stagesIn = (nodes: Nodes, root: YAMLMap): Stage[] =>
  nodes
    .maps(root, 'stages', ['stage', 'on', 'document'], 'stage: 动议, on: …, document: …')
    .flatMap((map) => {
      const word = nodes.text(map, 'stage', true) ?? ''
      const stage = stageWords.get(word)
      const on = nodes.day(map, 'on', true)
      if (stage === undefined)
        nodes.refuse(
          'F06',
          nodes.node(map, 'stage') ?? map,
          say(`“${word}”不是程序环节`, `“${word}” is not a stage`),
          say(
            '写 动议、论证、审议决定 或 组织实施。',
            'Write initiation, argument, decision or implementation.',
          ),
        )
      if (stage === undefined || on === undefined) return []
      return [{ stage, on, document: nodes.text(map, 'document', true) ?? '', place: nodes.place(map) }]
    })

const documentKeys = ['kind', 'document', 'on', 'until']
const documentsIn = (nodes: Nodes, root: YAMLMap): Documents =>
  nodes.maps(root, 'documents', documentKeys, 'kind: 公开征求意见, document: …, on: …').flatMap((map) => {
    const word = nodes.text(map, 'kind', true) ?? ''
    const kind = documentWords.get(word)
    const [on, until] = [nodes.day(map, 'on', true), nodes.day(map, 'until', false)]
    const document = nodes.text(map, 'document', true)
    if (kind === undefined && word !== '')
      nodes.refuse(
        'F06',
        nodes.node(map, 'kind') ?? map,
        say(`“${word}”不是材料种类`, `“${word}” is not a kind of document`),
        say(
          `写 ${Object.values(documentKinds).join('、')} 之一。`,
          `Write one of ${Object.keys(documentKinds).join(', ')}.`,
        ),
      )
    if (kind === undefined || on === undefined || document === undefined) return []
    return [{ kind, document, on, ...(until === undefined ? {} : { until }), place: nodes.place(map) }]
  })

const expectationsIn = (nodes: Nodes, root: YAMLMap): Expectation[] =>
  (nodes.map(root, 'expect')?.items ?? []).flatMap((pair) => {
    const value = isScalar(pair.value) ? pair.value.value : undefined
    if (typeof value === 'number' && Number.isFinite(value))
      return [
        {
          figure: String(isScalar(pair.key) ? pair.key.value : pair.key),
          value,
          place: nodes.place(pair.key),
        },
      ]
    nodes.refuse(
      'F06',
      (pair.value ?? pair.key) as Node,
      say('预期应为数', 'An expectation is a number'),
      say('写一个数。', 'Write a number.'),
    )
    return []
  })
