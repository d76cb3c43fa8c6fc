import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { type AuditAnchor, auditAnchorFindings, readAuditAnchor } from '../../store/audit-anchor.ts'
import { type Database, type Location, openDatabase } from '../../store/database.ts'
import { type Check, databaseChecks, folderChecks, nodeCheck, runningServer } from '../../store/doctor.ts'
import { recordChecks } from '../../store/doctor-records.ts'
import { StoreFault, StoreRefused } from '../../store/fault.ts'
import { type Command, exit } from '../command.ts'
import { type JournalVerdict, verifyJournals } from '../journals.ts'
import { columns, notThere, printJson } from '../print.ts'
import { recordsOf } from '../records.ts'

/** Looks over an installation: machine, database, records. Changes nothing in it. */
export const doctor: Command = {
  name: 'doctor',
  summary: say(
    '检查安装：版本、磁盘、时钟、数据库设置、日志、审计、账户',
    'Check an installation: versions, disk, clock, settings, journals, audit, accounts',
  ),
  usage: 'doctor [--data DIR] [--anchor FILE]',
  takes: 0,
  options: { data: true, anchor: true },
  run: async (args, io) => {
    const path = args.options.get('anchor')
    const anchor = path === undefined ? undefined : anchorIn(path)
    if (anchor !== undefined && 'code' in anchor) return notThere(anchor, io)
    const checks = await examine(recordsOf(args), anchor)
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

const examine = async (location: Location, anchor: AuditAnchor | undefined): Promise<Check[]> => {
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
      const journals = (await verifyJournals(database)).filter(({ county }) => county !== '-')
      checks.push(...journals.map(journalCheck), ...(await recordChecks(database)))
      if (anchor !== undefined) checks.push(await anchorCheck(database, anchor))
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

const anchorCheck = async (database: Database, anchor: AuditAnchor): Promise<Check> => {
  const [first] = await auditAnchorFindings(database, anchor)
  return {
    check: `audit-anchor ${anchor.county}`,
    title: say('审计链与锚定值比对', 'Audit trail against its anchor'),
    ok: first === undefined,
    found: `${anchor.seq} ${anchor.hash}`,
    remedy: say(
      `停止使用，从最近一次核验无误的备份恢复。${first?.message.zh ?? ''}`,
      `Stop using it and restore the last backup that verifies. ${first?.message.en ?? ''}`.trimEnd(),
    ),
  }
}

const anchorIn = (path: string): AuditAnchor | Finding =>
  (existsSync(path) ? readAuditAnchor(readFileSync(path, 'utf8')) : undefined) ?? {
    code: 'K10',
    severity: 'error',
    at: 'anchor',
    message: say(`“${path}”不是审计锚定文件`, `“${path}” is no anchor of an audit trail`),
    remedy: say('改用当初由 anchor --audit 写出的文件。', 'Use the file that anchor --audit wrote.'),
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
