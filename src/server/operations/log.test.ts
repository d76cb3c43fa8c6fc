import { expect, test } from 'vitest'
import { StoreFault } from '../../store/fault.ts'
import { incidentLine } from './incident.ts'
import { type Line, logTo } from './log.ts'

const lines = (from: 'info' | 'warn' = 'info') => {
  const written: string[] = []
  const log = logTo((text) => void written.push(text), from)
  return { log, written }
}

test('a line is one JSON object with its time and level, and holds nothing that is not allowed', () => {
  const { log, written } = lines()
  log.write('info', { route: '/api/health', status: 200, name: '示例·王' } as unknown as Line)

  expect(written).toHaveLength(1)
  const { time, ...rest } = JSON.parse(written[0] ?? '')
  expect(time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  expect(rest).toEqual({ level: 'info', route: '/api/health', status: 200 })
  expect(written[0]?.endsWith('}\n')).toBe(true)
})

test('what is below the level that was asked for is not written', () => {
  const { log, written } = lines('warn')
  for (const level of ['info', 'warn', 'error'] as const) log.write(level, { event: level })
  expect(written.map((text) => JSON.parse(text).event)).toEqual(['warn', 'error'])
})

test('an incident is told with its kind and its frames, and without the values that were at work', () => {
  const secrets = ['示例·王建平', '110101199003074514', 'Zhang San', 'it’s secret']
  const causes = [
    new SyntaxError(`Unexpected token '示', "示例·王建平 1101"... is not valid JSON`),
    new StoreFault(
      { zh: '', en: 'x' },
      Object.assign(new Error('invalid input syntax for type bigint: "110101199003074514"'), {
        code: '22P02',
        constraint: 'person_file_pkey',
        detail: 'Key (name)=(Zhang San) already exists.',
        parameters: secrets,
      }),
    ),
    new Error("a quotation 'that never ends: Zhang San"),
    new Error('示例·王建平 lives at 110101199003074514'),
    '示例·王建平',
  ]
  for (const cause of causes) {
    const text = JSON.stringify(incidentLine('abc', cause))
    for (const secret of secrets) expect(text).not.toContain(secret)
    expect(text).not.toMatch(/[\u4e00-\u9fff]|\d{15}/)
  }
  expect(incidentLine('abc', causes[1])).toMatchObject({
    event: 'incident',
    incident: 'abc',
    code: '22P02',
    constraint: 'person_file_pkey',
    message: 'invalid input syntax for type bigint: …',
  })
  expect(JSON.stringify(incidentLine('abc', causes[0]).stack)).toContain('log.test.ts')
})
