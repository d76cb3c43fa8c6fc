import { z } from 'zod'
import { type Day, parseDay } from '../kernel/day.ts'
import type { DutyId, PersonId, UnitId } from '../kernel/id.ts'
import { unseen } from '../register/columns.ts'
import { postKinds } from '../register/quota.ts'
import { fundings, grades, managements, type Unit, unitKinds } from '../register/unit.ts'

/** The field types that operations share; their descriptions go into the published JSON Schema. */
const idText = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.:/@#+-]{0,119}$/u)
  .describe('标识 id')
const branded = <Id extends string>() => idText as unknown as z.ZodType<Id>

export const unit = branded<UnitId>()
export const units = z.array(unit).min(1).max(500)
export const person = branded<PersonId>()
export const people = z.array(person).min(1).max(20_000)
export const dutyIdField = branded<DutyId>()
export const duties = z.array(dutyIdField).min(1).max(20_000)
export const rowId = idText
export const rowIds = z.array(idText).min(1).max(20_000)
export const name = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !unseen.test(text), '含有看不见的字符 contains characters that cannot be seen')
export const count = z.number().int().min(0).max(1_000_000)
export const day = z
  .string()
  .refine((text) => parseDay(text) !== undefined, '不是日期 not a day')
  .transform((text) => text as Day)
  .meta({ format: 'date' })

const words = <Word extends string>(of: Readonly<Record<Word, string>>) =>
  z.enum(Object.keys(of) as [Word, ...Word[]])
export const grade = words(grades)
export const kind = words(unitKinds)
export const management = words(managements)
export const funding = words(fundings)
export const postKind = words(postKinds)
export const counts = z.enum(['organ', 'reformInstitution', 'none'])

/** How a unit that a line creates is called. */
export const naming = { name, nameEn: name, short: name.optional(), shortEn: name.optional() }

/** What a created unit is; anything left out is taken from the unit it comes from. */
export const particulars = {
  code: rowId.optional(),
  kind: kind.optional(),
  grade: grade.optional(),
  sponsor: unit.optional(),
  management: management.optional(),
  funding: funding.optional(),
  counts: counts.optional(),
  countReason: name.optional(),
  direct: z.boolean().optional(),
  order: count.optional(),
}

/** Attributes of a foreign register, carried through unchanged. */
export const attributes = z.record(z.string(), z.json()).optional()

export const withAttributes = (unit: Unit, given: Readonly<Record<string, unknown>> | undefined): Unit =>
  given === undefined ? unit : { ...unit, attributes: given }

interface Particulars {
  readonly name: string
  readonly nameEn: string
  readonly short?: string | undefined
  readonly shortEn?: string | undefined
  readonly code?: string | undefined
  readonly kind?: Unit['kind'] | undefined
  readonly grade?: Unit['grade'] | undefined
  readonly sponsor?: UnitId | undefined
  readonly management?: Unit['management'] | undefined
  readonly funding?: Unit['funding'] | undefined
  readonly counts?: Unit['counts'] | undefined
  readonly countReason?: string | undefined
  readonly direct?: boolean | undefined
  readonly order?: number | undefined
}

/** The unit a line creates, like `model` except where the line says otherwise. */
export const unitLike = (id: UnitId, given: Particulars, model: Unit, openedOn: Day): Unit => ({
  id,
  code: given.code,
  name: given.name,
  nameEn: given.nameEn,
  short: given.short ?? given.name,
  shortEn: given.shortEn ?? given.nameEn,
  kind: given.kind ?? model.kind,
  grade: given.grade ?? model.grade,
  sponsor: given.sponsor ?? model.sponsor,
  management: given.management ?? model.management,
  funding: given.funding ?? model.funding,
  counts: given.counts ?? model.counts,
  countReason: given.countReason ?? model.countReason,
  direct: given.direct ?? model.direct,
  coLocatedWith: undefined,
  order: given.order ?? model.order,
  openedOn,
  closedOn: undefined,
})
