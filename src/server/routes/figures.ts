import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { accountOf } from '../../ledger/account.ts'
import { readPlan } from '../../reform/plan-file.ts'
import { registerUnder } from '../../store/county-book.ts'
import { latestTexts } from '../../store/drafts/read.ts'
import { manifestOf, policyOn } from '../../store/drafts/rehearsed.ts'
import { countyAsked } from '../kit/county-asked.ts'
import { notFound, Refused } from '../kit/problem.ts'
import { ok, type Route, reading } from '../kit/route.ts'
import { countyParams, idShape, textShape } from '../kit/shapes.ts'

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
    query: z.strictObject({ plan: idShape.optional() }),
    answers: {
      200: {
        description: 'The figures that a plan comes to; without a plan, those of the county’s last one',
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
      const id =
        ask.query.plan ??
        county.history.entries.findLast(({ plan }) => plan !== undefined)?.plan ??
        Object.keys(texts)[0]
      const text = id === undefined ? undefined : texts[id]
      if (ask.query.plan !== undefined && text === undefined) throw new Refused(notFound)
      const plan = id === undefined || text === undefined ? undefined : readPlan(text, id).plan
      if (plan === undefined) return ok({ county: county.id, plan: null, figures: [] })
      const register = registerUnder(county.history, plan.id)
      const opening = { ...county.opening, register, manifest: manifestOf(county, register) }
      const { figures } = accountOf(opening, plan, policyOn(county.policies, plan.effectiveOn))
      return ok({
        county: county.id,
        plan: plan.id,
        figures: figures.map(({ id, label, definition, computed, unit, published, agrees }) => ({
          id,
          name: label,
          definition,
          value: computed ?? null,
          unit,
          published: published ?? null,
          agrees: agrees ?? null,
        })),
      })
    },
  }),
]
