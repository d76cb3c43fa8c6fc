import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Finding } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'
import { type Account, accountOf } from '../ledger/account.ts'
import { type OpenCounty, openCounty } from '../ledger/opening.ts'
import type { Plan } from '../reform/plan.ts'
import { decodePlan, readPlan } from '../reform/plan-file.ts'
import { type Policy, policyFrom } from '../reform/policy.ts'
import { type CountyFolder, countyPath, policyDigest, readCountyFolder } from '../store/county-folder.ts'
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

/** Opens `--county DIR` (or the county the plan file lies in) and the plan given as a position or with `--plan`. */
export const openSession = (args: Arguments): Session => {
  const named =
    args.options.get('plan') ?? args.positions.find((word) => word.endsWith('.yaml') || word.endsWith('.yml'))
  const folder = readCountyFolder(countyPath(args.options.get('county') ?? countyOf(named)))
  const county = openCounty(folder.tables)
  const planPath = named ?? onlyPlanIn(folder, args)
  const read = planPath === undefined ? undefined : readPlanFile(planPath)
  const on = read?.plan?.effectiveOn ?? county.register.county.baselineOn
  return {
    folder,
    county,
    plan: read?.plan,
    planPath,
    policy: policyFrom(folder.policies, on, policyDigest(folder.policies)),
    findings: [...folder.findings, ...county.findings, ...(read?.findings ?? [])],
  }
}

/** The account of a session's plan; undefined when there is none. */
export const rehearseSession = ({ county, plan, policy }: Session): Account | undefined =>
  plan === undefined ? undefined : accountOf(county, plan, policy)

export const noPlan: Finding = {
  code: 'F00',
  severity: 'error',
  at: 'plan',
  message: say('没有可用的方案文件', 'There is no usable plan file'),
  remedy: say('写明方案文件。', 'Name the plan file.'),
}

/** Reads and parses one plan file; a file that is not there is a finding. */
export const readPlanFile = (path: string): { plan: Plan | undefined; findings: readonly Finding[] } => {
  const id = basename(path).replace(/\.(plan\.)?ya?ml$/, '')
  if (!existsSync(path))
    return {
      plan: undefined,
      findings: [
        {
          code: 'F00',
          severity: 'error',
          at: `plan:${id}`,
          message: say(`找不到方案文件“${path}”`, `There is no plan file “${path}”`),
          remedy: say('核对路径。', 'Check the path.'),
        },
      ],
    }
  const { text, findings } = decodePlan(readFileSync(path))
  if (text === undefined) return { plan: undefined, findings }
  const read = readPlan(text, id)
  return { plan: read.plan, findings: [...findings, ...read.findings] }
}

const countyOf = (plan: string | undefined): string => {
  if (plan === undefined) return 'hequ'
  const folder = join(plan, '..')
  return existsSync(join(folder, 'units.csv')) ? folder : 'hequ'
}

/** The plan of the folder when it has exactly one and the call names none. */
const onlyPlanIn = (folder: CountyFolder, args: Arguments): string | undefined => {
  const ids = Object.keys(folder.plans)
  return ids.length === 1
    ? join(countyPath(args.options.get('county') ?? 'hequ'), `${ids[0]}.plan.yaml`)
    : undefined
}
