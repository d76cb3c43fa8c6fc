import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { Finding } from '../../kernel/finding.ts'
import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import { applyBundle, type Bundle, bundleFields, bundleMoves, checkBundle } from '../bundle.ts'
import * as field from '../fields.ts'
import { defineOperation, type Part } from '../operation.ts'
import { alreadyHeld, notOpen, refusal } from '../refusals.ts'
import { contents } from '../sentences.ts'

const dates = z.strictObject({
  duty: field.day,
  people: field.day.optional(),
  money: field.day.optional(),
  records: field.day.optional(),
})
const schema = z.strictObject({
  /** The giving unit; when left out, whoever holds the first thing named. */
  from: field.unit.optional(),
  to: field.unit,
  ...bundleFields,
  dates: dates.optional(),
  attributes: field.attributes,
})
type Fields = z.output<typeof schema>

/** The giver: named, or whoever holds the first duty, person or record of the line. */
const giverOf = (fields: Fields, before: Register): UnitId | undefined =>
  fields.from ??
  before.duties.get(fields.duties?.[0] ?? '')?.unit ??
  before.people.get(fields.people?.[0] ?? '')?.unit ??
  (['premises', 'budget', 'archives', 'seals', 'contracts', 'sections'] as const)
    .map((table) => before[table].get(fields[table]?.[0] ?? '')?.unit)
    .find((unit) => unit !== undefined)

/** Which of the four dates governs what: duty; people with their posts and sections; money and rooms; records. */
const facets: readonly [keyof z.output<typeof dates>, readonly (keyof Bundle)[]][] = [
  ['duty', ['duties']],
  ['people', ['people', 'posts', 'leadingPosts', 'sections']],
  ['money', ['budget', 'premises', 'contracts']],
  ['records', ['archives', 'seals']],
]

const partsOf = (fields: Fields, on: Day): readonly Part<Fields>[] => {
  const { dates: given, ...rest } = fields
  if (given === undefined) return [{ on, fields }]
  const byDay = new Map<Day, (keyof Bundle)[]>()
  for (const [facet, keys] of facets) {
    const named = keys.filter((key) => fields[key] !== undefined)
    // Posts without people say nothing of who gives them, so they go with the duty.
    const rides = facet === 'people' && fields.people === undefined && fields.sections === undefined
    const when = (rides ? given.duty : given[facet]) ?? given.duty
    if (named.length > 0) byDay.set(when, [...(byDay.get(when) ?? []), ...named])
  }
  const all = facets.flatMap(([, keys]) => keys)
  return [...byDay].map(([when, kept]) => ({
    on: when,
    fields: Object.fromEntries(
      Object.entries(rest).filter(
        ([key]) => !all.includes(key as keyof Bundle) || kept.includes(key as keyof Bundle),
      ),
    ) as Fields,
  }))
}

/** 划转: duties go to another body, with the people, posts, money and records named; each on its own date. */
export const transferDuty = defineOperation({
  name: 'transfer-duty',
  terms: ['职责划转', '划转', '划入', '划出'],
  counting: say(
    '机构数不变；写明的编制、领导职数、人员随职责划转，总数不变',
    'No body more or less; the posts, leading posts and people named go along, unchanged in sum',
  ),
  fields: schema,
  check: (fields, before): Finding[] => {
    const from = giverOf(fields, before)
    if (from === undefined)
      return [
        ...notOpen(before, [fields.to]),
        refusal(
          'D02',
          `unit:${fields.to}`,
          '看不出由哪个单位划出',
          'It is not clear which unit gives',
          '写明 from，或至少写明一项既有职责。',
          'Give `from`, or name at least one existing duty.',
        ),
      ]
    return [
      ...notOpen(before, [from, fields.to]),
      ...(from === fields.to ? alreadyHeld(before, 'duties', fields.duties ?? [], fields.to) : []),
      ...checkBundle(fields, from, before),
    ]
  },
  apply: (fields, draft) => {
    const from = giverOf(fields, draft)
    if (from === undefined) return
    applyBundle(fields, from, fields.to, draft)
    const taker = draft.units.get(fields.to)
    if (taker !== undefined) draft.units.put(field.withAttributes(taker, fields.attributes))
  },
  moves: (fields, before) => {
    const from = giverOf(fields, before)
    return from === undefined ? [] : bundleMoves(fields, from, fields.to, before)
  },
  parts: partsOf,
  describe: (fields, before) => {
    const from = giverOf(fields, before)
    const [giver, taker] = [from && nameOf(before, from), nameOf(before, fields.to)]
    const what = contents(fields)
    return say(
      `将${giver?.zh ?? ''}的${what.zh}划入${taker.zh}。`,
      `Transfer ${what.en}${giver ? ` from the ${giver.en}` : ''} to the ${taker.en}.`,
    )
  },
})
