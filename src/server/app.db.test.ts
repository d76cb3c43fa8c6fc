import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../store/database.ts'
import { freshData, openedCounty } from '../store/records.testing.ts'
import { asking, serverOver, signedIn } from './kit/server.testing.ts'

let database: Database
let app: FastifyInstance
let county: string
beforeAll(async () => {
  database = await openDatabase({ data: await freshData() })
  app = serverOver(database)
  county = await openedCounty(database)
  await openedCounty(database)
  await app.ready()
  return async () => {
    await app.close()
    await database.close()
  }
})

test('who is not signed in is told so, whatever is there', async () => {
  const answer = await asking(app)('GET', '/api/counties')
  expect(answer.statusCode).toBe(401)
  expect(answer.headers['content-type']).toContain('application/problem+json')
})

test('who is signed in sees the counties that his rights reach, and no others', async () => {
  const { cookie } = await signedIn(database, [{ role: 'planner', over: county }])
  const answer = await asking(app, cookie)('GET', '/api/counties')

  expect(answer.json().counties.map(({ id }: { id: string }) => id)).toEqual([county])
})

test('the document of the API names every route, with its rights', async () => {
  const document = (await asking(app)('GET', '/api/openapi.json')).json()

  expect(document.openapi).toBe('3.1.0')
  expect(document.paths['/api/counties'].get['x-roles']).toContain('planner')
  expect(document.components.schemas.Finding.properties.code).toEqual({ type: 'string' })
})

test('a token that is not known, or an unknown query, is answered and no more', async () => {
  expect((await asking(app, 'sanding_session=-.guess')('GET', '/api/counties')).statusCode).toBe(401)
  expect((await asking(app)('GET', '/api/none')).statusCode).toBe(404)
})
