import { readPlan } from '../reform/plan-file.ts'
import type { Role } from '../rights/role.ts'
import { applyPlan } from '../store/apply-plan.ts'
import { countiesInMemory } from '../store/current.ts'
import { openedCounty } from '../store/records.testing.ts'
import type { serverOver } from './kit/server.testing.ts'
import type { Recipe } from './proof-recipes.testing.ts'
import { filed, holding, type World } from './proof-world.testing.ts'
import { approved, decision, office, planText, posts } from './routes/plans.testing.ts'

const text = planText([posts('water', 2)])

/** A county of its own, so that what a request does there stands in nobody's way. */
const begin = async (world: World, role: Role) => {
  const county = await openedCounty(world.database)
  const { cookie } = await holding(world.database, role, county)
  return { county, cookie, at: (rest: string) => `/api/counties/${county}${rest}` }
}

const officeOf = (world: World, county: string) =>
  office(world.database, world.app as ReturnType<typeof serverOver>, county)

/** A county with a drafted plan. */
const drafted = async (world: World, role: Role = 'planner') => {
  const here = await begin(world, role)
  const people = await officeOf(world, here.county)
  await people.planner.send('POST', '/plans', { plan: 'reform', text })
  return { ...here, people }
}

/** One whose plan is argued, or approved. */
const argued = async (world: World) => {
  const here = await drafted(world, 'approver')
  for (const [stage, document, heldOn] of [
    ['initiation', '县委编委会议纪要〔2026〕1号（示例）', '2026-01-15'],
    ['argument', '论证报告（示例）', '2026-03-02'],
  ])
    await here.people.planner.send('POST', '/plans/reform/stages', { stage, version: 1, document, heldOn })
  return here
}
const decided = async (world: World, role: Role) => {
  const here = await drafted(world, role)
  await approved(here.people, 'reform')
  return here
}

/** One whose plan a finance officer has commented on. */
const commented = async (world: World) => {
  const here = await drafted(world, 'finance')
  const url = here.at('/plans/reform/comments')
  const payload = { version: 1, line: 1, kind: 'question', text: '编制从何处核减？' }
  await world.app.inject({ method: 'POST', url, headers: { cookie: here.cookie }, payload })
  return here
}

/** A county where a person has a file, or had one. */
const withFile = async (world: World, state: 'filed' | 'erased' = 'filed') => {
  const here = await begin(world, 'organisation')
  const file = await filed(world.database, here.county, 'p1')
  const url = here.at('/people/p1/erasure')
  const body = { reason: 'own-request', document: '示组发〔2026〕13号' }
  if (state === 'erased')
    await world.app.inject({ method: 'POST', url, headers: { cookie: here.cookie }, payload: body })
  return { ...here, file }
}

const document = '示组发〔2026〕12号'
const documentOfStage = '县委编委会议纪要〔2026〕1号（示例）'

const plan = '/api/counties/{county}/plans/{plan}'
const person = '/api/counties/{county}/people/{person}'

