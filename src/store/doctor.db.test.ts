import { spawn } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Database, openDatabase } from './database.ts'
import { type Check, databaseChecks, folderChecks, nodeCheck, runningServer } from './doctor.ts'
import { freshData } from './records.testing.ts'

const wrong = (checks: readonly Check[]) => checks.filter(({ ok }) => !ok).map(({ check }) => check)

const withDatabase = async <Result>(data: string, work: (database: Database) => Promise<Result>) => {
  const database = await openDatabase({ data })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

const examined = async (data: string) => {
  const running = { pid: runningServer({ data }), sinceMs: performance.now() }
  return await withDatabase(data, (database) => databaseChecks(database, running))
}

test('a sound installation is sound in every point, and each says what was found and what to do otherwise', async () => {
  const data = await freshData()
  const checks = [nodeCheck(), ...folderChecks({ data }), ...(await examined(data))]

  expect(wrong(checks)).toEqual([])
  expect(checks.map(({ check }) => check)).toEqual([
    'node',
    'permissions',
    'disk',
    'postgres',
    'fsync',
    'full_page_writes',
    'data_checksums',
    'clock',
    'schema',
    'server',
  ])
  for (const { found, remedy } of checks) expect([found, remedy.zh, remedy.en]).not.toContain('')
})

test.each([
  ['.', '755'],
  ['secret.json', '644'],
  ['postgres', '750'],
])('“%s” with the rights %s is open to others', async (name, mode) => {
  const data = await freshData()
  chmodSync(join(data, name), Number.parseInt(mode, 8))

  expect(wrong(folderChecks({ data }))).toEqual(['permissions'])
})

test('settings that lose records, and a schema that is not ours, are told', async () => {
  const data = await freshData()
  const checks = await withDatabase(data, async (database) => {
    const asked: Database = {
      ...database,
      query: ((text: string, values?: unknown[]) =>
        text.includes('current_setting($1)')
          ? Promise.resolve({ rows: [{ value: 'off' }] })
          : text.includes('from migration')
            ? Promise.resolve({ rows: [{ version: 0 }] })
            : text.includes('extract(epoch')
              ? Promise.resolve({ rows: [{ now: Date.now() + 5000 }] })
              : database.query(text, values)) as Database['query'],
    }
    return await databaseChecks(asked, { pid: undefined, sinceMs: performance.now() })
  })

  expect(wrong(checks)).toEqual(['fsync', 'full_page_writes', 'data_checksums', 'clock', 'schema'])
})

/** A process that opens the records and stays; its kill leaves the server behind. */
const opener = async (data: string) => {
  const code = `import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, 'database.ts'))}
await openDatabase({ data: ${JSON.stringify(data)} })
console.log('open')
setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

test('a server that a killed run left behind is told, and is stopped; one in use is left alone', async () => {
  const data = await freshData()
  const child = await opener(data)
  expect(wrong(await examined(data))).toEqual([])
  expect(runningServer({ data })).toBeGreaterThan(0)

  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone

  expect(wrong(await examined(data))).toEqual(['server'])
  // A busy machine still shows the connections of the one that was killed for a moment, and then nothing is stopped yet.
  await expect.poll(async () => wrong(await examined(data)), { timeout: 20_000 }).toEqual([])
  expect(runningServer({ data })).toBeUndefined()
})
