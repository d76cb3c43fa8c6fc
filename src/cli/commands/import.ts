import { say } from '../../kernel/text.ts'
import { countyPath, readCountyFolder } from '../../store/county-folder.ts'
import { importCounty, localActor } from '../../store/import-county.ts'
import { type Command, exit } from '../command.ts'
import { misused, printFindings, printJson } from '../print.ts'
import { withRecords } from '../records.ts'

/** Opens a county in the records with the tables and rules of its folder. */
export const importCommand: Command = {
  name: 'import',
  summary: say('以县文件夹的表格和规则建账', 'Open a county in the records from its folder'),
  usage: 'import COUNTY_DIR [--data DIR]',
  takes: 1,
  options: { data: true },
  run: async (args, io) => {
    const [path] = args.positions
    if (path === undefined)
      return misused(importCommand, say('写明一个县的文件夹', 'Name the folder of one county'), io)
    const folder = readCountyFolder(countyPath(path))
    const { county, isOpened, digest, findings } = await withRecords(args, { mustExist: false }, (database) =>
      importCounty(database, folder, localActor()),
    )
    if (io.json) printJson({ county, opened: isOpened, register: digest, findings }, io)
    else {
      printFindings(findings, io)
      if (isOpened)
        io.print(say(`已建账：${county} · ${digest}`, `Opened: ${county} · ${digest}`)[io.language])
    }
    return isOpened ? exit.fine : exit.blocked
  },
}
