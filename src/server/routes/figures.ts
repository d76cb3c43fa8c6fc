import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { accountOf } from '../../ledger/account.ts'
import type { Plan } from '../../reform/plan.ts'
import { tooEarly } from '../../reform/too-early.ts'
import type { Register } from '../../register/register.ts'
import { permitted } from '../../rights/decide.ts'
import { registerUnder } from '../../store/county-book.ts'
import type { CurrentCounty } from '../../store/current.ts'
import type { Client } from '../../store/database.ts'
import { latestTexts } from '../../store/drafts/read.ts'
import { readText } from '../../store/drafts/reading.ts'
import { manifestOf, policyOn } from '../../store/drafts/rehearsed.ts'
import { countyAsked, dayIn } from '../kit/county-asked.ts'
import { blocked, notFound, Refused } from '../kit/problem.ts'
import { type Ask, ok, type Route, reading } from '../kit/route.ts'
import { countyParams, dayShape, idShape, textShape, tooEarlyAnswer } from '../kit/shapes.ts'

const figureShape = z
  .strictObject({
    id: z.string(),
    name: textShape,
    definition: textShape,
    value: z.number().nullable(),
    unit: z.string(),
    published: z.number().nullable(),
    agrees: z.boolean().nullable(),
  })
  .meta({ id: 'Figure', description: 'A published figure: what was printed, and what the rows come to' })

/** 数字账: figures only, without a row of anybody, for whoever oversees the county. */
export const figureRoutes: readonly Route[] = [
  reading({
    path: '/api/counties/:county/figures',
    operation: 'read-figures',
    summary: say('公布数字账：逐项由行数据计算', 'The promise ledger: every figure computed from rows'),
    tag: 'register',
    params: countyParams,
    query: z.strictObject({ plan: idShape.optional(), on: dayShape.optional() }),
    answers: {
      ...tooEarlyAnswer,
      200: {
        description:
          'The figures that a plan comes to; without a plan, those of the last one carried out, by a day if one is named, or of the one that the county was opened with',
        schema: z.strictObject({
          county: z.string(),
          plan: z.string().nullable(),
          figures: z.array(figureShape),
        }),
      },
    },
    handle: async (ask) => {
      const county = await countyAsked(ask)
      const texts = await latestTexts(ask.client, county.id)
      const id = ask.query.plan ?? planOn(county, ask.query.on) ?? (await firstOf(ask.client, county.id))
      const text = id !== undefined && Object.hasOwn(texts, id) ? texts[id] : undefined
      if (ask.query.plan !== undefined && (text === undefined || !mayAsk(ask, ask.query.plan, county)))
        throw new Refused(notFound)
      const plan = id === undefined || text === undefined ? undefined : readText(text, id).plan
      if (plan === undefined) return ok({ county: county.id, plan: null, figures: [] })
      return ok({ county: county.id, plan: plan.id, figures: figuresOf(county, plan) })
    },
  }),
]

/** A plan that is not carried out may be asked for by name only by who may read plans. */
const mayAsk = (
  { viewer, installation }: Pick<Ask<undefined, undefined, undefined>, 'viewer' | 'installation'>,
  plan: string,
  { id, history }: CurrentCounty,
): boolean =>
  history.entries.some((entry) => entry.plan === plan) ||
  permitted(viewer, 'read-plan', { county: id, isDemo: installation.isDemo }) !== undefined

/** The plan that came with the county: no draft that somebody begins takes its place. */
const firstOf = async (client: Client, county: string): Promise<string | undefined> => {
  const { rows } = await client.query<{ plan: string }>(
    `select plan_id as plan from draft_version where county_id = $1 and version = 1 and kind = 'imported'
     order by plan_id collate "C" limit 1`,
    [county],
  )
  return rows[0]?.plan
}

type Told = z.output<typeof figureShape>

/** Figures that were computed already: the ledger of a plan over a register is always the same. */
const ledgers = new WeakMap<Register, Map<string, Told[]>>()

const figuresOf = (county: CurrentCounty, plan: Plan): Told[] => {
  const register = registerUnder(county.history, plan.id)
  const known = ledgers.get(register) ?? new Map<string, Told[]>()
  ledgers.set(register, known)
  const figures = known.get(plan.digest) ?? computedOf(county, plan, register)
  // Drafts are saved often: only the last few of them are remembered.
  if (known.size > 3) known.clear()
  known.set(plan.digest, figures)
  return figures
}

const computedOf = (county: CurrentCounty, plan: Plan, register: Register): Told[] => {
  const opening = { ...county.opening, register, manifest: manifestOf(county, register) }
  const { figures } = accountOf(opening, plan, policyOn(county.policies, plan.effectiveOn))
  return figures.map(({ id, label, definition, computed, unit, published, agrees }) => ({
    id,
    name: label,
    definition,
    value: computed ?? null,
    unit,
    published: published ?? null,
    agrees: agrees ?? null,
  }))
}

/** The last plan of which something was in force on a day; on any day when none is named. A02 and J07 as elsewhere. */
const planOn = ({ history }: CurrentCounty, day: string | undefined): string | undefined => {
  const on = day === undefined ? undefined : dayIn('on', day)
  const early = on === undefined ? undefined : tooEarly(history, on, history.seq)
  if (early !== undefined) throw new Refused(blocked([early]))
  return history.inForce.findLast(
    ({ plan, effectiveOn }) => plan !== undefined && (on === undefined || effectiveOn <= on),
  )?.plan
}
