import { expect } from 'vitest'
import type { Role } from '../rights/role.ts'
import { beginPending } from '../store/accounts/pending.ts'
import { asking } from './kit/server.testing.ts'
import { filed, holding, namesIn, type World } from './proof-world.testing.ts'
import { approved, office, planText, posts } from './routes/plans.testing.ts'

const document = '示组发〔2026〕21号'

/** The plans that come of it, beside the one that a furnished county has: the same in every county. */
export const plansOfBusy = { done: 'done', given: 'given' } as const

/**
 * Lets everything happen in a furnished county that can, once: plans begun, changed, approved, withdrawn, returned and carried out,
 * files changed, looked at and erased, accounts opened and given rights.
 */
export const busy = async (world: World, county: string): Promise<void> => {
  await plansMove(world, county)
  await filesMove(world, county)
  await accountsMove(world, county)
}

type Method = Parameters<ReturnType<typeof asking>>[0]

/** Asks for what has to work, as somebody with a role, under a key, so that the answer is kept. */
const working = async ({ database, app }: World, role: Role, county: string) => {
  const ask = asking(app, (await holding(database, role, county)).cookie)
  let keys = 0
  return async (method: Method, url: string, body?: unknown) => {
    keys += 1
    const answer = await ask(method, url, body, { 'idempotency-key': `busy-${keys}` })
    expect(answer.statusCode, `${method} ${url} ${answer.body}`).toBeLessThan(300)
    return answer
  }
}

/** One plan is carried out, the approval of another is withdrawn, and a third has one more version. */
const plansMove = async (world: World, county: string): Promise<void> => {
  const people = await office(world.database, world.app as Parameters<typeof office>[1], county)
  const planner = await working(world, 'planner', county)
  const approver = await working(world, 'approver', county)
  const plans = `/api/counties/${county}/plans`
  const { done, given } = plansOfBusy
  for (const [at, plan] of [done, given].entries()) {
    await planner('POST', plans, { plan, text: planText([posts('land', 4)]), note: '初稿' })
    const text = planText([posts('land', 4), posts('forestry', 4 + at)])
    await planner('PUT', `${plans}/${plan}`, { version: 1, text })
    await approved(people, plan)
  }
  await approver('DELETE', `${plans}/${given}/approval`, { because: '上级文件有新要求' })
  await planner('POST', `${plans}/${done}/application`, { approval: 1 })
  const { version } = await people.planner.send('GET', `/plans/${namesIn.plan}`)
  const text = planText([posts('water', 2), posts('land', 8)])
  await planner('PUT', `${plans}/${namesIn.plan}`, { version, text, note: '再改' })
  await approver('POST', `${plans}/${namesIn.plan}/returns`, {
    version: version + 1,
    line: 2,
    text: '请说明理由',
  })
  await planner('POST', `${plans}/${namesIn.plan}/comments/1/replies`, { text: '按会议纪要' })
  await planner('POST', `${plans}/${namesIn.plan}/comments/1/resolution`)
  await planner('POST', `/api/counties/${county}/journal/export`)
}

/** Files are changed, shown, found and handed out; one is erased, and one that was erased begins again. */
const filesMove = async (world: World, county: string): Promise<void> => {
  const { database } = world
  const organisation = await working(world, 'organisation', county)
  const people = `/api/counties/${county}/people`
  const { version } = (await organisation('GET', `${people}/p1`)).json()
  const name = '示例·司马相'
  await organisation('PATCH', `${people}/p1`, { version, name, phone: '10000000001' })
  const why = { purpose: 'placement', document }
  await organisation('POST', `${people}/p1/reveal`, { columns: ['name'], ...why })
  await organisation('POST', `${people}/search`, { name, ...why })
  await organisation('POST', `${people}/p2/export`, {})
  await organisation('POST', `${people}/p3/erasure`, { reason: 'retention-ended', document })
  await organisation('POST', `${people}/p3/reopening`, { document })
  await filed(database, county, 'p3')
  await organisation('POST', `${people}/p4/erasure`, { reason: 'own-request', document })
}

/** Accounts of the county are opened: one is given a right and is signing in, the other is proposed for one and shut. */
const accountsMove = async (world: World, county: string): Promise<void> => {
  const { database } = world
  const keeper = await working(world, 'system-administrator', county)
  const decider = await working(world, 'security-administrator', county)
  const opened = async (part: string, person: string) => {
    const username = `${part}-${county}`
    const body = { home: county, username, displayName: '赵（示例）', person }
    const { account } = (await keeper('POST', '/api/accounts', body)).json()
    const at = `/api/accounts/${county}/${account.id}`
    const { grants } = (
      await keeper('POST', `${at}/grants`, { role: 'unit-clerk', over: county, unit: 'land' })
    ).json()
    return { id: account.id as string, at, grant: grants[0].id as string }
  }
  const clerk = await opened('clerk', 'p2')
  await decider('POST', `${clerk.at}/grants/${clerk.grant}/decision`, { decision: 'grant' })
  const waiting = await opened('waiting', 'p3')
  await keeper('POST', `${waiting.at}/disabling`)
  await beginPending(database, { home: county, id: clerk.id, method: 'password' })
}
