import type { Day } from '../../kernel/day.ts'
import type { DraftState } from '../../reform/approval-chain.ts'
import type { Stage } from '../../reform/plan.ts'

/** How a version came to be: with the county, by an editor, from an older one, by adopting the register of
 * now, or with the plan's recording at a command line. */
export type VersionKind = 'imported' | 'written' | 'restored' | 'adopted' | 'recorded'

/** A plan that is being drawn, without its texts. */
export interface Draft {
  readonly plan: string
  /** The version that counts now. */
  readonly version: number
  readonly state: DraftState
  readonly createdBy: string
  readonly createdAt: string
}

/** One version of a plan, without its text. */
export interface DraftVersion {
  readonly version: number
  readonly kind: VersionKind
  /** The version that was restored, or the record up to which the journal was adopted. */
  readonly origin: number | null
  readonly title: string
  /** SHA-256 of the text, byte for byte. */
  readonly digest: string
  readonly author: string
  readonly note: string
  readonly at: string
}

/** A stage as it was recorded here; `lapsedAt` when something took it back. */
export interface RecordedStage {
  readonly number: number
  readonly stage: Stage['stage']
  readonly version: number
  readonly document: string
  readonly heldOn: Day
  readonly recordedBy: string
  readonly at: string
  readonly lapsedAt: string | null
}

/** An approval and what became of it. */
export interface Approval {
  readonly number: number
  readonly version: number
  readonly planDigest: string
  /** The register just before the plan's first step, as it stood when this was approved. */
  readonly registerDigest: string
  readonly rulesDigest: string
  /** The journal's head at that moment. */
  readonly baseSeq: number
  readonly baseHash: string
  /** The seal of the certificate. */
  readonly seal: string
  readonly document: string
  readonly heldOn: Day
  readonly approvedBy: string
  readonly at: string
  readonly withdrawn: {
    readonly by: string
    readonly at: string
    readonly because: string
    /** The version that made it lapse; null when an approver withdrew it. */
    readonly byVersion: number | null
  } | null
  readonly applied: { readonly at: string; readonly from: number; readonly to: number } | null
}

/** A plan of a county. */
export interface PlanKey {
  readonly county: string
  readonly plan: string
}
