import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { line } from '../reform/planned.testing.ts'
import { applyPlan } from '../store/apply-plan.ts'
import { countiesInMemory } from '../store/current.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { freshData, openedCounty, planned } from '../store/records.testing.ts'
import { asking, serverOver, signedIn } from './kit/server.testing.ts'

let databases: Database[]
let apps: FastifyInstance[]
let county: string
beforeAll(async () => {
  const data = await freshData()
  databases = [await openDatabase({ data }), await openDatabase({ data })]
  apps = databases.map((database) => serverOver(database))
  county = await openedCounty(databases[0] as Database)
  return async () => {
    for (const app of apps) await app.close()
    for (const database of databases) await database.close()
  }
})

const [first, second] = [() => databases[0] as Database, () => databases[1] as Database]
const organs = async (app: FastifyInstance | undefined, cookie: string) => {
  const answer = await asking(app as FastifyInstance, cookie)(
    'GET',
    `/api/counties/${county}/register?on=2031-01-01`,
  )
  return answer.json().counters.openUnits as number
}

test('what one server of an installation records, every other answers with at once', async () => {
  const { cookie } = await signedIn(first(), [{ role: 'planner', over: county }])
  const before = [await organs(apps[0], cookie), await organs(apps[1], cookie)]
  const plan = planned([line('absorb-unit', { units: ['forestry'], into: 'land' })])
  const { applied, findings } = await applyPlan(second(), countiesInMemory(1), {
    county,
    plan,
    actor: 'local:test',
  })

  expect([applied === null, findings.filter(({ severity }) => severity === 'error')]).toEqual([false, []])
  expect(before[0]).toBe(before[1])
  expect([await organs(apps[0], cookie), await organs(apps[1], cookie)]).toEqual([
    (before[0] ?? 0) - 1,
    (before[1] ?? 0) - 1,
  ])
})

test('a session that one server began holds at the other, and ends at both', async () => {
  const { cookie } = await signedIn(second(), [{ role: 'planner', over: county }])
  const asked = (app: FastifyInstance | undefined) =>
    asking(app as FastifyInstance, cookie)('GET', '/api/counties')
  expect((await asked(apps[0])).statusCode).toBe(200)

  await asking(apps[1] as FastifyInstance, cookie)('POST', '/api/auth/sign-out')

  expect([(await asked(apps[0])).statusCode, (await asked(apps[1])).statusCode]).toEqual([401, 401])
})
