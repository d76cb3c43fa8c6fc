import { say, type Text } from '../../../kernel/text.ts'
import type { OperationName } from '../../../reform/operations/index.ts'
import { planSchema } from '../../../reform/plan-schema.ts'
import type { HeldName } from '../../../register/register.ts'
import { choiceWord } from './choice-words.ts'
import type { Control, FormField, IdOf } from './field.ts'
import { isForefront, leading } from './field-order.ts'
import { helpOf, labelOf } from './field-words.ts'

/** A JSON Schema as far as the forms read it. */
interface Schema {
  readonly title?: string
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly string[]
  readonly $ref?: string
  readonly default?: unknown
  readonly required?: readonly string[]
  readonly minItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly propertyNames?: Schema
  readonly additionalProperties?: unknown
  readonly items?: Schema
}

const forms = new Map<string, readonly FormField[]>()
let definitions: Readonly<Record<string, Schema>> | undefined

/** The fields of an operation's form in the order in which they are asked for, with those that every line may have. */
export const formOf = (operation: OperationName): readonly FormField[] => {
  const known = forms.get(operation)
  if (known !== undefined) return known
  definitions ??= planSchema().$defs as Readonly<Record<string, Schema>>
  const form = fieldsOf(definitions[operation] ?? {}, operation)
  forms.set(operation, form)
  return form
}

/** What a plan says before its lines, but for the figures it must reach: those have a form of their own. */
export const headingForm = (): readonly FormField[] => {
  const { properties = {}, required = [] } = planSchema() as Schema
  const { sanding: _, lines: __, expect: ___, ...heading } = properties
  return fieldsOf({ properties: heading, required }, 'plan')
}

/** `where` is the operation, and inside it the field: `split-unit.into`. */
const fieldsOf = (schema: Schema, where: string): readonly FormField[] => {
  const order = leading(where)
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return Object.entries(schema.properties ?? {})
    .filter(([key]) => key !== 'op')
    .map(([key, each]): FormField => {
      const control = controlOf(each, where, key)
      const isRequired = schema.required?.includes(key) ?? false
      const isProposed = control.kind === 'id' && control.of.isNew === true
      const title = titleOf(each.title, key)
      return {
        key,
        label: labelOf(where, key, title),
        help: helpOf(where, key, title),
        control,
        isRequired,
        isMore: isProposed || !(isRequired || isForefront(where, key)),
      }
    })
    .sort((a, b) => rank(a.key) - rank(b.key))
}

const controlOf = (schema: Schema, where: string, key: string): Control => {
  const { items } = schema
  if (key === 'attributes') return { kind: 'kept' }
  if (schema.$ref !== undefined) return idControl(where, key, false)
  if (items?.$ref !== undefined) return idControl(where, key, true)
  if (items?.properties !== undefined)
    return { kind: 'list', fields: fieldsOf(items, `${where}.${key}`), least: schema.minItems ?? 0 }
  if (schema.properties !== undefined) return { kind: 'group', fields: fieldsOf(schema, `${where}.${key}`) }
  if (schema.propertyNames?.enum !== undefined)
    return { kind: 'group', fields: schema.propertyNames.enum.map(countField) }
  // A heading may use the Chinese terms as well; a form offers each once.
  if (schema.enum !== undefined)
    return { kind: 'choice', words: schema.enum.filter((word) => !/[\u4E00-\u9FFF]/.test(word)) }
  if (schema.format === 'date') return { kind: 'day' }
  if (schema.type === 'integer' || schema.type === 'number') return { kind: 'count' }
  if (schema.type === 'boolean')
    return { kind: 'flag', without: typeof schema.default === 'boolean' ? schema.default : undefined }
  return schema.type === 'string' ? { kind: 'text' } : { kind: 'kept' }
}

/** One number for each word of a closed list: posts by kind. */
const countField = (key: string): FormField => ({
  key,
  label: choiceWord(key),
  help: undefined,
  control: { kind: 'count' },
  isRequired: false,
  isMore: false,
})

const idControl = (where: string, key: string, isMany: boolean): Control => {
  const of = idOf(where, key)
  return of === undefined ? { kind: 'text' } : { kind: 'id', of, isMany }
}

const units: IdOf = { table: 'units' }
const tables: Readonly<Record<string, IdOf['table']>> = {
  unit: 'units',
  units: 'units',
  into: 'units',
  from: 'units',
  to: 'units',
  host: 'units',
  guests: 'units',
  rest: 'units',
  sponsor: 'units',
  duty: 'duties',
  duties: 'duties',
  person: 'people',
  people: 'people',
  section: 'sections',
  sections: 'sections',
  premises: 'premises',
  budget: 'budget',
  lines: 'budget',
  archives: 'archives',
  seals: 'seals',
  contracts: 'contracts',
  plate: 'nameplates',
  appointment: 'appointments',
}
const brandNew: ReadonlySet<string> = new Set([
  'merge-units into',
  'establish-unit unit',
  'spin-off-unit.to unit',
  'split-unit.into unit',
  'add-nameplate plate',
  'establish-section section',
  'appoint appointment',
  'split-duty.into duty',
])

/** What an id of that field stands for; undefined for a code, which is only text. */
export const idOf = (where: string, key: string): IdOf | undefined => {
  if (key === 'code') return undefined
  if (where.endsWith('.elsewhere')) return units
  if (where === 'dissolve-section') return { table: 'sections' }
  const table = tables[key]
  if (table === undefined) throw new Error(`no table for ids of ${where} ${key}`)
  return { table, isNew: brandNew.has(`${where} ${key}`) }
}

/** `中文 · English` of the schema as a text. */
const titleOf = (title: string | undefined, key: string): Text => {
  const [zh, en] = (title ?? key).split(' · ')
  return say(zh ?? key, en ?? zh ?? key)
}

/** The tables whose rows a unit holds, in words. */
export const isHeldTable = (table: IdOf['table']): table is HeldName => table !== 'units'
