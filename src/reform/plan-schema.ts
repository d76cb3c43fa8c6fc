import { z } from 'zod'
import { say, type Text } from '../kernel/text.ts'
import * as field from './fields.ts'
import { operations } from './operations/index.ts'
import { documentKinds, stageNames } from './plan.ts'
import { meaningOf, termsOf } from './plan-words.ts'

/** A schema as plain data, in the order in which it is written out. */
interface Schema {
  readonly [keyword: string]: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

/**
 * The JSON Schema (draft 2020-12) of plan files, made from the operations' own fields, so that an editor completes and
 * checks while a plan is written. It knows the shape only; whether a unit exists, `check` and `rehearse` say.
 */
export const planSchema = (): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:sanding:plan:1',
  ...described(say('机构改革方案', 'Plan of an institutional reform')),
  type: 'object',
  required: ['sanding', 'title', 'authority', 'effectiveOn', 'lines'],
  additionalProperties: false,
  properties: topProperties,
  $defs: {
    id: { ...described(say('标识', 'id')), type: 'string', pattern: idPattern },
    line: {
      type: 'object',
      required: ['op'],
      properties: { op: { ...described(say('改革事项', 'operation')), anyOf: operations.map(wordsOf) } },
      allOf: operations.map((operation) => ({
        if: { type: 'object', properties: { op: { enum: wordsOf(operation).enum } }, required: ['op'] },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { $ref: `#/$defs/${operation.name}` },
      })),
    },
    ...Object.fromEntries(operations.map((operation) => [operation.name, lineOf(operation)])),
  },
})

type AnyOne = (typeof operations)[number]

const idPattern = z.toJSONSchema(field.rowId).pattern

/** Title in both languages; editors show it beside the word. */
const described = (text: Text, more = ''): Schema => ({
  title: `${text.zh} · ${text.en}`,
  ...(more === '' ? {} : { description: more }),
})

const wordsOf = ({ name, terms, counting }: AnyOne) => ({
  ...described(say(terms[0] ?? name, name), `${counting.zh}。${counting.en}.`),
  enum: [name, ...terms],
})

const day = (text: Text): Schema => ({
  ...described(text),
  type: 'string',
  format: 'date',
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
})
const words = (text: Text): Schema => ({ ...described(text), type: 'string', minLength: 1 })
const object = (text: Text, properties: Readonly<Record<string, Schema>>, required: readonly string[]) => ({
  ...described(text),
  type: 'object',
  required,
  additionalProperties: false,
  properties,
})

const stageTerms = ['动议', '论证', '审议决定', '组织实施']

const topProperties: Readonly<Record<string, Schema>> = {
  sanding: { ...described(say('格式版本', 'version of the format')), const: 1 },
  title: words(say('方案名称', 'title')),
  titleEn: words(say('方案英文名称', 'title in English')),
  authority: words(say('批准文件（文号）', 'approval document with its number')),
  effectiveOn: day(say('实施日期：各行未写 on 时的日期', 'day on which lines without `on` take effect')),
  completesOn: day(
    say('完成日期：人员减员到位，取期末数', 'day by which people have left; figures of the end'),
  ),
  base: object(
    say('所依据的台账', 'the register the plan was drawn for'),
    {
      register: day(say('台账基准日', 'day of the register')),
      hash: words(
        say('台账摘要（check --json 印出）', 'digest of the register, as `check --json` prints it'),
      ),
    },
    ['register'],
  ),
  transition: object(
    say('过渡安置：至此日允许超编', 'transition: over-established people are allowed until this day'),
    { until: day(say('过渡期满', 'last day')), basis: words(say('依据', 'document it rests on')) },
    ['until', 'basis'],
  ),
  term: object(
    say('本届政府任期', 'term of the present government'),
    { from: day(say('起', 'first day')), until: day(say('止', 'last day')) },
    ['from', 'until'],
  ),
  stages: {
    ...described(say('程序：动议、论证、审议决定、组织实施', 'procedure: its stages with their documents')),
    type: 'array',
    items: object(
      say('环节', 'stage'),
      {
        stage: { ...described(say('环节', 'stage')), enum: [...stageNames, ...stageTerms] },
        on: day(say('日期', 'day')),
        document: words(say('文件', 'document')),
      },
      ['stage', 'on', 'document'],
    ),
  },
  documents: {
    ...described(say('论证与审查材料', 'documents of argument, consultation and review')),
    type: 'array',
    items: object(
      say('材料', 'document'),
      {
        kind: {
          ...described(say('种类', 'kind'), termsOf(Object.keys(documentKinds))),
          enum: [...Object.keys(documentKinds), ...Object.values(documentKinds)],
        },
        document: words(say('文件', 'document')),
        on: day(say('日期', 'day')),
        until: day(say('征求意见或审查的截止日期', 'last day of a consultation or review')),
      },
      ['kind', 'document', 'on'],
    ),
  },
  lines: {
    ...described(say('各行改革事项，按日期先后、同日按书写先后生效', 'the operations, in order of effect')),
    type: 'array',
    maxItems: 5000,
    items: { $ref: '#/$defs/line' },
  },
  expect: {
    ...described(say('预期：指标标识与数，不符即阻断', 'figures the plan must reach; a mismatch blocks')),
    type: 'object',
    additionalProperties: { type: 'number' },
  },
}

