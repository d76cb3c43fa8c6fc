import { spawnSync } from 'node:child_process'
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Certificate } from '../src/reform/certificate.ts'
import type { TestLine } from '../src/reform/planned.testing.ts'
import { change, forged, golden, smallPlan as lines, planIn } from '../test/certified-county.ts'
import { statedInWords, verify } from './verify.ts'

/** What the checker says: problems in both languages, their codes once each, and what they name. */
const check = (certificate: string, folder: string, plan: string) => {
  const { valid, problems } = verify(certificate, folder, plan)
  for (const { message } of problems) expect(message.zh.length * message.en.length).toBeGreaterThan(0)
  return {
    valid,
    codes: [...new Set(problems.map(({ code }) => code))],
    named: problems.map(({ id }) => id),
    problems,
  }
}
test('a certificate that the core wrote is valid, also when it is laid out for reading', () => {
  const { folder, plan, certificate } = golden()

  expect(verify(JSON.stringify(certificate), folder, plan)).toEqual({
    valid: true,
    problems: [],
    stated: { blocking: 0, outstanding: [] },
  })
  expect(verify(`${JSON.stringify(certificate, undefined, 2)}\n`, folder, plan).valid).toBe(true)
})

test('what the certificate only states is told as stated, also when it was forged', () => {
  const { folder, plan, certificate } = golden()
  const stated = (outstanding: string[]) => verify(forged(certificate, { outstanding }), folder, plan)

  expect(stated(['M3', 'Q19b'])).toEqual({
    valid: true,
    problems: [],
    stated: { blocking: 0, outstanding: ['M3', 'Q19b'] },
  })
  expect(statedInWords({ blocking: 0, outstanding: ['M3', 'Q19b'] }).zh).toBe(
    '证书自述（未复核）：须附意见 M3、Q19b',
  )
  expect(statedInWords({ blocking: 2, outstanding: [] }).en).toContain('2 blocking, opinions to attach: none')
  expect(stated(['nothing to see here']).problems.map(({ code }) => code)).toContain('V01')
})

test('of a plan that cannot be read the checker says so once, and nothing that follows from it', () => {
  const { folder, plan, certificate } = golden()
  const written = JSON.stringify(certificate)

  change(plan, /^/, '%YAML 1.2\n---\n')
  expect(check(written, folder, plan).codes).toEqual(['V03', 'V05'])
  expect(check(written, folder, plan).named).toEqual([undefined, '方案 plan'])
  writeFileSync(plan, new Uint8Array([0xff, 0xfe]))
  expect(check(written, folder, plan).codes).toEqual(['V03'])
})

test.each<[string, string, string | RegExp, string, string[]]>([
  ['drop one duty', 'duties', /^plots,.*\n/m, '', ['plots']],
  ['drop one person', 'people', /^p2,.*\n/m, '', ['p2']],
  ['swap two seals', 'seals', /s1,land,s1,inUse\ns2,forestry/, 's1,forestry,s1,inUse\ns2,land', ['s1', 's2']],
  ['rename a duty’s id, the count unchanged', 'duties', /^plots,/m, 'invented,', ['plots', 'invented']],
  [
    'move a post',
    'quotas',
    'water/administrative,water,administrative,3',
    'water/administrative,water,administrative,4',
    ['water/administrative'],
  ],
  ['change a name only', 'duties', '职责rivers', '职责rivers改', ['duties.csv']],
])('%s in the tables: refused and named', (_, table, from, to, expected) => {
  const { folder, plan, certificate } = golden()
  change(join(folder, `${table}.csv`), from, to)

  const { valid, named } = check(JSON.stringify(certificate), folder, plan)

  expect(valid).toBe(false)
  expect(named).toEqual(expect.arrayContaining(expected))
})

