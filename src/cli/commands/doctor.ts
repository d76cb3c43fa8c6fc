import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../../kernel/text.ts'
import { type Location, openDatabase } from '../../store/database.ts'
import { type Check, databaseChecks, folderChecks, nodeCheck, runningServer } from '../../store/doctor.ts'
import { recordChecks } from '../../store/doctor-records.ts'
import { StoreFault, StoreRefused } from '../../store/fault.ts'
import { type Command, exit } from '../command.ts'
import { type JournalVerdict, verifyJournals } from '../journals.ts'
import { columns, printJson } from '../print.ts'
import { recordsOf } from '../records.ts'

/** Looks over an installation: machine, database, records. Changes nothing in it. */
export const doctor: Command = {
  name: 'doctor',
  summary: say(
    '检查安装：版本、磁盘、时钟、数据库设置、日志、审计、账户',
    'Check an installation: versions, disk, clock, settings, journals, audit, accounts',
  ),
  usage: 'doctor [--data DIR]',
  takes: 0,
  options: { data: true },
  run: async (args, io) => {
    const checks = await examine(recordsOf(args))
    const isSound = checks.every(({ ok }) => ok)
    if (io.json)
      printJson(
        checks.map(({ check, ok, found, remedy }) => ({ check, ok, found, remedy })),
        io,
      )
    else {
      const mark = (ok: boolean) => (ok ? say('正常', 'ok') : say('有误', 'WRONG'))[io.language]
      io.print(columns(checks.map(({ title, ok, found }) => [mark(ok), title[io.language], found])))
      for (const { ok, title, remedy } of checks)
        if (!ok) io.print(`${title[io.language]}\n  → ${remedy[io.language]}`)
    }
    return isSound ? exit.fine : exit.blocked
  },
}

const examine = async (location: Location): Promise<Check[]> => {
  const checks = [nodeCheck()]
  if ('data' in location && !existsSync(join(location.data, 'postgres')))
    return [...checks, noData(location.data)]
  const sinceMs = performance.now()
  const pid = runningServer(location)
  checks.push(...folderChecks(location))
  try {
    const database = await openDatabase(location)
    try {
      checks.push(...(await databaseChecks(database, { pid, sinceMs })))
      checks.push(...(await verifyJournals(database)).map(journalCheck), ...(await recordChecks(database)))
    } finally {
      await database.close()
    }
  } catch (fault) {
    checks.push(notOpened(fault))
  }
  return checks
}

/** The journal alone: its audit trail is a check of its own. */
const journalCheck = ({ county, records, head, findings }: JournalVerdict): Check => {
  const [first] = findings.filter(({ code }) => code !== 'J25')
  return {
    check: `chain ${county}`,
    title: say(`${county} 的日志`, `Journal of ${county}`),
    ok: first === undefined,
    found: head === null ? String(records) : `${head.seq} ${head.hash}`,
    remedy: say(
      `停止使用，运行 verify-journal 查看全部，从最近一次核验无误的备份恢复。${first?.message.zh ?? ''}`,
      `Stop using it, see all of it with verify-journal, and restore the last backup that verifies. ${first?.message.en ?? ''}`.trimEnd(),
    ),
  }
}

const noData = (data: string): Check => ({
  check: 'data',
  title: say('数据文件夹', 'Data folder'),
  ok: false,
  found: data,
  remedy: say(
    '其中没有记录；用 --data 指明，新装时先用 import 建账。',
    'It holds no records: name it with --data, or open a county with import first.',
  ),
})

/** A database that cannot be opened is a finding here, not the end of the check. */
const notOpened = (fault: unknown): Check => {
  const texts =
    fault instanceof StoreRefused
      ? fault.findings.map(({ message, remedy }) => ({ message, remedy: remedy ?? say('', '') }))
      : fault instanceof StoreFault
        ? [{ message: fault.text, remedy: say('', '') }]
        : undefined
  if (texts === undefined) throw fault
  const both = (language: 'zh' | 'en') =>
    texts.map(({ message, remedy }) => `${message[language]} ${remedy[language]}`.trim()).join(' ')
  return {
    check: 'database',
    title: say('数据库', 'Database'),
    ok: false,
    found: fault instanceof StoreRefused ? fault.findings.map(({ code }) => code).join(' ') : 'fault',
    remedy: say(both('zh'), both('en')),
  }
}
