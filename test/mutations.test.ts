import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { canonical, sha256Hex } from '../src/kernel/canonical.ts'
import { provable } from '../src/reform/base.ts'
import { type Certificate, certify } from '../src/reform/certificate.ts'
import { openRegister } from '../src/reform/opening.ts'
import { operationNamed } from '../src/reform/operations/index.ts'
import { readPlan } from '../src/reform/plan-file.ts'
import { policyFrom } from '../src/reform/policy.ts'
import { rehearse } from '../src/reform/rehearse.ts'
import { policyDigest, readCountyFolder } from '../src/store/county-folder.ts'
import { verify } from '../verifier/verify.ts'
import { copyOf, edit } from './county-copy.ts'

/** Each mutation of the Hequ tables or plan is caught by both checkers: the core's own, and the independent one. */

const hequ = resolve(import.meta.dirname, '../counties/hequ')
const planFile = join(hequ, '2020-reform.plan.yaml')
const planText = readFileSync(planFile, 'utf8')

/** A county folder as `prove` opens it. */
const opened = (folder: string) => {
  const { tables, policies, findings } = readCountyFolder(folder)
  return { policies, ...openRegister(tables), unreadable: findings }
}
/** What `prove` says of a county and a plan: the findings that block, and the certificate. */
const proved = (county: ReturnType<typeof opened>, text = planText) => {
  const { plan, findings: slips } = readPlan(text, '2020-reform')
  if (plan === undefined) throw new Error('no plan')
  const { register, manifest, policies } = county
  const policy = policyFrom(policies, plan.effectiveOn, policyDigest(policies))
  const rehearsal = rehearse(register, plan, policy)
  const findings = [
    ...county.unreadable,
    ...policy.findings,
    ...county.findings,
    ...slips,
    ...rehearsal.findings,
    ...provable(plan, manifest),
  ]
  return {
    blocking: findings.filter(({ severity }) => severity === 'error'),
    certificate: certify({ ...rehearsal, findings }, plan, manifest, policy),
  }
}
const county = opened(hequ)
const written = parse(planText)
const original = proved(county)
const sealed = JSON.stringify(original.certificate)

test('untouched, both checkers are content', () => {
  expect(original.blocking).toEqual([])
  expect(original.certificate.holds).toBe(true)
  expect(verify(sealed, hequ, planFile)).toMatchObject({ valid: true, problems: [] })
})

const things = [
  'duties',
  'people',
  'premises',
  'budget',
  'archives',
  'seals',
  'contracts',
  'sections',
] as const
const cells = (line: string) => line.split(',')
const idIn = (line = '') => cells(line)[0] ?? ''
const moved = (line: string, to: string) => line.replace(`,${cells(line)[1]},`, `,${to},`)

type Mutation = (lines: string[], row: number) => { lines: string[]; names: string[] }
const drop: Mutation = (lines, row) => ({
  lines: lines.filter((_, at) => at !== row),
  names: [idIn(lines[row])],
})
const swap: Mutation = (lines, row) => {
  const a = lines[row] ?? ''
  const b = lines.findLast((line) => cells(line)[1] !== cells(a)[1]) ?? ''
  const [toB, toA] = [cells(b)[1] ?? '', cells(a)[1] ?? '']
  return {
    lines: lines.map((line) => (line === a ? moved(a, toB) : line === b ? moved(b, toA) : line)),
    names: [idIn(a), idIn(b)],
  }
}
const exchange: Mutation = (lines, row) => {
  const id = idIn(lines[row])
  return {
    lines: lines.map((line, at) => (at === row ? line.replace(id, `${id}-x`) : line)),
    names: [id, `${id}-x`],
  }
}

test.each<[string, Mutation, number]>([
  ['one of each kind of thing dropped', drop, 0],
  ['one of each kind of thing dropped, further down', drop, 0.7],
  ['two of each kind of thing swapped', swap, 0],
  ['two of each kind of thing swapped, further down', swap, 0.4],
  ['one of each kind dropped and another added, the count unchanged', exchange, 0],
  ['one of each kind dropped and another added, further down', exchange, 0.9],
])('%s: the core refuses to prove, and the verifier names every one', (_, mutate, share) => {
  const folder = copyOf('hequ')
  const names = things.flatMap((table) => {
    let named: string[] = []
    edit(folder, table, (lines) => {
      const mutated = mutate(lines, 1 + Math.floor(share * (lines.length - 2)))
      named = mutated.names
      return mutated.lines
    })
    return named.map((id) => `${table}:${id}`)
  })
  const changed = opened(folder)

  expect(proved(changed).blocking.map(({ code }) => code)).toContain('D10')
  for (const table of things) expect(changed.manifest.tables[table]).not.toBe(county.manifest.tables[table])
  const { valid, problems } = verify(sealed, folder, planFile)
  expect(valid).toBe(false)
  expect(named(problems)).toEqual(expect.arrayContaining(names))
})

