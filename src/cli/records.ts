import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'
import { type Database, type Location, locationOf, openDatabase } from '../store/database.ts'
import { StoreRefused } from '../store/fault.ts'
import type { Arguments } from './command.ts'

/** The records that a call is about: `--data DIR` (./data when left out), or DATABASE_URL. */
export const recordsOf = (args: Arguments): Location => locationOf(args.options.get('data') ?? 'data')

/**
 * Does `work` with the records and closes them again. With `mustExist` a folder without records is refused (J12) rather
 * than made. Throws StoreRefused and StoreFault, which main tells.
 */
export const withRecords = async <Result>(
  args: Arguments,
  options: { readonly mustExist: boolean },
  work: (database: Database) => Promise<Result>,
): Promise<Result> => {
  const location = recordsOf(args)
  if (options.mustExist && 'data' in location && !existsSync(join(location.data, 'postgres')))
    throw new StoreRefused([noRecords(location.data)])
  const database = await openDatabase(location)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

const noRecords = (folder: string): Finding => ({
  code: 'J12',
  severity: 'error',
  at: 'database',
  message: say(`“${folder}”中没有台账数据`, `There are no records in “${folder}”`),
  remedy: say(
    '核对 --data；新装的先设首批管理员（accounts --first）或建账（import）。',
    'Check --data; a new installation begins with accounts --first, or with import.',
  ),
})

/** A whole number given with an option; undefined when it is absent, NaN when it is not a number. */
export const numberIn = (args: Arguments, option: string): number | undefined => {
  const text = args.options.get(option)
  if (text === undefined) return undefined
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
}
