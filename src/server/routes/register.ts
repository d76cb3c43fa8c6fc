import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { type Counters, countersOf } from '../../reform/impact.ts'
import { registerDigest } from '../../reform/register-digest.ts'
import {
  guestsOf,
  headcount,
  heirOf,
  leadersOf,
  leadingPostsOf,
  openUnits,
  postsOf,
} from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import type { Unit } from '../../register/unit.ts'
import { type Clocks, countyAsked, registerAsked } from '../kit/county-asked.ts'
import { notFound, Refused } from '../kit/problem.ts'
import { type Ask, ok, type Route, reading } from '../kit/route.ts'
import { countyParams, dayShape, idShape, textShape, tooEarlyAnswer } from '../kit/shapes.ts'

const clocks = z.strictObject({
  on: dayShape.optional(),
  known: z.union([dayShape, z.string().regex(/^\d{1,15}$/)]).optional(),
})

const listedUnit = z
  .strictObject({
    id: z.string(),
    name: textShape,
    kind: z.string(),
    grade: z.string(),
    counts: z.string(),
    isOpen: z.boolean(),
    posts: z.int(),
    people: z.int(),
    leadingPosts: z.int(),
  })
  .meta({
    id: 'UnitSummary',
    description: '机构: a unit with its posts (编制数) and people present (实有人数)',
  })

const unitShape = listedUnit
  .extend({
    openedOn: dayShape.nullable(),
    closedOn: dayShape.nullable(),
    sponsor: z.string().nullable(),
    coLocatedWith: z.string().nullable(),
    guests: z.array(z.string()),
    heir: z.string().meta({ description: '承继单位: who carries on; the unit itself while it is open' }),
    nameplates: z.array(z.string()),
    sections: z.array(z.string()),
    duties: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    leaders: z.int(),
  })
  .meta({ id: 'Unit' })

const at = { county: z.string(), on: dayShape, known: z.int() }

const counters = z
  .strictObject({
    openUnits: z.int(),
    organs: z.int(),
    institutions: z.int(),
    nameplates: z.int(),
    seals: z.int(),
    posts: z.int(),
    leadingPosts: z.int(),
    people: z.int(),
    duties: z.int(),
  } satisfies Record<keyof Counters, z.ZodType>)
  .meta({ id: 'Counters', description: 'What a reform is judged by, counted from rows' })

type RegisterAsk = Ask<typeof countyParams, typeof clocks, undefined>

const asked = async (ask: RegisterAsk) => {
  const county = await countyAsked(ask)
  const { register, on, known } = await registerAsked(ask.client, county, ask.query as Clocks)
  return { register, at: { county: county.id, on, known } }
}

/** 台账: the register on any day, as known at any record or day. */
export const registerRoutes: readonly Route[] = [
  reading({
    path: '/api/counties/:county/register',
    operation: 'read-register',
    summary: say(
      '某日的县情，按某日或某条记录时所知',
      'The county on a day, as known on a day or at a record',
    ),
    tag: 'register',
    params: countyParams,
    query: clocks,
    answers: {
      ...tooEarlyAnswer,
      200: {
        description: 'Counters, the digest of the register, and its open units',
        schema: z.strictObject({ ...at, counters, digest: z.string(), units: z.array(listedUnit) }),
      },
    },
    handle: async (ask) => {
      const { register, at } = await asked(ask)
      const units = openUnits(register).map((unit) => summaryOf(register, unit))
      return ok({ ...at, counters: countersOf(register), digest: registerDigest(register).digest, units })
    },
  }),
  reading({
    path: '/api/counties/:county/units',
    operation: 'read-register',
    summary: say('某日的机构，含已撤销的', 'The units on a day, the closed ones too'),
    tag: 'register',
    params: countyParams,
    query: clocks,
    answers: {
      ...tooEarlyAnswer,
      200: { description: 'The units', schema: z.strictObject({ ...at, units: z.array(listedUnit) }) },
    },
    handle: async (ask) => {
      const { register, at } = await asked(ask)
      return ok({ ...at, units: Array.from(register.units.values(), (unit) => summaryOf(register, unit)) })
    },
  }),
  reading({
    path: '/api/counties/:county/units/:unit',
    operation: 'read-register',
    summary: say('某日的一个机构', 'One unit on a day'),
    tag: 'register',
    params: countyParams.extend({ unit: idShape }),
    query: clocks,
    answers: {
      ...tooEarlyAnswer,
      200: { description: 'The unit', schema: z.strictObject({ ...at, unit: unitShape }) },
    },
    handle: async (ask) => {
      const { register, at } = await asked(ask)
      const unit = register.units.get(ask.params.unit)
      if (unit === undefined) throw new Refused(notFound)
      return ok({ ...at, unit: wholeOf(register, unit) })
    },
  }),
]

const summaryOf = (register: Register, unit: Unit) => ({
  id: unit.id,
  name: say(unit.name, unit.nameEn),
  kind: unit.kind,
  grade: unit.grade,
  counts: unit.counts,
  isOpen: unit.closedOn === undefined,
  posts: postsOf(register, unit.id),
  people: headcount(register, unit.id),
  leadingPosts: leadingPostsOf(register, unit.id),
})

const wholeOf = (register: Register, unit: Unit) => ({
  ...summaryOf(register, unit),
  openedOn: unit.openedOn ?? null,
  closedOn: unit.closedOn ?? null,
  sponsor: unit.sponsor ?? null,
  coLocatedWith: unit.coLocatedWith ?? null,
  guests: guestsOf(register, unit.id).map(({ id }) => id),
  heir: heirOf(register, unit.id),
  nameplates: register.nameplates.heldBy(unit.id).map(({ name }) => name),
  sections: register.sections.heldBy(unit.id).map(({ name }) => name),
  duties: register.duties.heldBy(unit.id).map(({ id, name }) => ({ id, name })),
  leaders: leadersOf(register, unit.id).length,
})
