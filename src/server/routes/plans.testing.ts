import { expect } from 'vitest'
import type { Database } from '../../store/database.ts'
import { asking, type serverOver, signedIn } from '../kit/server.testing.ts'
import { problemShape } from '../kit/shapes.ts'
import { planRoutes } from './plans.ts'

/** A plan file of such lines, for the small county of the tests. */
export const planText = (lines: readonly string[], facts: readonly string[] = []) => `# 示例
sanding: 1
title: 示例方案
authority: 试编发〔2026〕1号（示例）
effectiveOn: 2026-10-01
${facts.map((fact) => `${fact}\n`).join('')}lines:
${lines.map((line) => `  - ${line}\n`).join('')}`

/** The line that sets the administrative posts of a unit. */
export const posts = (unit: string, count: number) =>
  `{op: set-staffing-quota, unit: ${unit}, kind: administrative, posts: ${count}}`

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** The shape that the document promises for an answer: every answer of these tests is held against it. */
const promised = (method: Method, path: string, status: number) => {
  const [address = ''] = path.split('?')
  const route = planRoutes.find(
    (each) =>
      each.method === method &&
      new RegExp(`^${each.path.replace('/api/counties/:county', '').replace(/:\w+/g, '[^/]+')}$`).test(
        address,
      ),
  )
  const shape = route?.answers[status]?.schema ?? (status >= 400 ? problemShape : undefined)
  if (shape === undefined) throw new Error(`${method} ${path} answers ${status}, which is not documented`)
  return shape
}

/** Two planners and two approvers of a county, each asking the same server. */
export const office = async (database: Database, app: ReturnType<typeof serverOver>, county: string) => {
  const as = async (role: 'planner' | 'approver') => {
    const { cookie, id } = await signedIn(database, [{ role, over: county }])
    const ask = asking(app, cookie)
    const send = async (method: Method, path: string, body?: unknown) => {
      const answer = await ask(method, `/api/counties/${county}${path}`, body)
      expect(promised(method, path, answer.statusCode).safeParse(answer.json()).error).toBeUndefined()
      return { status: answer.statusCode, etag: answer.headers.etag, ...answer.json() }
    }
    return { id, ask, send }
  }
  return {
    planner: await as('planner'),
    second: await as('planner'),
    approver: await as('approver'),
    other: await as('approver'),
  }
}
export type Office = Awaited<ReturnType<typeof office>>

/** The findings' codes of an answer that refuses. */
export const refusedWith = (answer: { status: number; codes?: string[] }) => ({
  status: answer.status,
  codes: answer.codes,
})

const stages = [
  ['initiation', '县委编委会议纪要〔2026〕1号（示例）', '2026-01-15'],
  ['argument', '论证报告（示例）', '2026-03-02'],
] as const
export const decision = { document: '县委编委会议纪要〔2026〕3号（示例）', heldOn: '2026-04-10' }

/** Takes a plan through initiation (unless it has one) and argument to its approval. */
export const approved = async ({ planner, approver }: Office, plan: string) => {
  const { version, state } = await planner.send('GET', `/plans/${plan}`)
  for (const [stage, document, heldOn] of state === 'drafted' ? stages : stages.slice(1)) {
    const answer = await planner.send('POST', `/plans/${plan}/stages`, { stage, version, document, heldOn })
    expect(answer.status).toBe(201)
  }
  const answer = await approver.send('POST', `/plans/${plan}/approval`, { version, ...decision })
  expect(answer).toMatchObject({ status: 201, state: 'approved' })
  return answer
}
