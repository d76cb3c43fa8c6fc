import type { Day } from '../../kernel/day.ts'
import { accountOf } from '../../ledger/account.ts'
import type { Figure } from '../../ledger/figure.ts'
import { type Admission, admit, type Proposal } from '../../reform/admission.ts'
import { provable } from '../../reform/base.ts'
import { certificateDrift } from '../../reform/certificate-drift.ts'
import type { Manifest } from '../../reform/opening.ts'
import type { Plan } from '../../reform/plan.ts'
import { type Policy, type PolicyFile, policyFrom } from '../../reform/policy.ts'
import { registerDigest } from '../../reform/register-digest.ts'
import { type Rehearsal, rehearse, stepsOf } from '../../reform/rehearse.ts'
import type { Register } from '../../register/register.ts'
import { policyDigest } from '../county-folder.ts'
import type { CurrentCounty } from '../current.ts'

/** A rehearsal, with its figures when they were asked for or the plan promises some. */
export interface FiguredRehearsal extends Rehearsal {
  readonly figures?: readonly Figure[]
}

/** What else is asked of a rehearsal. */
export interface Asked {
  readonly corrects?: number
  /** What the rehearsal is held against (J09). */
  readonly certificate?: unknown
  readonly withFigures?: boolean
}

/** Rehearses a plan where it belongs in the history of a county as it is now, with its expectations and its base. */
export const rehearsedNow = (
  county: CurrentCounty,
  plan: Plan,
  { corrects, certificate, withFigures }: Asked = {},
): Admission<FiguredRehearsal> => {
  const proposal: Proposal = { plan, ...(corrects === undefined ? {} : { corrects }) }
  return admit(county.history, proposal, (register) => {
    const rehearsal = rehearsedOver(county, plan, { register, withFigures: withFigures === true })
    if (certificate === undefined) return rehearsal
    const policy = policyOn(county.policies, plan.effectiveOn)
    const manifest = manifestOf(county, register)
    const drift = certificateDrift(certificate, { rehearsal, plan, manifest, policy })
    return { ...rehearsal, findings: [...rehearsal.findings, ...drift] }
  })
}

/** The same over a register that is named, such as the one that was approved. */
export const rehearsedOver = (
  county: CurrentCounty,
  plan: Plan,
  { register, withFigures }: { readonly register: Register; readonly withFigures: boolean },
): FiguredRehearsal => {
  const { opening, policies } = county
  const policy = policyOn(policies, plan.effectiveOn)
  // Hashing all tables takes longer than the rehearsal: it is done only where something is held against it.
  const manifest = plan.base?.hash === undefined ? opening.manifest : manifestOf(county, register)
  const rehearsal: FiguredRehearsal =
    plan.expect.length === 0 && !withFigures
      ? rehearse(register, plan, policy)
      : accountOf({ ...opening, register, manifest }, plan, policy)
  const remarks = rehearsal.findings.filter(({ code }) => code !== 'D10')
  return { ...rehearsal, findings: [...remarks, ...provable(plan, manifest)] }
}

/** The day of a plan's first step: what took effect by then lies under the plan. */
export const firstDayOf = (plan: Plan): Day => stepsOf(plan)[0]?.on ?? plan.effectiveOn

const manifests = new WeakMap<Register, Manifest>()

/** The digests of a county's register: as its tables were written while nothing was recorded, else of its rows. */
export const manifestOf = ({ opening }: CurrentCounty, register: Register): Manifest => {
  if (register === opening.register) return opening.manifest
  const known = manifests.get(register) ?? registerDigest(register)
  manifests.set(register, known)
  return known
}

const readPolicies = new WeakMap<readonly PolicyFile[], Map<Day, Policy>>()

/** The rules of a county in force on a day; the files are read once for each day that plans take effect on. */
export const policyOn = (files: readonly PolicyFile[], on: Day): Policy => {
  const known = readPolicies.get(files) ?? new Map<Day, Policy>()
  readPolicies.set(files, known)
  const policy = known.get(on) ?? policyFrom(files, on, policyDigest(files))
  if (known.size > 15) known.clear()
  known.set(on, policy)
  return policy
}
