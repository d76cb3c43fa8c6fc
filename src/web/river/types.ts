import type { Text } from '../../kernel/text.ts'

/** What the width of a ribbon stands for. */
export const measures = ['people', 'posts', 'duties', 'money'] as const
export type Measure = (typeof measures)[number]

/** Which units a drawing shows. */
export const scopes = ['organs', 'institutions'] as const
export type Scope = (typeof scopes)[number]

/** What happens to the part of a unit that a ribbon carries; `ended`: it stops or begins (posts cut, money saved). */
export const fates = ['kept', 'merged', 'moved', 'colocated', 'dissolved'] as const
export type Fate = (typeof fates)[number] | 'ended'

/** `unit` stands for itself; the others gather what comes from or goes to outside the drawing. */
export type RowKind = 'unit' | 'elsewhere' | 'ended' | 'begun'

/** A bar of the drawing: a unit before or after, or a gathering row. */
export interface Row {
  readonly id: string
  readonly kind: RowKind
  readonly name: Text
  readonly fullName: Text
  /** Organs that share its staff (合署办公), by short name. */
  readonly guests: readonly Text[]
  readonly plates: readonly Text[]
  /** Place in the official order of its side. */
  readonly official: number
  /** Before: it closes. After: it did not exist before. */
  readonly turns: boolean
  readonly fate: Fate
  /** In the units of the measure: people, posts, duties, yuan. */
  readonly value: number
}

/** A ribbon: so much goes from a row before to a row after. Zero when a unit had nothing of the kind to hand over. */
export interface Stream {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly value: number
  readonly fate: Fate
}

/** The county before and after in one measure. Σ streams from a row = the row's value, and the same to a row. */
export interface Flow {
  readonly measure: Measure
  readonly scope: Scope
  readonly before: readonly Row[]
  readonly after: readonly Row[]
  readonly streams: readonly Stream[]
}