/** What every line may say beside the fields of its operation. */
const lineProperties: Readonly<Record<string, Schema>> = {
  on: day(say('生效日期；不写时为 effectiveOn', 'day it takes effect; `effectiveOn` when left out')),
  basis: words(
    say('本行的依据，与方案批准文件不同时写', 'document of this line, when it is not the plan’s own'),
  ),
  opinions: {
    ...described(say('所附法制意见或批准', 'attached legal opinions or approvals')),
    type: 'array',
    items: object(
      say('意见', 'opinion'),
      {
        rule: words(say('规则编号，如 M3', 'code of the rule, such as M3')),
        document: words(say('文件', 'document')),
      },
      ['rule', 'document'],
    ),
  },
}

const lineOf = (operation: AnyOne): Schema => {
  const { properties = {}, required = [] } = fieldsIn(operation.fields as unknown as z.ZodType)
  const { name } = operation
  const fields = Object.entries(properties).map(([key, schema]) => [key, explained(schema, name, key)])
  return {
    ...described(say(operation.terms[0] ?? name, name)),
    type: 'object',
    required: ['op', ...(required as string[])],
    additionalProperties: false,
    properties: { op: wordsOf(operation) as Schema, ...Object.fromEntries(fields), ...lineProperties },
  }
}

const fieldsIn = (fields: z.ZodType): Schema => {
  const { $schema: _, $defs: __, ...schema } = z.toJSONSchema(fields, { io: 'input' }) as Schema
  return schema
}

/** The schema of one field with its meaning, and that of the fields inside it. */
const explained = (schema: Schema, where: string, name: string): Schema => {
  const meaning = meaningOf(where, name)
  const title = meaning === undefined ? {} : described(meaning)
  if (name === 'attributes') return { ...title, type: 'object' }
  if (schema.format === 'date') return day(meaning ?? say(name, name))
  if (schema.pattern === idPattern) return { ...title, $ref: '#/$defs/id' }
  const terms = Array.isArray(schema.enum) ? termsOf(schema.enum) : ''
  const { description: _, items, properties, ...rest } = schema
  return {
    ...title,
    ...(terms === '' ? {} : { description: terms }),
    ...rest,
    ...(items === undefined ? {} : { items: inside(items, name) }),
    ...(properties === undefined ? {} : inside({ properties }, name)),
  }
}

const inside = ({ properties, description: _, ...rest }: Schema, where: string): Schema => ({
  ...(rest.pattern === undefined ? rest : { $ref: '#/$defs/id' }),
  ...(properties === undefined
    ? {}
    : {
        properties: Object.fromEntries(
          Object.entries(properties).map(([key, schema]) => [key, explained(schema, where, key)]),
        ),
      }),
})
