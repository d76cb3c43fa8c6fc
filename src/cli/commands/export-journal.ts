import { say } from '../../kernel/text.ts'
import { exportedJournal, snapshot } from '../../store/journal-export.ts'
import { writeWholeParts } from '../../store/whole-file.ts'
import { type Command, exit } from '../command.ts'
import { countyFrom } from '../one-county.ts'
import { misused, notThere, printJson } from '../print.ts'
import { withRecords } from '../records.ts'

/** Writes a county's journal as one file that anyone can check without a database. */
export const exportJournal: Command = {
  name: 'export-journal',
  summary: say(
    '导出一县的日志，供独立核验',
    'Write a county’s journal to a file that can be checked anywhere',
  ),
  usage: 'export-journal FILE [--county ID] [--data DIR]',
  takes: 1,
  options: { data: true, county: true },
  run: async (args, io) => {
    const [path] = args.positions
    if (path === undefined)
      return misused(exportJournal, say('写明一个要写出的文件', 'Name the one file to write'), io)
    return await withRecords(args, { mustExist: true }, (database) =>
      snapshot(database, async (client) => {
        const county = await countyFrom(args, client)
        if ('code' in county) return notThere(county, io)
        const [refused] = (await writeWholeParts(path, exportedJournal(client, county))).findings
        if (refused !== undefined) return notThere(refused, io)
        const { id, head } = county
        if (io.json) printJson({ file: path, county: id, head, findings: [] }, io)
        else
          io.print(
            say(
              `已导出${id}的日志，共${head.seq}条 · ${head.hash}`,
              `${id}: ${head.seq} records · ${head.hash}`,
            )[io.language],
          )
        return exit.fine
      }),
    )
  },
}
