import { day } from '../kernel/day.ts'
import { type OperationName, operationNamed } from './operations/index.ts'
import type { Line, Plan } from './plan.ts'

/** A line of a test plan; its fields go through the operation's own schema, as those of a file do. */
export const line = (op: OperationName, fields: Record<string, unknown>, on = '2020-12-01') => ({
  op,
  fields,
  on,
})
export type TestLine = ReturnType<typeof line>

/** A plan of such lines, numbered from 1. Throws when a line does not fit its schema: that is a slip in the test. */
export const planOf = (lines: readonly TestLine[], facts: Partial<Plan> = {}): Plan => ({
  id: 'test',
  title: '试验方案',
  titleEn: 'Test plan',
  authority: '试编发〔2020〕1号（示例）',
  effectiveOn: day('2020-12-01'),
  completesOn: day('2025-12-31'),
  lines: lines.map(
    ({ op, fields, on }, at): Line => ({
      number: at + 1,
      operation: operationOf(op),
      fields: operationOf(op).fields.parse(fields),
      on: day(on),
      place: { line: at + 1, column: 1 },
    }),
  ),
  expect: [],
  digest: 'sha256:test',
  ...facts,
})

const operationOf = (name: string) => {
  const operation = operationNamed(name)
  if (operation === undefined) throw new Error(`no operation ${name}`)
  return operation
}