const planRecipes: Readonly<Record<string, Recipe>> = {
  'POST /api/counties/{county}/plans': async (world) => {
    const { at, cookie } = await begin(world, 'planner')
    return { url: at('/plans'), cookie, body: { plan: 'reform', text } }
  },
  [`PUT ${plan}`]: async (world) => {
    const { at, cookie } = await drafted(world)
    const next = planText([posts('water', 2), posts('land', 4)])
    return { url: at('/plans/reform'), cookie, body: { version: 1, text: next, note: '按会议意见修改' } }
  },
  [`POST ${plan}/restoration`]: async (world) => {
    const { at, cookie, people } = await drafted(world)
    await people.planner.send('PUT', '/plans/reform', { version: 1, text: planText([posts('land', 4)]) })
    return { url: at('/plans/reform/restoration'), cookie, body: { version: 2, restore: 1 } }
  },
  [`POST ${plan}/stages`]: async (world) => {
    const { at, cookie } = await drafted(world)
    const body = { stage: 'initiation', version: 1, document: documentOfStage, heldOn: '2026-01-15' }
    return { url: at('/plans/reform/stages'), cookie, body }
  },
  [`POST ${plan}/approval`]: async (world) => {
    const { at, cookie } = await argued(world)
    return { url: at('/plans/reform/approval'), cookie, body: { version: 1, ...decision } }
  },
  [`DELETE ${plan}/approval`]: async (world) => {
    const { at, cookie } = await decided(world, 'approver')
    return { url: at('/plans/reform/approval'), cookie, body: { because: '上级文件有新要求' } }
  },
  [`POST ${plan}/application`]: async (world) => {
    const { at, cookie } = await decided(world, 'planner')
    return { url: at('/plans/reform/application'), cookie, body: { approval: 1, expectSeq: 1 } }
  },
  [`POST ${plan}/comments`]: async (world) => {
    const { at, cookie } = await drafted(world, 'organisation')
    const body = { version: 1, line: 1, kind: 'remark', text: '请附上级核定编制的文件。' }
    return { url: at('/plans/reform/comments'), cookie, body }
  },
  [`POST ${plan}/comments/{comment}/replies`]: async (world) => {
    const { at, cookie } = await commented(world)
    return { url: at('/plans/reform/comments/1/replies'), cookie, body: { text: '见附件。' } }
  },
  [`POST ${plan}/comments/{comment}/resolution`]: async (world) => {
    const { at, cookie } = await commented(world)
    return { url: at('/plans/reform/comments/1/resolution'), cookie }
  },
  [`POST ${plan}/returns`]: async (world) => {
    const { at, cookie } = await argued(world)
    return { url: at('/plans/reform/returns'), cookie, body: { version: 1, text: '职数依据不足。' } }
  },
  [`POST ${plan}/adoption`]: async (world) => {
    const { at, cookie, county } = await decided(world, 'planner')
    const { plan: moved } = readPlan(planText([posts('land', 3)]), 'outside')
    if (moved === undefined) throw new Error('unreadable')
    await applyPlan(world.database, countiesInMemory(), { county, plan: moved, actor: 'local:test' })
    return { url: at('/plans/reform/adoption'), cookie, body: { upTo: 2, note: '已核对' } }
  },
}

const peopleRecipes: Readonly<Record<string, Recipe>> = {
  [`POST ${person}/reveal`]: async (world) => {
    const { at, cookie } = await withFile(world)
    const body = { columns: ['name', 'phone'], purpose: 'placement', document }
    return { url: at('/people/p1/reveal'), cookie, body }
  },
  'POST /api/counties/{county}/people/search': async (world) => {
    const { at, cookie, file } = await withFile(world)
    return { url: at('/people/search'), cookie, body: { name: file.name, purpose: 'placement' } }
  },
  [`PATCH ${person}`]: async (world) => {
    const { at, cookie } = await withFile(world)
    return { url: at('/people/p1'), cookie, body: { version: 1, phone: '10012345678' } }
  },
  [`POST ${person}/export`]: async (world) => {
    const { at, cookie } = await withFile(world)
    return { url: at('/people/p1/export'), cookie, body: {} }
  },
  [`POST ${person}/erasure`]: async (world) => {
    const { at, cookie } = await withFile(world)
    return { url: at('/people/p1/erasure'), cookie, body: { reason: 'retention-ended', document } }
  },
  [`POST ${person}/reopening`]: async (world) => {
    const { at, cookie } = await withFile(world, 'erased')
    return { url: at('/people/p1/reopening'), cookie, body: { document } }
  },
  'POST /api/counties/{county}/erasures': async (world) => {
    const { at, cookie } = await withFile(world)
    const erasures = ['p1', 'p2'].map((id) => ({ person: id, reason: 'retention-ended', document }))
    return { url: at('/erasures'), cookie, body: { erasures } }
  },
}

export const countyRecipes: Readonly<Record<string, Recipe>> = { ...planRecipes, ...peopleRecipes }
