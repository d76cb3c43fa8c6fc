import type { Head } from '../../kernel/chain.ts'

/**
 * A backup is one file: a line of JSON that says what it is, with a seal of its own; for each table its rows in blocks, a line of JSON before
 * each block (table, number of the first row, how many, bytes, SHA-256) and the block itself (JSON lines, gzip) behind it;
 * a line with the digest of every table; and a last line with the SHA-256 of all the bytes before it. So a damaged
 * file is told with the rows that are damaged, before anything is restored.
 */
export interface BackupHeader {
  readonly sanding: 1
  readonly kind: 'backup'
  /** ISO instant of the database's clock. */
  readonly takenAt: string
  readonly schema: readonly SchemaStep[]
  readonly counties: readonly ({ readonly county: string } & Head)[]
  /** In the order in which they can be filled: a table after those it refers to. */
  readonly tables: readonly BackupTable[]
}

/** A numbered migration that the data stands on. */
export interface SchemaStep {
  readonly version: number
  readonly name: string
  readonly sha256: string
}

export interface BackupTable {
  readonly table: string
  readonly columns: readonly string[]
}

/** What stands before a block of rows. */
export interface BlockHeader {
  readonly table: string
  readonly from: number
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/** How many rows a table has, and the SHA-256 of all of them in the order of their key. */
export interface TableDigest {
  readonly table: string
  readonly rows: number
  readonly sha256: string
}

/** A block is closed once its rows are this long, in bytes before they are packed. */
export const blockBytes = 256 * 1024
