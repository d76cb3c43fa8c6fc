import { expect, test } from 'vitest'
import { routes } from '../routes/index.ts'
import { openApiOf } from './openapi.ts'

const document = openApiOf(routes, '0.0.0')
const schemas = document.components.schemas as Record<string, Record<string, unknown>>

const pointers = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        key === '$ref' && typeof inner === 'string' ? [inner] : pointers(inner),
      )

test('a component says what it is and does not point at itself', () => {
  expect(Object.keys(schemas).length).toBeGreaterThan(10)
  for (const [name, schema] of Object.entries(schemas)) expect(schema.$ref, name).toBeUndefined()
})

test('whatever the document points to is in it', () => {
  const known = new Set(Object.keys(schemas).map((name) => `#/components/schemas/${name}`))
  const all = pointers(document)

  expect(all.length).toBeGreaterThan(20)
  expect(all.filter((pointer) => !known.has(pointer))).toEqual([])
})
