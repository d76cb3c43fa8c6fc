import { z } from 'zod'
import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import { type HeldName, heldNames, type Register } from '../../register/register.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { countOf, joinsItself, notOpen, refusal } from '../refusals.ts'
import { allMove, close, handAll, partFromSections } from '../succession.ts'

const elsewhere = z.strictObject({
  duties: field.unit.optional(),
  people: field.unit.optional(),
  premises: field.unit.optional(),
  budget: field.unit.optional(),
  archives: field.unit.optional(),
  seals: field.unit.optional(),
  contracts: field.unit.optional(),
  quotas: field.unit.optional(),
})
const schema = z.strictObject({
  unit: field.unit,
  to: field.unit.optional(),
  elsewhere: elsewhere.optional(),
})
type Fields = z.output<typeof schema>

/** Where each table goes: offices and sections follow the people, leading posts the quotas. */
const destinationOf = ({ to, elsewhere: other }: Fields, table: HeldName): UnitId | undefined => {
  if (table === 'appointments' || table === 'sections') return other?.people ?? to
  if (table === 'leadership') return other?.quotas ?? to
  if (table === 'nameplates') return to
  return other?.[table] ?? to
}

const homeless = (fields: Fields, before: Register) =>
  heldNames.filter(
    (table) => destinationOf(fields, table) === undefined && before[table].heldBy(fields.unit).length > 0,
  )

/** 撤销: a body ends. Everything it holds needs a destination; there is no ending by omission. */
export const dissolveUnit = defineOperation({
  name: 'dissolve-unit',
  terms: ['撤销', '不再保留'],
  counting: say(
    '机构数减一；所持一切逐项转入写明的去处',
    'One body less; everything it held goes where the line says',
  ),
  fields: schema,
  check: (fields, before) => [
    ...notOpen(before, [fields.unit]),
    ...notOpen(before, destinations(fields)),
    ...joinsItself(destinations(fields), fields.unit),
    ...homeless(fields, before).map((table) => {
      const rows = before[table].heldBy(fields.unit)
      const [was, left] = [nameOf(before, fields.unit), countOf(table, rows.length)]
      return refusal(
        'N01',
        `unit:${fields.unit}`,
        `撤销${was.zh}后，${left.zh}没有去处，如“${rows[0]?.id}”`,
        `When the ${was.en} is dissolved, ${left.en} ${rows.length === 1 ? 'has' : 'have'} nowhere to go, such as “${rows[0]?.id}”`,
        '写明 to，或在 elsewhere 中逐类写明去处。',
        'Give `to`, or name a destination for it under `elsewhere`.',
      )
    }),
  ],
  apply: (fields, draft, on) => {
    for (const table of heldNames) {
      const to = destinationOf(fields, table)
      if (to !== undefined) handAll(draft, fields.unit, to, [table])
    }
    for (const unit of destinations(fields)) partFromSections(draft, unit)
    close(draft, fields.unit, destinations(fields), on)
  },
  moves: (fields) =>
    heldNames.flatMap((table) => {
      const to = destinationOf(fields, table)
      return to === undefined ? [] : [allMove(fields.unit, to, [table])]
    }),
  describe: (fields, before) => {
    const was = nameOf(before, fields.unit)
    if (fields.to === undefined) return say(`撤销${was.zh}。`, `Dissolve the ${was.en}.`)
    const to = nameOf(before, fields.to)
    return say(
      `撤销${was.zh}，其职责、人员、资产和债权债务由${to.zh}承接。`,
      `Dissolve the ${was.en}; its duties, people, assets and liabilities pass to the ${to.en}.`,
    )
  },
})

const destinations = ({ to, elsewhere: other }: Fields): UnitId[] => [
  ...new Set([to, ...Object.values(other ?? {})].filter((id): id is UnitId => id !== undefined)),
]
