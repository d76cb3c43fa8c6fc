import { existsSync } from 'node:fs'
import { say } from '../../kernel/text.ts'
import { restoreBackup } from '../../store/backup/restore.ts'
import { type Command, exit } from '../command.ts'
import { type JournalVerdict, verifyJournals } from '../journals.ts'
import { misused, notThere, printFindings, printJson } from '../print.ts'
import { recordsOf } from '../records.ts'
import { printJournal } from './verify-journal.ts'

/** Makes an installation from a backup and proves that it is the one that was backed up. */
export const restore: Command = {
  name: 'restore',
  summary: say(
    '由备份恢复到空的数据文件夹，并核验日志与校验值',
    'Restore a backup into an empty data folder, and verify its journals and digests',
  ),
  usage: 'restore FILE --data DIR',
  takes: 1,
  options: { data: true },
  run: async (args, io) => {
    const [path] = args.positions
    const location = recordsOf(args)
    const isPlaced = 'url' in location || args.options.has('data')
    if (path === undefined || !isPlaced)
      return misused(
        restore,
        say('写明备份文件和 --data 文件夹', 'Name the backup and the folder with --data'),
        io,
      )
    if (!existsSync(path)) return notThere(noBackup(path), io)
    let journals: readonly JournalVerdict[] = []
    const { findings, header, tables } = await restoreBackup(path, location, async (database) => {
      journals = await verifyJournals(database)
      return journals.flatMap((journal) => journal.findings)
    })
    const restored = findings.length === 0
    if (io.json) printJson({ restored, takenAt: header?.takenAt ?? null, journals, tables, findings }, io)
    else if (!restored) printFindings(findings, io)
    else {
      for (const journal of journals) printJournal(journal, io)
      const count = tables.reduce((sum, { rows }) => sum + rows, 0)
      io.print(
        say(
          `已恢复${tables.length}张表、${count}行，各表及各县日志的校验值均与备份所记一致（${header?.takenAt}）`,
          `Restored ${tables.length} tables with ${count} rows; the digest of every table and the head of every journal are those of the backup (${header?.takenAt})`,
        )[io.language],
      )
    }
    return restored ? exit.fine : exit.blocked
  },
}

const noBackup = (path: string) =>
  ({
    code: 'F00',
    severity: 'error',
    at: 'backup',
    message: say(`找不到备份文件“${path}”`, `There is no backup “${path}”`),
    remedy: say('核对路径。', 'Check the path.'),
  }) as const
