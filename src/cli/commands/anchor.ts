import { say } from '../../kernel/text.ts'
import { anchorOf } from '../../store/journal-export.ts'
import { writeWhole } from '../../store/whole-file.ts'
import { type Command, exit } from '../command.ts'
import { countyFrom } from '../one-county.ts'
import { misused, notThere, printJson } from '../print.ts'
import { withRecords } from '../records.ts'

/** Writes down where a county's journal ends now, to be kept outside the installation. */
export const anchor: Command = {
  name: 'anchor',
  summary: say(
    '写出日志末端的锚定值，另处保存，以便日后发现截断或重写',
    'Write down the head of a journal, to be kept elsewhere: it shows later whether the journal was cut or rewritten',
  ),
  usage: 'anchor FILE [--county ID] [--data DIR]',
  takes: 1,
  options: { data: true, county: true },
  run: async (args, io) => {
    const [path] = args.positions
    if (path === undefined)
      return misused(anchor, say('写明一个要写出的文件', 'Name the one file to write'), io)
    return await withRecords(args, { mustExist: true }, async (database) => {
      const county = await countyFrom(args, database)
      if ('code' in county) return notThere(county, io)
      const written = await anchorOf(database, county)
      const [refused] = writeWhole(path, `${JSON.stringify(written)}\n`)
      if (refused !== undefined) return notThere(refused, io)
      if (io.json) printJson({ file: path, anchor: written, findings: [] }, io)
      else io.print(`${written.county} · ${written.seq} · ${written.hash} · ${written.at}`)
      return exit.fine
    })
  },
}
