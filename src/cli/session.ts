import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Finding, sorted } from '../kernel/finding.ts'
import { say, type Text } from '../kernel/text.ts'
import { type Account, accountOf } from '../ledger/account.ts'
import { type OpenCounty, openCounty } from '../ledger/opening.ts'
import { isReadable } from '../reform/opening.ts'
import type { Plan } from '../reform/plan.ts'
import { decodePlan, readPlan } from '../reform/plan-file.ts'
import { type Policy, policyFrom } from '../reform/policy.ts'
import { type CountyFolder, countyPath, policyDigest, readCountyFolder } from '../store/county-folder.ts'
import { listCounties } from '../store/county-list.ts'
import type { Arguments } from './command.ts'

/** A county and, when the command names one, a plan: what most commands begin with. */
export interface Session {
  readonly folder: CountyFolder
  readonly county: OpenCounty
  readonly plan: Plan | undefined
  readonly planPath: string | undefined
  readonly policy: Policy
  /** Everything wrong with the files, before anything is rehearsed. */
  readonly findings: readonly Finding[]
}

/**
 * Opens `--county DIR` (or the county the plan file lies in) and the plan given as a position or with `--plan`, whatever
 * its name. Only when none is given: the county's plan, if it has just one.
 */
export const openSession = (args: Arguments): Session => {
  const [named, second] = [args.options.get('plan'), args.positions[0]].filter((each) => each !== undefined)
  const place = args.options.get('county') ?? countyOf(named)
  const path = countyPath(place ?? '.')
  const folder = place === undefined ? unnamedCounty() : readCountyFolder(path)
  const county = openCounty(folder.tables)
  const ids = Object.keys(folder.plans)
  const planPath = named ?? (ids.length === 1 ? join(path, `${ids[0]}.plan.yaml`) : undefined)
  const read = planPath === undefined || second !== undefined ? undefined : readPlanFile(planPath)
  const on = read?.plan?.effectiveOn ?? county.register.county.baselineOn
  return {
    folder,
    county,
    plan: read?.plan,
    planPath,
    policy: policyFrom(folder.policies, on, policyDigest(folder.policies)),
    findings: [
      ...folder.findings,
      // Of a folder that is not there, every table is missing: once is enough.
      ...(isThere(folder) ? county.findings : []),
      ...(second === undefined ? [] : [namedTwice]),
      ...(read?.findings ?? []),
    ],
  }
}

/** The account of a session’s plan; undefined when there is none, or when the tables are not readable as tables. */
export const rehearseSession = ({ county, plan, policy, findings }: Session): Account | undefined =>
  plan === undefined || !isReadable(findings) ? undefined : accountOf(county, plan, policy)

/** Everything there is to say of a session without a usable plan; F00 when the call names none and the county has not just one. */
export const withoutPlan = ({ folder, planPath, findings }: Session): Finding[] =>
  sorted(
    planPath === undefined && isThere(folder)
      ? [...findings, unnamedPlan(Object.keys(folder.plans))]
      : findings,
  )

const isThere = (folder: CountyFolder) => folder.findings.every(({ code }) => code !== 'B00')

/** B00: the call names no county, and the plan does not lie in one. */
const unnamedCounty = (): CountyFolder => {
  const ids = listCounties().map(({ id }) => id)
  const finding: Finding = {
    code: 'B00',
    severity: 'error',
    at: 'county',
    message: say('没有写明是哪个县', 'No county is named'),
    remedy: say(
      `写 --county 文件夹，或随附的县：${ids.join('、')}`,
      `Write --county and a folder, or one of the shipped counties: ${ids.join(', ')}`,
    ),
  }
  return { id: '', tables: {}, plans: {}, policies: [], findings: [finding] }
}

const namedTwice: Finding = {
  code: 'F00',
  severity: 'error',
  at: 'plan',
  message: say('方案文件写了两处', 'The plan is named twice'),
  remedy: say('只写一处：PLAN 或 --plan。', 'Name it once: PLAN or --plan.'),
}

const unnamedPlan = (ids: readonly string[]): Finding => ({
  code: 'F00',
  severity: 'error',
  at: 'plan',
  message: say('没有写明方案文件', 'No plan file is named'),
  remedy:
    ids.length === 0
      ? say('写明方案文件。', 'Name the plan file.')
      : say(
          `写明其一：${ids.map((id) => `${id}.plan.yaml`).join('、')}`,
          `Name one of ${ids.map((id) => `${id}.plan.yaml`).join(', ')}`,
        ),
})

/** In bytes; a plan that readPlan would accept is far smaller. */
const largestPlan = 16 * 1024 * 1024

/** What was read of a plan file: its plan, and the text it is read from. */
export interface ReadPlanFile {
  readonly plan: Plan | undefined
  readonly text?: string | undefined
  readonly findings: readonly Finding[]
}

/** Reads and parses one plan file; a file that is not there is a finding. */
export const readPlanFile = (path: string): ReadPlanFile => {
  const id = basename(path).replace(/\.(plan\.)?ya?ml$/, '')
  const stat = statSync(path, { throwIfNoEntry: false })
  const unreadable = (code: string, message: Text, remedy: Text) => ({
    plan: undefined,
    findings: [{ code, severity: 'error', at: `plan:${id}`, message, remedy } as const],
  })
  if (stat === undefined || !stat.isFile())
    return unreadable(
      'F00',
      say(`找不到方案文件“${path}”`, `There is no plan file “${path}”`),
      say('核对路径。', 'Check the path.'),
    )
  if (stat.size > largestPlan)
    return unreadable(
      'F02',
      say('方案文件过大', 'The plan file is too large'),
      say('拆成几个方案文件。', 'Divide it into several plan files.'),
    )
  const { text, findings } = decodePlan(readFileSync(path), id)
  if (text === undefined) return { plan: undefined, findings }
  const read = readPlan(text, id)
  return { plan: read.plan, text, findings: [...findings, ...read.findings] }
}

/** The folder the plan lies in, when it is a county’s. */
const countyOf = (plan: string | undefined): string | undefined => {
  if (plan === undefined) return undefined
  const folder = join(plan, '..')
  return existsSync(join(folder, 'units.csv')) ? folder : undefined
}
