import type { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import type { Finding } from '../kernel/finding.ts'
import type { UnitId } from '../kernel/id.ts'
import type { Text } from '../kernel/text.ts'
import type { Draft, HeldName, Register } from '../register/register.ts'

/**
 * What a line says must become of things, told without applying it. The proof is made from these and from
 * nothing else, so an `apply` that loses something is found out by its own declaration.
 */
export type Move =
  /** Everything in these tables that `from` holds goes to `to`; `quotas` and `leadership` add up there. */
  | { readonly kind: 'all'; readonly tables: readonly HeldName[]; readonly from: UnitId; readonly to: UnitId }
  /** The named rows go to `to`. */
  | { readonly kind: 'rows'; readonly table: HeldName; readonly ids: readonly string[]; readonly to: UnitId }
  /** The named rows end, on the authority of the line. */
  | { readonly kind: 'end'; readonly table: HeldName; readonly ids: readonly string[] }
  /** New rows begin. */
  | { readonly kind: 'begin'; readonly table: HeldName; readonly ids: readonly string[]; readonly at: UnitId }
  /** `count` posts of one kind or level go from one unit to another. */
  | {
      readonly kind: 'posts'
      readonly table: 'quotas' | 'leadership'
      readonly key: string
      readonly from: UnitId
      readonly to: UnitId
      readonly count: number
    }
  /** The posts of one kind or level are set to `count`; the difference is cut or added on the line's authority. */
  | {
      readonly kind: 'set'
      readonly table: 'quotas' | 'leadership'
      readonly key: string
      readonly unit: UnitId
      readonly count: number
    }

/** A line split by date: the same operation, with the fields that take effect on that day. */
export interface Part<Fields> {
  readonly on: Day
  readonly fields: Fields
}

/** One typed operation (改革事项): the word of the plan file, the journal, the rules and the official sentence. */
export interface Operation<Name extends string = string, Fields = never> {
  readonly name: Name
  /** Chinese names accepted in a plan file; the first is the one shown. */
  readonly terms: readonly string[]
  /** What it does to the counts, in words; tested in the golden table of counters. */
  readonly counting: Text
  readonly fields: z.ZodType<Fields>
  /** Why it cannot be done to this register: all the reasons. Empty means it can. */
  check(fields: Fields, before: Register): Finding[]
  apply(fields: Fields, draft: Draft, on: Day): void
  /** What must become of things; read before `apply`. */
  moves(fields: Fields, before: Register): Move[]
  /** The sentence of the official paper. */
  describe(fields: Fields, before: Register): Text
  /** Units the line brings into being, so that a refused line does not make every later line look wrong. */
  creates?(fields: Fields): readonly UnitId[]
  /** Dated parts, when not everything happens on the day of the line. */
  parts?(fields: Fields, on: Day): readonly Part<Fields>[]
}

/** Ties name, fields and functions of one operation together for the type checker. */
export const defineOperation = <const Name extends string, Schema extends z.ZodType>(
  operation: Omit<Operation<Name, z.output<Schema>>, 'fields'> & { readonly fields: Schema },
): Operation<Name, z.output<Schema>> => operation as unknown as Operation<Name, z.output<Schema>>