test.each<[string, (plan: TestLine[]) => TestLine[], string]>([
  ['a line dropped', (all) => all.filter((_, at) => at !== 1), 'rivers'],
  ['a line doubled', (all) => [...all, ...all.slice(3)], 'trees'],
  [
    'a line pointed elsewhere',
    (all) => all.map((each, at) => (at === 1 ? { ...each, fields: { ...each.fields, to: 'land' } } : each)),
    'land',
  ],
  [
    'another number of posts',
    (all) => all.map((each, at) => (at === 2 ? { ...each, fields: { ...each.fields, deputy: 3 } } : each)),
    'resources/deputy',
  ],
])('%s in the plan: refused and named, also when the digest is forged', (_, mutate, expected) => {
  const { folder, plan, certificate } = golden()
  planIn(folder, mutate([...lines]))
  const changed = check(JSON.stringify(certificate), folder, plan)

  expect(changed.codes).toContain('V05')
  expect(changed.named).toContain(expected)
  const digest = changed.problems.find(({ id }) => id === '方案 plan')?.expected ?? ''
  const answer = check(forged(certificate, { plan: { ...certificate.plan, digest } }), folder, plan)
  expect(answer.valid).toBe(false)
  expect(answer.named).toContain(expected)
})

const fate = (
  certificate: Certificate,
  table: string,
  id: string,
  after: string | null,
): Partial<Certificate> => ({
  fates: {
    ...certificate.fates,
    [table]: (certificate.fates[table] ?? []).map((row) => (row[0] === id ? [row[0], row[1], after] : row)),
  },
})
test.each<[string, (certificate: Certificate) => Partial<Certificate>, string, string]>([
  ['a fate', (all) => fate(all, 'duties', 'maps', 'water'), 'V07', 'maps'],
  ['an ending', (all) => fate(all, 'people', 'p1', null), 'V07', 'p1'],
  [
    'a number of posts',
    (all) => ({
      posts: {
        ...all.posts,
        quotas: (all.posts.quotas ?? []).map(([id, was, is]) => [
          id,
          was,
          id === 'water/support' ? is + 1 : is,
        ]),
      },
    }),
    'V07',
    'water/support',
  ],
  [
    'a unit',
    (all) => ({
      units: all.units.map(([id, state, heirs]) =>
        id === 'water' ? [id, 'closed', heirs] : [id, state, heirs],
      ),
    }),
    'V07',
    'water',
  ],
  [
    'a successor',
    (all) => ({
      units: all.units.map(([id, state, heirs]) =>
        id === 'land' ? [id, state, ['water']] : [id, state, heirs],
      ),
    }),
    'V07',
    'land',
  ],
  [
    'a sum',
    (all) => ({
      balances: all.balances.map((row) => (row.table === 'duties' ? { ...row, moved: 99 } : row)),
    }),
    'V07',
    'duties moved',
  ],
  [
    'a fate told twice',
    (all) => ({ fates: { ...all.fates, duties: [...(all.fates.duties ?? []), ['maps', 'land', 'water']] } }),
    'V07',
    'maps',
  ],
  ['the rules', () => ({ rules: { digest: 'sha256:0' } }), 'V05', '规则 rules'],
  ['the title', (all) => ({ plan: { ...all.plan, title: '别的方案' } }), 'V05', '方案标题 plan title'],
  ['the authority', (all) => ({ plan: { ...all.plan, authority: '别的文号' } }), 'V05', '批准文件 authority'],
  ['the county', () => ({ county: 'elsewhere' }), 'V05', '县 county'],
  [
    'the day',
    (all) => ({ register: { ...all.register, on: '2021-03-31' } }),
    'V05',
    '基准日 day of the register',
  ],
])('%s forged in the certificate and sealed again: refused and named', (_, forge, code, expected) => {
  const { folder, plan, certificate } = golden()

  const answer = check(forged(certificate, forge(certificate)), folder, plan)

  expect(answer.codes).toEqual([code])
  expect(answer.named).toContain(expected)
})

