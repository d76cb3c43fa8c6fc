import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { type PublicUnit, publicView } from '../../register/public-view.ts'
import type { Register } from '../../register/register.ts'
import { storedCounties } from '../../store/journal-store.ts'
import { countyAsked, registerAsked } from '../kit/county-asked.ts'
import type { Installation } from '../kit/installation.ts'
import { notFound, Refused } from '../kit/problem.ts'
import { ok, type Route, reading } from '../kit/route.ts'
import { countyParams, dayShape, textShape } from '../kit/shapes.ts'

const unitShape = z
  .strictObject({
    id: z.string(),
    code: z.string().optional(),
    name: textShape,
    kind: z.string(),
    grade: z.string(),
    sponsor: z.string().optional(),
    management: z.string(),
    coLocatedWith: z.string().optional(),
    nameplates: z.array(textShape),
    sections: z.array(textShape),
    duties: z.array(
      z.strictObject({
        name: textShape,
        category: z.string(),
        power: z.string(),
        statutory: z.boolean(),
        basis: z.string(),
      }),
    ),
  })
  .meta({
    id: 'PublicUnit',
    description: '主动公开: what everybody may read of a unit, 政府信息公开条例第二十条第（二）项',
  })

/** An installation publishes only when it was started to; otherwise nothing is here, whoever asks. */
const published = (installation: Installation): void => {
  if (!installation.publishes) throw new Refused(notFound)
}

/** 公开: functions and structure of the counties, for everybody, without signing in. */
export const publicRoutes: readonly Route[] = [
  reading({
    path: '/api/public/counties',
    operation: 'read-public',
    summary: say('公开机构职能的县', 'The counties whose structure is published'),
    tag: 'public',
    answers: {
      200: {
        description: 'The counties; nothing is here unless the installation publishes',
        schema: z.strictObject({ counties: z.array(z.strictObject({ id: z.string(), name: textShape })) }),
      },
    },
    handle: async ({ client, installation }) => {
      published(installation)
      return ok({ counties: (await storedCounties(client)).map(({ id, name }) => ({ id, name })) })
    },
  }),
  reading({
    path: '/api/public/counties/:county',
    operation: 'read-public',
    summary: say(
      '公开：今日的机构与职能',
      'What is published of a county: its bodies and their functions today',
    ),
    tag: 'public',
    params: countyParams,
    answers: {
      200: {
        description: 'The bodies of the county by the columns that are public',
        schema: z.strictObject({
          county: z.string(),
          name: textShape,
          on: dayShape,
          units: z.array(unitShape),
        }),
      },
    },
    handle: async (ask) => {
      published(ask.installation)
      const county = await countyAsked(ask)
      const { register, on } = await registerAsked(ask.client, county, {})
      const { name, nameEn } = register.county
      return ok({ county: county.id, name: say(name, nameEn), on, units: viewOf(register) })
    },
  }),
]

const views = new WeakMap<Register, ReturnType<typeof written>[]>()
const viewOf = (register: Register) => {
  const known = views.get(register) ?? publicView(register).map(written)
  views.set(register, known)
  return known
}

const written = (unit: PublicUnit) => ({
  id: unit.id,
  ...(unit.code === undefined ? {} : { code: unit.code }),
  name: say(unit.name, unit.nameEn),
  kind: unit.kind,
  grade: unit.grade,
  ...(unit.sponsor === undefined ? {} : { sponsor: unit.sponsor }),
  management: unit.management,
  ...(unit.coLocatedWith === undefined ? {} : { coLocatedWith: unit.coLocatedWith }),
  nameplates: unit.nameplates,
  sections: unit.sections,
  duties: unit.duties.map(({ name, nameEn, category, power, statutory, basis }) => ({
    name: say(name, nameEn),
    category,
    power,
    statutory,
    basis,
  })),
})
