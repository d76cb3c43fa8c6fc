import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { readTableFile } from '../../store/county-folder.ts'
import { localActor } from '../../store/import-county.ts'
import { importPeople } from '../../store/people/import-people.ts'
import { type Command, exit } from '../command.ts'
import { countyFrom } from '../one-county.ts'
import { misused, notThere, printFindings, printJson } from '../print.ts'
import { withRecords } from '../records.ts'

/** Writes the files of a county's people from one table, all or none. */
export const importPeopleCommand: Command = {
  name: 'import-people',
  summary: say(
    '由表格写入人员档案（姓名、身份号码、电话、评语），或全部写入，或不写',
    'Write the files of people (name, identity number, telephone, appraisal) from a table, all or none',
  ),
  usage: 'import-people FILE.csv --county ID [--update] [--data DIR]',
  takes: 1,
  options: { data: true, county: true, update: false },
  run: async (args, io) => {
    const [path] = args.positions
    if (path === undefined)
      return misused(importPeopleCommand, say('写明一个 CSV 文件', 'Name one CSV file'), io)
    if (!existsSync(path)) return notThere(noFile(path), io)
    const findings: Finding[] = []
    const table = readTableFile(path, findings)
    const done = await withRecords(args, { mustExist: true }, async (database) => {
      const county = await countyFrom(args, database)
      if ('code' in county) return { findings: [county] }
      const isUpdate = args.options.has('update')
      return importPeople(database, table, { county: county.id, actor: localActor(), isUpdate })
    })
    const all = [...findings, ...done.findings]
    const isWritten = 'begun' in done && all.every(({ severity }) => severity !== 'error')
    const { begun, changed, same } = 'begun' in done ? done : { begun: 0, changed: 0, same: 0 }
    if (io.json) printJson({ written: isWritten, begun, changed, same, findings: all }, io)
    else {
      printFindings(all, io)
      if (isWritten)
        io.print(
          say(
            `已写入：新建${begun}份，更改${changed}份，未变${same}份`,
            `Written: ${begun} begun, ${changed} changed, ${same} as they were`,
          )[io.language],
        )
    }
    return isWritten ? exit.fine : exit.blocked
  },
}

const noFile = (path: string): Finding => ({
  code: 'F00',
  severity: 'error',
  at: 'table',
  message: say(`找不到文件“${basename(path)}”`, `There is no file “${basename(path)}”`),
  remedy: say('核对路径。', 'Check the path.'),
})