test('a certificate that says of itself that it does not hold is not valid', () => {
  const { folder, plan, certificate } = golden()

  expect(check(forged(certificate, { holds: false }), folder, plan).codes).toEqual(['V06'])
  expect(check(forged(certificate, { blocking: 1 }), folder, plan).codes).toEqual(['V06'])
})

test('a plan drawn for another register is told, whatever the certificate says', () => {
  const { folder, certificate } = golden()
  const plan = planIn(folder, lines, { base: { register: '2020-03-31', hash: 'sha256:0' } })

  expect(check(JSON.stringify(certificate), folder, plan).named).toEqual(['base.hash', '方案 plan'])
})

test('another policy file is another certificate', () => {
  const { folder, plan, certificate } = golden()
  appendFileSync(join(folder, 'policy.yaml'), '# one word more\n')

  expect(check(JSON.stringify(certificate), folder, plan).named).toEqual(['规则 rules'])
})

test('any one character changed in the certificate is noticed', () => {
  const { folder, plan, certificate } = golden()
  const text = JSON.stringify(certificate)

  for (let at = 0; at < text.length; at += 37) {
    const changed = text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1)
    expect([at, verify(changed, folder, plan).valid]).toEqual([at, false])
  }
})

test.each<[string, (text: string) => string]>([
  ['nothing', () => ''],
  ['null', () => 'null'],
  ['a list', () => '[]'],
  ['half of it', (text) => text.slice(0, text.length / 2)],
  ['a name twice', (text) => text.replace('"holds":true', '"holds":false,"holds":true')],
  ['a member more', (text) => text.replace('"holds":true', '"holds":true,"note":"all is well"')],
  ['a prototype', (text) => text.replace('"holds":true', '"holds":true,"__proto__":{"blocking":0}')],
  ['a member less', (text) => text.replace('"blocking":0,', '')],
  ['a number as text', (text) => text.replace('"blocking":0', '"blocking":"0"')],
  ['deep brackets', () => '['.repeat(200_000)],
  ['deep closed brackets', () => `{"fates":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ['a long text', () => JSON.stringify('x'.repeat(3_000_000))],
])('a certificate that is %s gets a problem, not a crash', (_, hostile) => {
  const { folder, plan, certificate } = golden()

  expect(check(hostile(JSON.stringify(certificate)), folder, plan).codes).toEqual(['V01'])
})

test('files that are not there are problems', () => {
  const { folder, certificate } = golden()
  const answer = check(JSON.stringify(certificate), join(folder, 'nowhere'), join(folder, 'no.plan.yaml'))

  expect(answer.codes).toEqual(expect.arrayContaining(['V03', 'V04', 'V05']))
})

test('it runs alone, and shares nothing with what it checks', () => {
  const { folder, plan, certificate } = golden()
  const file = join(folder, 'cert.json')
  const alone = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { encoding: 'utf8' })
  writeFileSync(file, JSON.stringify(certificate))
  expect(alone(file, '--county', folder, '--plan', plan, '--json')).toMatchObject({
    status: 0,
    stdout: '{"valid":true,"problems":[],"stated":{"blocking":0,"outstanding":[]}}\n',
  })
  writeFileSync(file, JSON.stringify(certificate).replace('"holds":true', '"holds":false'))
  const answer = alone(file, '--county', folder, '--plan', plan)
  expect([answer.status, answer.stdout.includes('证书无效')]).toEqual([1, true])
  expect(alone(file, '--county', folder).status).toBe(2)
  expect(alone(`${file}.none`, '--county', folder, '--plan', plan).status).toBe(2)

  const sources = readdirSync(import.meta.dirname).filter((name) => /(?<!\.test)\.ts$/.test(name))
  const imports = sources.flatMap((name) =>
    [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/ from '([^']+)'/g)].map(
      ([, from]) => from,
    ),
  )
  expect(imports.filter((from) => !/^(node:|yaml$|\.\/)/.test(from ?? ''))).toEqual([])
})