test('a post moved from one unit to another, the sum unchanged: both refuse, and the verifier names a quota', () => {
  const folder = copyOf('hequ')
  let names: string[] = []
  edit(folder, 'quotas', (lines) => {
    const many = lines.filter((line) => cells(line)[2] === 'administrative' && Number(cells(line)[3]) > 1)
    const by = (line: string, change: number) =>
      cells(line)
        .with(3, String(Number(cells(line)[3]) + change))
        .join(',')
    names = [many[0], many.at(-1)].map((line) => `quotas:${idIn(line)}`)
    return lines.map((line) => (line === many[0] ? by(line, -1) : line === many.at(-1) ? by(line, 1) : line))
  })

  expect(proved(opened(folder)).blocking.map(({ code }) => code)).toContain('D10')
  expect(named(verify(sealed, folder, planFile).problems)).toEqual(expect.arrayContaining(names))
})

test('a forger who binds the old certificate to a changed table and seals it again is found out, by name', () => {
  const folder = copyOf('hequ')
  let dropped = ''
  edit(folder, 'duties', (lines) => {
    const mutated = drop(lines, 7)
    dropped = mutated.names[0] ?? ''
    return mutated.lines
  })
  const { seal: _, ...body } = {
    ...original.certificate,
    register: proved(opened(folder)).certificate.register,
  }
  const forged = JSON.stringify({ ...body, seal: `sha256:${sha256Hex(canonical(body))}` })

  expect(named(verify(forged, folder, planFile).problems)).toContain(`duties:${dropped}`)
})

interface Written {
  readonly op: string
  readonly [field: string]: unknown
}
const lines: readonly Written[] = written.lines
const nameOf = (line: Written | undefined) => operationNamed(line?.op ?? '')?.name ?? ''

/** What both checkers say of the plan with other lines. */
const withLines = (other: readonly Written[]) => {
  const text = stringify({ ...written, lines: other }, { aliasDuplicateObjects: false })
  const file = join(mkdtempSync(join(tmpdir(), 'sanding-plan-')), '2020-reform.plan.yaml')
  writeFileSync(file, text)
  const core = proved(county, text)
  return {
    core,
    isOther: core.blocking.length > 0 || fatesOf(core) !== fatesOf(original),
    ...verify(sealed, hequ, file),
  }
}
const fatesOf = ({ certificate: { fates, posts, units } }: { certificate: Certificate }) =>
  canonical({ fates, posts, units })
const named = (problems: readonly { table?: string; id?: string }[]) =>
  problems.map(({ table, id }) => `${table}:${id}`)

/** One line of every other operation that the plan uses: the first such line, or one in the middle of them. */
const linesTried = (parity: 0 | 1) =>
  [...new Set(lines.map(nameOf))]
    .filter((_, at) => at % 2 === parity)
    .map((name) => {
      const all = lines.flatMap((line, at) => (nameOf(line) === name ? [at] : []))
      return [name, all[Math.floor((all.length * parity) / 2)] ?? 0] as const
    })

test.each(linesTried(0))(
  'a line %s (%i) dropped: another plan to both, and they agree whether anything ends up elsewhere',
  (_, at) => {
    const { core, isOther, valid, problems } = withLines(lines.filter((__, index) => index !== at))

    expect(core.certificate.plan.digest).not.toBe(original.certificate.plan.digest)
    expect(valid).toBe(false)
    expect(problems.map(({ id }) => id)).toContain('方案 plan')
    expect(problems.some(({ code }) => code === 'V07' || code === 'V08')).toBe(isOther)
  },
)

test.each(linesTried(1))(
  'a line %s (%i) doubled: both refuse the second, unless saying it twice is saying it once',
  (name, at) => {
    const { core, isOther, valid, problems } = withLines(
      lines.flatMap((line, index) => (index === at ? [line, line] : [line])),
    )
    const refused = problems.filter(({ code }) => code === 'V08')

    expect(valid).toBe(false)
    expect(problems.map(({ id }) => id)).toContain('方案 plan')
    expect(refused.length > 0).toBe(isOther)
    if (isOther) expect(core.blocking.flatMap(({ place }) => place?.line ?? []).length).toBeGreaterThan(0)
    else expect(name).toMatch(/^(set|assign|transfer|consolidate|change|rename)-/)
  },
)

test('two mergers with their sources swapped: both checkers come to other fates, and every source is named', () => {
  const [a = 0, b = 0] = lines.flatMap((line, at) => (nameOf(line) === 'merge-units' ? [at] : []))
  const { isOther, valid, problems } = withLines(
    lines.map((line, at) =>
      at === a ? { ...line, units: lines[b]?.units } : at === b ? { ...line, units: lines[a]?.units } : line,
    ),
  )
  const sources = [a, b].flatMap((at) => lines[at]?.units ?? []).map((unit) => `units:${unit}`)

  expect([isOther, valid, a === b]).toEqual([true, false, false])
  expect(named(problems)).toEqual(expect.arrayContaining(sources))
})
