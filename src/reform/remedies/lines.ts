import type { Finding } from '../../kernel/finding.ts'
import { type LineSpan, lineSpans, type WrittenLine } from '../editing/line-spans.ts'
import { insertLine, removeLine, replaceLine } from '../editing/plan-edit.ts'
import type { Line, Plan } from '../plan.ts'

/** What remedies do to the lines of a text. */

/** The number of the line that a finding leads to, counted from 1. */
export const numberOf = ({ at }: Finding): number | undefined => {
  const number = /^plan:.*#(\d+)$/.exec(at)?.[1]
  return number === undefined ? undefined : Number(number)
}

export const lineOf = (plan: Plan, finding: Finding): Line | undefined =>
  plan.lines.find(({ number }) => number === numberOf(finding))

/** The id of a finding's subject in a table: `units`-findings say `unit:…`, others `table:id`. */
export const subjectIn = ({ about, at }: Finding, table: string): string | undefined => {
  const head = `${table}:`
  return [about, at].find((each) => each?.startsWith(head))?.slice(head.length)
}

/** Table and id of a finding about a row: `duties:d-1`. */
export const rowOf = ({ about }: Finding): { readonly table: string; readonly id: string } | undefined => {
  const found = /^([a-z]+):(.+)$/i.exec(about ?? '')
  return found === null ? undefined : { table: found[1] ?? '', id: found[2] ?? '' }
}

export const written = (text: string, number: number): LineSpan | undefined => lineSpans(text)?.[number - 1]

/** The line as written, changed; undefined when it has no such line or the change is none. */
export const rewritten = (
  text: string,
  number: number | undefined,
  change: (line: WrittenLine) => WrittenLine | undefined,
): string | undefined => {
  const line = number === undefined ? undefined : written(text, number)?.value
  const changed = line === undefined ? undefined : change(line)
  return changed === undefined || number === undefined ? undefined : replaceLine(text, number, changed)
}

/** Lines written one after the other before line `number`; at the end when it is left out. */
export const withLines = (
  text: string,
  lines: readonly WrittenLine[],
  number = (lineSpans(text)?.length ?? 0) + 1,
): string | undefined =>
  lines.reduce<string | undefined>(
    (so, line, at) => (so === undefined ? undefined : insertLine(so, number + at, line)),
    text,
  )

/** Every place in a line where a text stands alone as a value or in a list, replaced. */
export const renamed = (value: unknown, from: string, to: string): unknown => {
  if (value === from) return to
  if (Array.isArray(value)) return value.map((each) => renamed(each, from, to))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renamed(each, from, to)]))
}

/** The line without an id in any of its lists; undefined when a list would be left empty. */
export const without = (line: WrittenLine, id: string): WrittenLine | undefined => {
  const entries = Object.entries(line).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.filter((each) => each !== id) : value,
  ])
  const hasEmpty = entries.some(
    ([key, value]) => Array.isArray(value) && value.length === 0 && Array.isArray(line[key as string]),
  )
  return hasEmpty ? undefined : (Object.fromEntries(entries) as WrittenLine)
}

/** The line without an id; the whole line goes when nothing would be left of it. */
export const dropped = (text: string, number: number | undefined, id: string): string | undefined => {
  const line = number === undefined ? undefined : written(text, number)?.value
  if (line === undefined || number === undefined) return undefined
  const rest = without(line, id)
  return rest === undefined ? removeLine(text, number) : replaceLine(text, number, rest)
}

/** The last day on which a plan does something, for lines that come after all others; undefined on its day of effect. */
export const lastDay = (plan: Plan): { readonly on?: string } => {
  const last = plan.lines.reduce<string>((day, { on }) => (on > day ? on : day), plan.effectiveOn)
  return last > plan.effectiveOn ? { on: last } : {}
}
