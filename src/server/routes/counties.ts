import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { mayKnow, permitted } from '../../rights/decide.ts'
import { demoCounty } from '../../store/accounts/demo-accounts.ts'
import { booksInMemory } from '../../store/county-book.ts'
import { storedCounties } from '../../store/journal-store.ts'
import { countyAsked } from '../kit/county-asked.ts'
import { ok, type Route, reading } from '../kit/route.ts'
import { countyParams, idShape, textShape } from '../kit/shapes.ts'

const listedCounty = z
  .strictObject({ id: z.string(), name: textShape, plans: z.array(z.string()) })
  .meta({ id: 'ListedCounty', description: 'A county and the ids of its plans' })

const digestShape = z.string().regex(/^sha256:[0-9a-f]{64}$/)

const rawTable = z
  .strictObject({
    header: z.array(z.string()),
    rows: z.array(z.strictObject({ line: z.int(), cells: z.array(z.string()) })),
  })
  .meta({ id: 'RawTable', description: 'A table as cells, each row with its line' })

const countyBookShape = z
  .strictObject({
    id: z.string(),
    tables: z.record(z.string(), rawTable),
    manifest: z
      .strictObject({ digest: digestShape, tables: z.record(z.string(), digestShape) })
      .optional()
      .meta({ description: 'The digests of the register, once it is no longer the opening' }),
    plans: z.record(z.string(), z.string()),
    versions: z.record(z.string(), z.int()).meta({ description: 'The version of each plan that counts now' }),
    applied: z.record(z.string(), z.strictObject({ from: z.int(), to: z.int() })),
    policies: z.array(z.strictObject({ name: z.string(), text: z.string() })),
    policyDigest: digestShape,
    findings: z.array(z.never()),
  })
  .meta({ id: 'CountyBook', description: 'All that a plan is rehearsed over: tables, plans, rules' })

const books = booksInMemory()

/** 县: which there are, and all that one is made of. */
export const countyRoutes: readonly Route[] = [
  reading({
    path: '/api/counties',
    operation: 'list-counties',
    summary: say('本人可见的县', 'The counties that one may see'),
    tag: 'counties',
    answers: {
      200: {
        description: 'The counties, and which one is opened first',
        schema: z.strictObject({ counties: z.array(listedCounty), default: z.string().nullable() }),
      },
    },
    handle: async ({ viewer, client, installation }) => {
      const seen = (await storedCounties(client)).filter(({ id }) => mayKnow(viewer, id))
      const { rows } = await client.query(
        'select county_id, plan_id from draft where county_id = any ($1) order by county_id, plan_id collate "C"',
        [seen.map(({ id }) => id)],
      )
      const mayRead = (county: string) =>
        permitted(viewer, 'read-plan', { county, isDemo: installation.isDemo }) !== undefined
      const plansOf = (id: string) =>
        rows.filter((row) => row.county_id === id).map((row) => row.plan_id as string)
      const counties = seen.map(({ id, name }) => ({ id, name, plans: mayRead(id) ? plansOf(id) : [] }))
      const shown = installation.isDemo ? demoCounty : viewer.account?.home
      const first = counties.find(({ id }) => id === shown) ?? counties[0]
      return ok({ counties, default: first?.id ?? null })
    },
  }),
  reading({
    path: '/api/counties/:county',
    operation: 'read-county',
    summary: say('县的台账、方案与规则', 'A county’s tables, plans and rules'),
    tag: 'counties',
    params: countyParams,
    query: z.strictObject({ plan: idShape.optional() }),
    answers: {
      200: { description: 'The book of the county', schema: countyBookShape },
      304: { description: 'It is still the one with this tag' },
    },
    handle: async (ask) => {
      const county = await countyAsked(ask)
      const { body, zipped, tag } = await books(ask.client, county, ask.query.plan)
      const headers = { 'cache-control': 'private, no-cache', etag: tag, vary: 'accept-encoding' }
      if (ask.request.headers['if-none-match']?.includes(tag)) return { status: 304, body: '', headers }
      const type = 'application/json; charset=utf-8'
      return /\bgzip\b/.test(ask.request.headers['accept-encoding'] ?? '')
        ? ok(zipped, { headers: { ...headers, 'content-encoding': 'gzip' }, type })
        : ok(body, { headers, type })
    },
  }),
]
