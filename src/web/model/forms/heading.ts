import { parseDocument } from 'yaml'
import type { LineSpan } from '../../../reform/editing/line-spans.ts'
import { setHeading } from '../../../reform/editing/plan-edit.ts'
import type { FormField } from './field.ts'
import type { Filling } from './line-value.ts'

/** What a plan text says before and after its lines; undefined while it is no YAML. */
export const headingOf = (text: string, spans: readonly LineSpan[]): Filling | undefined => {
  const [first, last] = [spans[0], spans.at(-1)]
  // Without the lines it is a page at the most, and quickly read.
  const bare =
    first === undefined || last === undefined ? text : `${text.slice(0, first.from)}${text.slice(last.to)}`
  const document = parseDocument(bare, { schema: 'core', version: '1.2', prettyErrors: false })
  if (document.errors.length > 0) return undefined
  const value: unknown = document.toJS()
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { lines: _, ...heading } = value as Record<string, unknown>
  return heading
}

/** What has not been written: what a plan cannot be read without, and what it is sent back for. */
export const missingIn = (heading: Filling, form: readonly FormField[]) => {
  const isEmpty = ({ key }: FormField) => {
    const value = heading[key]
    return value === undefined || value === null || value === ''
  }
  return {
    needed: form.filter((field) => field.isRequired && isEmpty(field)),
    wanted: form.filter((field) => !field.isRequired && !field.isMore && isEmpty(field)),
  }
}

/** The text with every member written anew that differs between two headings; undefined when that cannot be. */
export const withHeading = (text: string, before: Filling, after: Filling): string | undefined => {
  let next: string | undefined = text
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (JSON.stringify(before[key]) === JSON.stringify(after[key])) continue
    next = next === undefined ? undefined : setHeading(next, key, after[key])
  }
  return next
}
