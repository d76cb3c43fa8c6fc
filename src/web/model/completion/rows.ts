import type { LineSpan } from '../../../reform/editing/line-spans.ts'

/** One change that makes `after` of `before`: the smallest stretch that differs. Undefined when nothing does. */
export const smallestChange = (
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly insert: string } | undefined => {
  if (before === after) return undefined
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from += 1
  let kept = 0
  while (kept < most - from && before.at(-1 - kept) === after.at(-1 - kept)) kept += 1
  return { from, to: before.length - kept, insert: after.slice(from, after.length - kept) }
}

/** The text with the one end of a row that the editor knows. */
export const shownText = (text: string): string => text.replace(/\r\n?/g, '\n')

/** What was edited, with the ends of rows that the plan is written with. */
export const writtenText = (shown: string, before: string): string =>
  before.includes('\r\n') ? shown.replaceAll('\n', '\r\n') : shown

/** The line of the plan that a row of its text belongs to, comments above it included; both counted from 1. */
export const lineAtRow = (spans: readonly LineSpan[], text: string, row: number): number | undefined => {
  for (const [at, { from, begin, to, row: own }] of spans.entries()) {
    const first = own - newlines(text, from, begin)
    const last = own + newlines(text, begin, Math.max(begin, to - 1))
    if (row >= first && row <= last) return at + 1
  }
  return undefined
}

const newlines = (text: string, from: number, to: number): number => {
  let found = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) found += 1
  return found
}
