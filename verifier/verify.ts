import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Certificate, readCertificate } from './certificate.ts'
import { differences, losses } from './compare.ts'
import { type County, digestOfRules, readCounty } from './county.ts'
import { carryOut } from './journey.ts'
import { members, type Plan, readPlan } from './plan.ts'
import { type Problem, problem, sha256 } from './problem.ts'
import { World } from './world.ts'

/** The dated limits that the rules of a certificate rest on lie beside this checker. */
const policies = join(import.meta.dirname, '../policy')

/** What a certificate says of itself and nobody can work out here: rules are not the checker's business. */
export interface Stated {
  /** Findings that forbid the plan. */
  readonly blocking: number
  /** Codes of the rules for which an opinion or approval has still to be attached. */
  readonly outstanding: readonly string[]
}

/** What was found; `stated` is the certificate's own word, not checked, and absent when it cannot be read. */
export interface Verdict {
  readonly valid: boolean
  readonly problems: readonly Problem[]
  readonly stated?: Stated
}

/**
 * Works a certificate out again from the tables and the plan. Valid means: it is sealed, it is about exactly these
 * files, the plan can be carried out line by line, nothing is lost, and every fate it states is the one found here.
 * Whatever cannot be read or understood is a problem; nothing is thrown.
 */
export const verify = (certificateText: string, countyFolder: string, planPath: string): Verdict => {
  const problems: Problem[] = []
  let stated: Stated | undefined
  try {
    const certificate = readCertificate(certificateText, problems)
    if (certificate !== undefined)
      stated = { blocking: certificate.blocking, outstanding: certificate.outstanding }
    const county = readCounty(countyFolder, problems)
    const text = planText(planPath, problems)
    const plan = text === undefined ? undefined : readPlan(text, problems)
    const world = new World(county)
    if (plan !== undefined) carryOut(plan, world)
    problems.push(...otherBase(plan, county), ...world.problems, ...losses(county, world))
    if (certificate !== undefined) {
      const rules = digestOfRules(countyFolder, policies, county)
      problems.push(
        ...admissions(certificate),
        ...unbound([
          ...tablesBound(certificate, county),
          ['规则 rules', certificate.rules.digest, rules],
          ...(text === undefined ? [] : planBound(certificate, text, planPath)),
          ...(plan === undefined ? [] : ownWords(plan, certificate)),
        ]),
        // Of a plan that cannot be read nothing is known that could differ.
        ...(plan === undefined ? [] : differences(certificate, county, world)),
      )
    }
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : String(fault)
    problems.push(problem('V01', `核验未能完成：${message}`, `The check could not be finished: ${message}`))
  }
  return { valid: problems.length === 0, problems, ...(stated === undefined ? {} : { stated }) }
}

/** The sentence that keeps what is only stated apart from what was checked. */
export const statedInWords = ({ blocking, outstanding }: Stated): Problem['message'] => {
  const codes = outstanding.length > 0 ? outstanding : undefined
  return {
    zh: `证书自述（未复核）：${blocking > 0 ? `阻断性意见${blocking}项，` : ''}须附意见 ${codes?.join('、') ?? '无'}`,
    en: `Stated by the certificate, not checked: ${blocking > 0 ? `${blocking} blocking, ` : ''}opinions to attach: ${codes?.join(', ') ?? 'none'}`,
  }
}

const planText = (path: string, problems: Problem[]): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {
    problems.push(
      problem('V03', '方案文件不存在，或不是 UTF-8', 'The plan file is not there, or is not UTF-8'),
    )
    return undefined
  }
}

/** A certificate that says of itself that it does not hold is believed in this one point. */
const admissions = ({ holds, blocking }: Certificate): Problem[] => [
  ...(holds
    ? []
    : [problem('V06', '证书自称守恒不成立', 'The certificate itself says that something is lost')]),
  ...(blocking === 0
    ? []
    : [
        problem(
          'V06',
          `证书自称有${blocking}项阻断性意见`,
          `The certificate itself says that ${blocking} ${blocking === 1 ? 'finding blocks' : 'findings block'} the plan`,
        ),
      ]),
]

type Bound = readonly [name: string, certified: unknown, found: unknown]

/** The tables that the certificate is about, and what it repeats from them. */
const tablesBound = ({ county: id, register }: Certificate, county: County): Bound[] => {
  const [row] = county.rows.county ?? []
  return [
    ['台账 register', register.digest, county.digest],
    ...Object.entries(county.digests).map(
      ([table, digest]): Bound => [`${table}.csv`, register.tables[table], digest],
    ),
    ['县 county', id, row?.id],
    ['基准日 day of the register', register.on, row?.baselineOn],
  ]
}

/** The plan file that the certificate is about. */
const planBound = ({ plan }: Certificate, text: string, path: string): Bound[] => [
  ['方案 plan', plan.digest, sha256(text)],
  ['方案标识 plan id', plan.id, basename(path).replace(/\.(plan\.)?ya?ml$/, '')],
]

/** What the certificate repeats from the plan. */
const ownWords = (plan: Plan, certificate: Certificate): Bound[] => [
  ['方案标题 plan title', certificate.plan.title, plan.members.title],
  ['批准文件 authority', certificate.plan.authority, plan.members.authority],
]

/** The register that the plan says it was drawn for. */
const otherBase = (plan: Plan | undefined, { digest }: County): Problem[] => {
  const { hash } = members(plan?.members.base)
  if (hash === undefined || hash === digest) return []
  const [zh, en] = [
    `台账不是方案所依据的：方案写 ${String(hash)}，实为 ${digest}`,
    `The register is not the one the plan was drawn for: the plan says ${String(hash)}, it is ${digest}`,
  ]
  return [problem('V05', zh, en, { id: 'base.hash', expected: String(hash), found: digest })]
}

const unbound = (bounds: readonly Bound[]): Problem[] =>
  bounds
    .filter(([, certified, found]) => certified !== found)
    .map(([name, certified, found]) =>
      problem(
        'V05',
        `${name} 与证书不符：文件为 ${String(found)}，证书为 ${String(certified)}`,
        `${name} is not the one of the certificate: the file has ${String(found)}, the certificate ${String(certified)}`,
        { id: name, expected: String(found), found: String(certified) },
      ),
    )
