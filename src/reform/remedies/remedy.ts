import type { Finding } from '../../kernel/finding.ts'
import type { Text } from '../../kernel/text.ts'
import type { Counters } from '../impact.ts'
import type { CounterMove } from '../legal/try.ts'
import type { World } from '../rule.ts'

/** What a plan comes to: everything that is found about it, and its counters while it can be read. */
export interface Judged {
  readonly findings: readonly Finding[]
  readonly counters: Counters | undefined
  /** Things that have no place. */
  readonly unplaced: number
}

/** Where a finding is to be mended: the plan as text and as it was rehearsed, and somebody who judges another text. */
export interface Ward extends World {
  readonly text: string
  /** Digest of the register as it is now. */
  readonly digest: string
  /** The computed figures of the ledger by id. */
  readonly figures: ReadonlyMap<string, number>
  readonly now: Judged
  /** Reads and rehearses a text as the plan of this county. */
  judge(text: string): Judged
}

/** An edit that may mend a finding, not tried yet. */
export interface Proposal {
  readonly label: Text
  /** What has to be told first, such as the document that is attached. */
  readonly asks?: Text
  /** The text with the edit made; undefined where it cannot be made. */
  edit(text: string, answer?: string): string | undefined
}

/** An edit that was tried and mends the finding. */
export interface Remedy extends Proposal {
  readonly effect: {
    readonly counters: readonly CounterMove[]
    /** Findings that it brings; of a remedy, none as severe as the one that goes. */
    readonly findings: readonly Finding[]
  }
}

/** An edit that was tried. It mends when the finding goes and nothing as severe comes; else `effect` says what would. */
export interface Trial extends Remedy {
  readonly isRemedy: boolean
  /** The finding would go, whatever else would come. */
  readonly isGone: boolean
}

/** One way of mending; one file each. */
export interface RemedyKind {
  readonly name: string
  /** The codes that it knows how to mend; `opinion` for every finding that asks for one. */
  readonly codes: readonly string[]
  propose(finding: Finding, ward: Ward): readonly Proposal[]
}

export const defineRemedy = (kind: RemedyKind): RemedyKind => kind
