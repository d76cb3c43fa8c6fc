import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canonical, sha256Hex } from '../src/kernel/canonical.ts'
import { day } from '../src/kernel/day.ts'
import { type Certificate, certify } from '../src/reform/certificate.ts'
import { openRegister } from '../src/reform/opening.ts'
import { readPlan } from '../src/reform/plan-file.ts'
import { line, type TestLine } from '../src/reform/planned.testing.ts'
import { policyFrom } from '../src/reform/policy.ts'
import { type Rehearsal, rehearse } from '../src/reform/rehearse.ts'
import { rules } from '../src/reform/rules/index.ts'
import { countyColumns } from '../src/register/county.ts'
import { type Register, tableColumns, tableNames } from '../src/register/register.ts'
import { register as registerOf } from '../src/register/testing.ts'
import { policyDigest, readCountyFolder } from '../src/store/county-folder.ts'

/** County folders and certificates made by the core, for the checker to check. */

/** Writes a register as a county folder in a temporary place; returns the folder. */
export const folderOf = (register: Register): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sanding-verifier-'))
  write(folder, 'county', Object.keys(countyColumns), [register.county])
  for (const name of tableNames)
    write(folder, name, Object.keys(tableColumns[name]), [...register[name].values()])
  writeFileSync(join(folder, 'policy.yaml'), '# no limits of its own\n')
  return folder
}

const write = (folder: string, name: string, columns: readonly string[], rows: readonly object[]) => {
  const lines = rows.map((row) => columns.map((column) => cellOf(Reflect.get(row, column))).join(','))
  writeFileSync(join(folder, `${name}.csv`), `${[columns.join(','), ...lines].join('\n')}\n`)
}

const cellOf = (value: unknown): string =>
  value === undefined ? '' : value === true ? 'yes' : value === false ? 'no' : String(value)

/** A plan file of such lines (JSON is YAML too), written into the folder; returns its path. */
export const planIn = (folder: string, lines: readonly TestLine[], more: object = {}): string => {
  const path = join(folder, 'test.plan.yaml')
  const plan = {
    sanding: 1,
    title: '试验方案',
    authority: '试编发〔2020〕1号（示例）',
    effectiveOn: '2020-12-01',
    ...more,
    lines: lines.map(({ op, on, fields }) => ({ op, on, ...fields })),
  }
  writeFileSync(path, JSON.stringify(plan, undefined, 1))
  return path
}

/** What is lawful is not the checker's business: of the core's findings only those count that are not rules'. */
const ruleCodes = new Set(rules.map(({ code }) => code))

/** A county folder as the core opens it, with the limits in force on the day of all these plans. */
export const opened = (folder: string) => {
  const { tables, policies } = readCountyFolder(folder)
  const policy = policyFrom(policies, day('2020-12-01'), policyDigest(policies))
  return { policy, ...openRegister(tables) }
}

/** What the core says of a county and a plan: its rehearsal, and the certificate of it or of a tampered one. */
export const coreOn = (
  { policy, register, manifest, findings }: ReturnType<typeof opened>,
  planPath: string,
) => {
  const read = readPlan(readFileSync(planPath, 'utf8'), 'test')
  if (read.plan === undefined || read.findings.length + findings.length > 0)
    throw new Error(JSON.stringify([...read.findings, ...findings]))
  const { plan } = read
  const whole = rehearse(register, plan, policy)
  const rehearsal = { ...whole, findings: whole.findings.filter(({ code }) => !ruleCodes.has(code)) }
  return {
    rehearsal,
    certificate: (of: Rehearsal = rehearsal): Certificate => certify(of, plan, manifest, policy),
  }
}

/** A certificate with something changed and a seal that fits again: the work of a forger. */
export const forged = (certificate: Certificate, change: Partial<Certificate>): string => {
  const { seal: _, ...body } = { ...certificate, ...change }
  return JSON.stringify({ ...body, seal: `sha256:${sha256Hex(canonical(body))}` })
}

const names = { name: '县自然资源局', nameEn: 'Natural Resources Bureau' }
/** A small county of three organs in a folder of its own. */
export const smallCounty = () =>
  folderOf(
    registerOf({
      land: {
        duties: ['maps', 'plots'],
        people: ['p1', 'p2'],
        posts: { administrative: 5 },
        chief: 1,
        seals: ['s1'],
      },
      forestry: { duties: ['trees'], people: ['p3'], posts: { administrative: 4 }, chief: 1, seals: ['s2'] },
      water: {
        duties: ['rivers'],
        people: ['p4'],
        posts: { administrative: 3, support: 1 },
        archives: ['a1'],
      },
    }),
  )
/** A plan for it that can be carried out. */
export const smallPlan: readonly TestLine[] = [
  line('merge-units', { units: ['land', 'forestry'], into: 'resources', ...names }),
  line('transfer-duty', {
    duties: ['rivers'],
    people: ['p4'],
    posts: { administrative: 1 },
    archives: ['a1'],
    to: 'resources',
    dates: { duty: '2020-12-01', people: '2021-03-01', records: '2021-06-01' },
  }),
  line('set-leadership-quota', { unit: 'resources', chief: 1, deputy: 2 }),
  line('split-duty', {
    duty: 'trees',
    into: [
      { duty: 'trees-east', unit: 'resources', ...names },
      { duty: 'trees-west', unit: 'water', ...names },
    ],
  }),
]

/** The small county, its plan, and the certificate that the core writes. */
export const golden = () => {
  const folder = smallCounty()
  const plan = planIn(folder, smallPlan)
  const { certificate, rehearsal } = coreOn(opened(folder), plan)
  if (rehearsal.findings.some(({ severity }) => severity === 'error'))
    throw new Error('the small plan is refused')
  return { folder, plan, certificate: certificate() }
}
/** Changes a file; throws when there is nothing to change. */
export const change = (file: string, from: string | RegExp, to: string) => {
  const text = readFileSync(file, 'utf8')
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`${file} has no ${from}`)
  writeFileSync(file, changed)
}
