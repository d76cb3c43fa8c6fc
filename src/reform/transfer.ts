import type { Finding } from '../kernel/finding.ts'
import type { UnitId } from '../kernel/id.ts'
import type { HeldName, Register } from '../register/register.ts'
import type { Move } from './operation.ts'
import { alreadyHeld, notOpen, repeatedRows, unknownRows } from './refusals.ts'

/** What the plain transfers (rooms, money, archives, seals, contracts) have in common. */

export const checkTransfer = (
  before: Register,
  table: HeldName,
  ids: readonly string[],
  to: UnitId,
): Finding[] => [
  ...notOpen(before, [to]),
  ...unknownRows(before, table, ids),
  ...repeatedRows(table, ids),
  ...alreadyHeld(before, table, ids, to),
]

export const rowsMove = (table: HeldName, ids: readonly string[], to: UnitId): Move[] => [
  { kind: 'rows', table, ids, to },
]
