import type { WrittenLine } from '../../../reform/editing/line-spans.ts'
import { insertLine } from '../../../reform/editing/plan-edit.ts'
import type { OperationName } from '../../../reform/operations/index.ts'

/** Operations on one unit that officials write for many units in the same words, one line each. */
const repeated: ReadonlySet<OperationName> = new Set([
  'change-grade',
  'change-management',
  'change-subordination',
  'convert-to-enterprise',
  'dissolve-unit',
  'set-leadership-quota',
  'set-staffing-quota',
])

export const isRepeatable = (operation: OperationName): boolean => repeated.has(operation)

/** The line once for its own unit and once for each further one. */
export const linesFor = (line: WrittenLine, units: readonly string[]): readonly WrittenLine[] => [
  line,
  ...units.filter((unit) => unit !== line.unit).map((unit) => ({ ...line, unit })),
]

/** The text with several lines written before line `at`, in their order; undefined when one of them cannot be. */
export const insertLines = (text: string, at: number, lines: readonly WrittenLine[]): string | undefined => {
  let next: string | undefined = text
  lines.forEach((line, place) => {
    next = next === undefined ? undefined : insertLine(next, at + place, line)
  })
  return next
}

/** What the next line of the same kind begins with: all but the unit, the names, the ids and the things named. */
export const likeLine = (line: WrittenLine): WrittenLine => {
  const kept = [
    'op',
    'on',
    'basis',
    'kind',
    'grade',
    'counts',
    'countReason',
    'funding',
    'management',
    'sponsor',
  ]
  const more: Readonly<Record<string, readonly string[]>> = {
    'absorb-unit': ['into'],
    appoint: ['office', 'title', 'concurrent', 'occupiesPost'],
    'assign-person': ['to', 'section', 'assignment'],
    'change-management': ['to'],
    'set-leadership-quota': ['chief', 'deputy'],
    'transfer-duty': ['from', 'to', 'dates'],
    'transfer-premises': ['to'],
    'transfer-archives': ['to'],
    'transfer-budget': ['to'],
    'transfer-contracts': ['to'],
    'transfer-seals': ['to'],
  }
  const keys = [...kept, ...(more[line.op] ?? [])]
  return Object.fromEntries(Object.entries(line).filter(([key]) => keys.includes(key))) as WrittenLine
}
