import { Document, isCollection, visit } from 'yaml'
import type { WrittenLine } from './line-spans.ts'

/** A line in the style of plan files: its members below each other, everything inside a member on one row. */
export const written = (line: WrittenLine, indent: string): string => {
  const { op, ...fields } = line
  return flowing([{ op, ...fields }])
    .split('\n')
    .map((row) => (row === '' ? '' : `${indent}${row}`))
    .join('\n')
}

/** Members below each other, and everything inside a member on one row; members that are undefined are left out. */
export const flowing = (value: unknown): string => {
  const document = new Document(withoutUndefined(value))
  visit(document, {
    Collection: (_, node, path) => {
      if (path.filter(isCollection).length >= 2) node.flow = true
    },
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

const withoutUndefined = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(withoutUndefined)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, member]) => member !== undefined)
            .map(([key, member]) => [key, withoutUndefined(member)]),
        )
      : value
