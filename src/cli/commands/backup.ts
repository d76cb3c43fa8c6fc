import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { writeBackup } from '../../store/backup/write.ts'
import { storedCounties } from '../../store/journal-store.ts'
import { type Command, exit } from '../command.ts'
import { verifyJournals } from '../journals.ts'
import { columns, exitFor, misused, notThere, printFindings, printJson } from '../print.ts'
import { withRecords } from '../records.ts'

/** Writes the whole installation into one file. */
export const backup: Command = {
  name: 'backup',
  summary: say(
    '把全部记录备份为一个文件（可在使用中进行；登录状态不备份）',
    'Write all records into one file (the service may go on meanwhile; who is signed in is not kept)',
  ),
  usage: 'backup FILE [--data DIR]',
  takes: 1,
  options: { data: true },
  run: async (args, io) => {
    const [path] = args.positions
    if (path === undefined)
      return misused(backup, say('写明一个要写出的文件', 'Name the one file to write'), io)
    return await withRecords(args, { mustExist: true }, async (database) => {
      // Records that do not hold together are saved all the same, but never in silence.
      const broken = (await verifyJournals(database)).flatMap((journal) => journal.findings)
      if (existsSync(path) && statSync(path).size > 0 && (await storedCounties(database)).length === 0)
        return notThere(emptyOverFull(path), io)
      const { findings, backup } = await writeBackup(database, path)
      const [refused] = findings
      if (backup === undefined) return refused === undefined ? exit.fault : notThere(refused, io)
      const { header, tables, bytes } = backup
      const { takenAt, counties } = header
      if (io.json) printJson({ file: path, bytes, takenAt, counties, tables, findings: broken }, io)
      else {
        if (broken.length > 0) printFindings(broken, io)
        const kib = Math.ceil(bytes / 1024)
        io.print(columns(counties.map(({ county, seq, hash }) => [county, String(seq), hash])))
        io.print(
          say(
            `备份已写入“${path}”（${kib} KiB）· ${takenAt}`,
            `Written to “${path}” (${kib} KiB) · ${takenAt}`,
          )[io.language],
        )
      }
      return exitFor(broken)
    })
  },
}

/** B26: an installation without a county, most likely named by mistake, does not replace a file. */
const emptyOverFull = (path: string): Finding => ({
  code: 'B26',
  severity: 'error',
  at: `file:${basename(path)}`,
  message: say(
    `此处没有县，不用空备份覆盖“${path}”`,
    `There is no county here: an empty backup does not replace “${path}”`,
  ),
  remedy: say('核对 --data，或换一个文件名。', 'Check --data, or name another file.'),
})
