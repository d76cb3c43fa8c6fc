import { type Document, isMap, isNode, LineCounter, type Node, parseDocument, visit } from 'yaml'
import { z } from 'zod'
import { type Day, parseDay } from '../kernel/day.ts'
import type { Clause, Finding, Place } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'

const dated = z.strictObject({
  from: z.string().refine((text) => parseDay(text) !== undefined),
  value: z.json(),
  source: z.string().min(1),
  /** 待核 when false: the rule then only warns. */
  verified: z.boolean(),
})
const file = z.record(
  z.string(),
  z.strictObject({ title: z.string(), titleEn: z.string(), values: z.array(dated).min(1) }),
)

/** One file of limits as text; its name is what a finding calls it: national, province or county. */
export interface PolicyFile {
  readonly name: string
  readonly text: string
}

/** A policy value in force on a day, with the clause it comes from. */
export interface Limit<Value> {
  readonly value: Value
  readonly because: Clause
}

/** Dated limits of the nation, the province and the county; the later file overrides the earlier. */
export interface Policy {
  /** Digest of all files, part of what a certificate binds. */
  readonly digest: string
  /** What is wrong with the files (B10): an entry that cannot be read is left out, and blocks. */
  readonly findings: readonly Finding[]
  /** The value in force on the plan's day, or undefined when no file has it: then the rule stays silent. */
  limit(key: string): Limit<unknown> | undefined
}

type Entries = z.output<typeof file>

/** Reads policy files, nation first; the values are those in force on the day. */
export const policyFrom = (files: readonly PolicyFile[], on: Day, digest: string): Policy => {
  const findings: Finding[] = []
  const entries = new Map<string, Entries[string]>()
  for (const each of files)
    for (const [key, entry] of Object.entries(readEntries(each, findings))) entries.set(key, entry)
  return {
    digest,
    findings,
    limit: (key) => {
      const entry = entries.get(key)
      const [inForce] = (entry?.values ?? [])
        .filter((each) => each.from <= on)
        .sort((a, b) => (a.from < b.from ? 1 : -1))
      if (entry === undefined || inForce === undefined) return undefined
      const { value, source, verified } = inForce
      return { value, because: { text: say(entry.title, entry.titleEn), source, verified } }
    },
  }
}

/** The entries of one file that can be read; every other one is a finding with its line. */
const readEntries = ({ name, text }: PolicyFile, findings: Finding[]): Entries => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const placeAt = (offset: number | undefined): Place => {
    const { line, col } = lines.linePos(offset ?? 0)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  for (const error of document.errors) findings.push(malformed(name, '', placeAt(error.pos[0])))
  if (document.errors.length > 0 || document.contents === null) return {}
  // Aliases would let a small file grow without bound, and a reader look for the value elsewhere.
  const stray = isMap(document.contents) ? firstAlias(document) : document.contents
  if (stray !== undefined) {
    findings.push(malformed(name, '', placeAt(stray.range?.[0])))
    return {}
  }
  const read = Object.entries(document.toJS() as object).map(([key, value]) => {
    const entry = file.valueType.safeParse(value)
    for (const issue of entry.error?.issues ?? []) {
      const path = [key, ...issue.path]
      const node = document.getIn(path, true) ?? document.getIn([key], true)
      findings.push(malformed(name, path.join('.'), placeAt(isNode(node) ? node.range?.[0] : undefined)))
    }
    return [key, entry.data] as const
  })
  return Object.fromEntries(read.filter((each): each is [string, Entries[string]] => each[1] !== undefined))
}

const firstAlias = (document: Document.Parsed): Node | undefined => {
  let found: Node | undefined
  visit(document, {
    Alias: (_, node) => {
      found = node
      return visit.BREAK
    },
  })
  return found
}

const malformed = (name: string, path: string, place: Place): Finding => ({
  code: 'B10',
  severity: 'error',
  at: `policy:${name}${path === '' ? '' : `:${path}`}`,
  message: say(
    `规则参数文件（${name}）第${place.line}行写法不对${path === '' ? '' : `：${path}`}`,
    `Line ${place.line} of the ${name} policy file is not written correctly${path === '' ? '' : `: ${path}`}`,
  ),
  remedy: say(
    '每项写 title、titleEn 和 values；每个值写 from、value、source、verified。',
    'An entry has title, titleEn and values; a value has from, value, source and verified.',
  ),
  place,
})

/** No limits at all; for worlds in which only the operations matter. */
export const noPolicy: Policy = { digest: 'none', findings: [], limit: () => undefined }
