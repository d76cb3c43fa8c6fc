import { type Chance, oneOf } from './fuzz-hostile.testing.ts'

/** A schema of the document, as far as values are made from it. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly example?: unknown
}

/** Where the schemas that others point to stand. */
export interface Schemas {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** Texts that patterns may ask for; a pattern that none of them fits is told, so that one is added. */
const fitting: readonly string[] = [
  'p1',
  'land',
  'reform',
  '1',
  '7',
  '200',
  '-',
  '*',
  '示例',
  '2026-10-01',
  '2099-12-31',
  '123456',
  'ABCD-EFGH-JKLM-NPQR-STUV',
  '示组发〔2026〕12号',
  '10012345678',
  '-~p1',
  'https://id.example.gov.cn',
  '0'.repeat(64),
  `sha256:${'0'.repeat(64)}`,
  'four words of my own',
]

const signs = [...'a1 示〔〕"\\\'\n\t<&%{}:#-', '𠮷', '\u{1f980}', '\u0301', '\u200b', '\u0000']

/** How long a text is made as a rule, in signs; seldom it is as long as it may be at all. */
const usual = 400

/** A value that a schema of the document allows: at its edges as often as between them. */
export const valid = (schema: Schema, document: Schemas, chance: Chance, depth = 0): unknown => {
  const again = (inner: Schema) => valid(inner, document, chance, depth + 1)
  const { $ref, enum: choices, anyOf, oneOf: either, example } = schema
  if ($ref !== undefined) return again(document.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {})
  if (example !== undefined && chance(3) === 0) return example
  if ('const' in schema) return schema.const
  if (choices !== undefined) return oneOf(chance, choices)
  if (anyOf !== undefined || either !== undefined) return again(oneOf(chance, anyOf ?? either ?? []))
  switch (schema.type) {
    case 'object':
      return record(schema, again, chance)
    case 'array':
      return list(schema, again, chance)
    case 'string':
      return text(schema, chance)
    case 'integer':
    case 'number':
      return number(schema, chance)
    case 'boolean':
      return chance(2) === 0
    default:
      return null
  }
}

type Again = (schema: Schema) => unknown

const record = ({ properties = {}, required = [] }: Schema, again: Again, chance: Chance): unknown =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name) || chance(2) === 0)
      .map(([name, inner]) => [name, again(inner)]),
  )

const list = ({ items = {}, minItems = 0, maxItems = 4 }: Schema, again: Again, chance: Chance): unknown =>
  Array.from({ length: oneOf(chance, [minItems, Math.min(maxItems, minItems + 3)]) }, () => again(items))

const number = ({ minimum = -(2 ** 53), maximum = 2 ** 53 }: Schema, chance: Chance): number =>
  oneOf(chance, [minimum, maximum, Math.min(maximum, Math.max(minimum, 1)), Math.max(minimum, 0)])

const text = ({ pattern, minLength = 0, maxLength = usual }: Schema, chance: Chance): string => {
  if (pattern !== undefined) {
    const fits = new RegExp(pattern, 'u')
    const found = fitting.filter((each) => fits.test(each) && each.length <= maxLength)
    if (found.length > 0) return oneOf(chance, found)
    throw new Error(`no text of the samples fits ${pattern}`)
  }
  const most = maxLength > usual && chance(30) > 0 ? usual : maxLength
  const length = oneOf(chance, [minLength, most, Math.min(most, minLength + 1 + chance(20))])
  const signOf = oneOf(chance, [() => 'a', () => '长', () => oneOf(chance, signs)])
  return Array.from({ length }, signOf).join('').slice(0, length)
}
