import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { canonical, sha256Hex } from '../../kernel/canonical.ts'
import type { Finding } from '../../kernel/finding.ts'
import type { Client, Database } from '../database.ts'
import { databaseNow, storedCounties } from '../journal-store.ts'
import { writeWholeParts } from '../whole-file.ts'
import { type BackupHeader, type BackupTable, blockBytes, type TableDigest } from './format.ts'
import { plainValues, RowDigest, rowsOf, schemaSteps, storedTables } from './tables.ts'

/** What a backup holds. */
export interface Backup {
  readonly header: BackupHeader
  readonly tables: readonly TableDigest[]
  readonly bytes: number
}

/**
 * Writes every table of the installation as it stands at one moment into one file, whole or not at all; the service
 * goes on meanwhile. B08 when the file cannot be written.
 */
export const writeBackup = (
  database: Database,
  path: string,
): Promise<{ findings: readonly Finding[]; backup: Backup | undefined }> =>
  database.asOwner(async (client) => {
    await client.query('begin isolation level repeatable read read only')
    await plainValues(client)
    const header = await headerOf(client)
    const tables: TableDigest[] = []
    const { findings, bytes } = await writeWholeParts(path, sealedBytes(contents(client, header, tables)))
    await client.query('rollback')
    return { findings, backup: findings.length > 0 ? undefined : { header, tables, bytes } }
  })

const headerOf = async (client: Client): Promise<BackupHeader> => ({
  sanding: 1,
  kind: 'backup',
  takenAt: await databaseNow(client),
  schema: await schemaSteps(client),
  counties: (await storedCounties(client)).map(({ id, head }) => ({ county: id, ...head })),
  tables: await storedTables(client),
})

const line = (value: object): Buffer => Buffer.from(`${canonical(value)}\n`)

async function* contents(
  client: Client,
  header: BackupHeader,
  digests: TableDigest[],
): AsyncGenerator<Buffer> {
  yield line({ ...header, seal: sha256Hex(canonical(header)) })
  for (const table of header.tables) {
    const digest = new RowDigest()
    for await (const { from, rows } of blocks(client, table)) {
      digest.add(rows)
      yield block(table.table, from, rows)
    }
    digests.push(digest.of(table.table))
  }
  yield line({ digests })
}

/** The rows of a table in blocks of about equal length. */
async function* blocks(client: Client, table: BackupTable): AsyncGenerator<{ from: number; rows: string[] }> {
  let rows: string[] = []
  let length = 0
  let from = 1
  for await (const some of rowsOf(client, table))
    for (const row of some) {
      rows.push(row)
      length += row.length
      if (length < blockBytes) continue
      yield { from, rows }
      from += rows.length
      rows = []
      length = 0
    }
  if (rows.length > 0) yield { from, rows }
}

const block = (table: string, from: number, rows: readonly string[]): Buffer => {
  const packed = gzipSync(Buffer.from(`${rows.join('\n')}\n`))
  const sha256 = createHash('sha256').update(packed).digest('hex')
  return Buffer.concat([
    line({ table, from, rows: rows.length, bytes: packed.length, sha256 }),
    packed,
    Buffer.from('\n'),
  ])
}

/** The bytes, and at their end a line with the SHA-256 of them all. */
async function* sealedBytes(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const all = createHash('sha256')
  for await (const part of parts) {
    all.update(part)
    yield part
  }
  yield line({ sha256: all.digest('hex') })
}
