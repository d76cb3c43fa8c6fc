import { expect, test } from 'vitest'
import { policy as table } from '../../rights/policy.ts'
import { roleNames } from '../../rights/role.ts'
import { openApiOf } from '../../server/kit/openapi.ts'
import { routes } from '../../server/routes/index.ts'
import { policyCommand } from './policy.ts'

const told = (language: 'zh' | 'en', json: boolean) => {
  const printed: string[] = []
  const print = (text: string) => void printed.push(text)
  policyCommand.run({ positions: [], options: new Map() }, { language, json, print, error: print })
  return printed.join('\n')
}

test('as JSON every address of the API document stands with its roles, and no other', () => {
  const rights = JSON.parse(told('en', true)) as Record<string, string[]>
  const { paths } = openApiOf(routes, '0.0.0')
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )

  expect(Object.keys(rights).sort()).toEqual(documented.sort())
  for (const roles of Object.values(rights))
    expect(roles.every((role) => roleNames.includes(role as never))).toBe(true)
  expect(rights['POST /api/counties/{county}/plans/{plan}/approval']).toEqual(['approver'])
  expect(rights['GET /api/health']).toEqual(roleNames)
})

test('every row of the table is of use: some address asks for it', () => {
  const asked = new Set<string>(routes.map(({ operation }) => operation))
  expect(Object.keys(table).filter((operation) => !asked.has(operation))).toEqual([])
})

test('a reader is told how far each right reaches, in his language', () => {
  expect(told('zh', false)).toMatch(/plans\/\{plan\}\/approval +编办审批岗 \(本县\)/)
  expect(told('en', false)).toMatch(/GET \/api\/health +The public/)
})
