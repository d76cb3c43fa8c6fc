import { canonical, sha256Hex } from '../kernel/canonical.ts'
import { type HeldName, heldNames, type Register } from '../register/register.ts'
import { isOpen } from '../register/unit.ts'
import type { Manifest } from './opening.ts'
import type { Plan } from './plan.ts'
import type { Policy } from './policy.ts'
import type { Rehearsal } from './rehearse.ts'

/** [id, holder before or null, holder after or null]: null before began, null after ended. */
type Fate = readonly [id: string, before: string | null, after: string | null]

/**
 * 守恒证书: that nothing was lost, bound to the exact register, plan and rules. It carries the fate of every single
 * thing, so that whoever checks it can name what differs. Checked by `verifier/`, which shares no code with this.
 */
export interface Certificate {
  readonly sanding: 1
  readonly kind: 'conservation-certificate'
  readonly county: string
  readonly plan: {
    readonly id: string
    readonly title: string
    readonly authority: string
    readonly digest: string
  }
  readonly register: {
    readonly on: string
    readonly digest: string
    readonly tables: Readonly<Record<string, string>>
  }
  readonly rules: { readonly digest: string }
  readonly holds: boolean
  readonly blocking: number
  /** Codes of findings that ask for a legal opinion or approval which is not attached. */
  readonly outstanding: readonly string[]
  readonly balances: readonly Readonly<Record<string, string | number>>[]
  readonly fates: Readonly<Record<string, readonly Fate[]>>
  readonly posts: Readonly<Record<string, readonly (readonly [string, number, number])[]>>
  readonly units: readonly (readonly [string, 'open' | 'closed', readonly string[]])[]
  /** SHA-256 of the canonical JSON of everything above. */
  readonly seal: string
}

/** The certificate of a rehearsal. When the proof fails or findings block, it says so itself. */
export const certify = (
  rehearsal: Rehearsal,
  plan: Plan,
  manifest: Manifest,
  policy: Policy,
): Certificate => {
  const { before, after, conservation, findings } = rehearsal
  const body = {
    sanding: 1,
    kind: 'conservation-certificate',
    county: before.county.id,
    plan: { id: plan.id, title: plan.title, authority: plan.authority, digest: plan.digest },
    register: { on: before.county.baselineOn, digest: manifest.digest, tables: manifest.tables },
    rules: { digest: policy.digest },
    holds: conservation.holds,
    blocking: findings.filter((finding) => finding.severity === 'error').length,
    outstanding: [
      ...new Set(findings.filter(({ severity }) => severity === 'opinion').map(({ code }) => code)),
    ].sort(),
    balances: conservation.balances.map(
      ({ table, before: was, moved, ended, begun, after: is, unplaced }) => ({
        table,
        before: was,
        moved,
        ended,
        begun,
        after: is,
        unplaced,
      }),
    ),
    fates: Object.fromEntries(
      heldNames
        .filter((table) => table !== 'quotas' && table !== 'leadership')
        .map((table) => [table, fatesOf(table, before, after)]),
    ),
    posts: { quotas: postsOf('quotas', before, after), leadership: postsOf('leadership', before, after) },
    units: sortedById(
      [...after.units.values()].map(
        (unit) => [unit.id, isOpen(unit) ? 'open' : 'closed', unit.supersededBy ?? []] as const,
      ),
    ),
  } as const
  return { ...body, seal: `sha256:${sha256Hex(canonical(body))}` }
}

const fatesOf = (table: HeldName, before: Register, after: Register): Fate[] => {
  const ids = new Set([...idsOf(before[table].values()), ...idsOf(after[table].values())])
  return sortedById(
    [...ids].map((id): Fate => [id, before[table].get(id)?.unit ?? null, after[table].get(id)?.unit ?? null]),
  )
}

const postsOf = (table: 'quotas' | 'leadership', before: Register, after: Register) => {
  const ids = new Set([...idsOf(before[table].values()), ...idsOf(after[table].values())])
  return sortedById(
    [...ids].map((id) => [id, before[table].get(id)?.posts ?? 0, after[table].get(id)?.posts ?? 0] as const),
  )
}

const idsOf = (rows: Iterable<{ readonly id: string }>) => Array.from(rows, (row) => row.id)

const sortedById = <Row extends readonly [string, ...unknown[]]>(rows: Row[]): Row[] =>
  rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
