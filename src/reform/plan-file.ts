import { type Document, isMap, visit, type YAMLMap } from 'yaml'
import { sha256Hex } from '../kernel/canonical.ts'
import type { Finding } from '../kernel/finding.ts'
import { say, type Text } from '../kernel/text.ts'
import type { Plan } from './plan.ts'
import { aliasFault, directiveFault, faultOf, slipOn } from './plan-faults.ts'
import { nodesOf } from './plan-nodes.ts'
import { parsedPlan, repeatedKeys } from './plan-parse.ts'
import { planIn } from './plan-top.ts'

export { decodePlan } from './plan-decode.ts'

/** What a plan file may hold at most; more is refused before it is parsed. */
const limits = { characters: 2 * 1024 * 1024, depth: 24, findings: 500 } as const

/**
 * Reads a plan file (YAML 1.2 core schema). Everything wrong is a finding with line and column; lines that can be read
 * are kept, so that the rest can still be rehearsed. F01 not YAML · F02 too large or too deep · F03 shape · F04 unknown
 * key · F05 unknown operation · F06 a field that does not fit · F07 anchors, aliases and directives. How it is parsed,
 * whole or line by line, makes no difference to what is read.
 */
export const readPlan = (
  given: string,
  id: string,
  parse = parsedPlan,
): { plan: Plan | undefined; findings: Finding[] } => {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given
  const unfit = unfitToParse(text, id)
  if (unfit.length > 0) return { plan: undefined, findings: unfit }
  const findings: Finding[] = []
  const { document, placeAt, lines } = parse(text)
  const nodes = nodesOf({ id, document, placeAt }, findings)
  refuseFaults(nodes, document, text)
  if (findings.length > 0) return { plan: undefined, findings: capped(findings, id) }
  const root = document.contents
  if (!isMap(root)) {
    nodes.refuse(
      'F03',
      root,
      say('方案文件应是“键: 值”的列表', 'A plan file is a list of `key: value`'),
      say('从 sanding: 1 和 title 写起。', 'Begin with `sanding: 1` and `title`.'),
    )
    return { plan: undefined, findings }
  }
  const plan = planIn(nodes, root as YAMLMap, {
    id,
    digest: `sha256:${sha256Hex(text)}`,
    pieces: lines,
  })
  return { plan, findings: capped(findings, id) }
}

/** What makes the file no plain YAML: its faults, less those on the lines right after one, which follow from it; and aliases. */
const refuseFaults = (nodes: ReturnType<typeof nodesOf>, document: Document.Parsed, text: string): void => {
  const rows = text.split('\n')
  let last = -1
  const faults = [...document.errors, ...document.warnings, ...repeatedKeys(document)]
  for (const { code, pos } of faults.sort((a, b) => a.pos[0] - b.pos[0])) {
    const place = nodes.placeAt(pos[0])
    const follows = place.line === last || place.line === last + 1
    last = place.line
    if (follows) continue
    const slip = slipOn(rows[place.line - 1] ?? '')
    nodes.at('F01', place, ...(slip ?? faultOf(code, text.slice(pos[0], pos[0] + 80))))
  }
  // A plan is read aloud: it repeats itself openly, so that a bomb of aliases has no place in it.
  visit(document, { Alias: (_, node) => nodes.refuse('F07', node, ...aliasFault) })
}

/** Too large, too deep, with characters that nobody can see, or with directives: then it is not parsed at all. */
export const unfitToParse = (text: string, id: string): Finding[] => {
  const refused = (code: string, before: string, [message, remedy]: readonly [Text, Text]): Finding[] => {
    const rows = before.split('\n')
    const place = { line: rows.length, column: (rows.at(-1)?.length ?? 0) + 1 }
    return [{ code, severity: 'error', at: `plan:${id}`, message, remedy, place }]
  }
  if (text.length > limits.characters || depthOf(text) > limits.depth)
    return refused('F02', '', [
      say('方案文件过大或嵌套过深', 'The plan file is too large or too deep'),
      say('拆成几个方案文件。', 'Divide it into several plan files.'),
    ])
  const control = /[^\P{Cc}\t\n\r]|\p{Cs}/u.exec(text)
  if (control !== null)
    return refused('F01', text.slice(0, control.index), [
      say('文件中有不可见的控制字符', 'The file has an invisible control character'),
      say('删去它。', 'Remove it.'),
    ])
  // Directives stand before anything else but comments.
  const preamble = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?=%)/.exec(text)
  return preamble === null ? [] : refused('F07', preamble[0], directiveFault)
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
