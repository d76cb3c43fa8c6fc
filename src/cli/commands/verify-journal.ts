import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { storedCounties } from '../../store/journal-store.ts'
import { type Arguments, type Command, exit, type Io } from '../command.ts'
import { anchorFrom, type JournalVerdict, verifyExport, verifyJournals } from '../journals.ts'
import { noCounty } from '../one-county.ts'
import { misused, notThere, printFindings, printJson } from '../print.ts'
import { withRecords } from '../records.ts'

/** Has the independent checker go through journals: those of an installation, or an exported one. */
export const verifyJournal: Command = {
  name: 'verify-journal',
  summary: say(
    '由独立核验程序核对日志，并与锚定值比对',
    'Have the independent checker verify journals, also against an anchor',
  ),
  usage: 'verify-journal [--data DIR [--county ID] | --file export.jsonl] [--anchor anchor.json]',
  takes: 0,
  options: { data: true, county: true, file: true, anchor: true },
  run: async (args, io) => {
    const { file, anchor } = Object.fromEntries(args.options)
    if (file !== undefined && args.options.has('data'))
      return misused(verifyJournal, say('写 --data 或 --file 其中一个', 'Name either --data or --file'), io)
    const missing = [file, anchor].find((path) => path !== undefined && !existsSync(path))
    if (missing !== undefined) return notThere(noFile(missing), io)
    const anchorText = anchor === undefined ? undefined : readFileSync(anchor, 'utf8')
    return file === undefined
      ? await verifyInstallation(args, io, anchorText)
      : told([await verifyExport(file, anchorText)], io)
  },
}

const verifyInstallation = async (
  args: Arguments,
  io: Io,
  anchorText: string | undefined,
): Promise<number> => {
  const anchor = anchorText === undefined ? undefined : anchorFrom(anchorText)
  if (anchor !== undefined && 'code' in anchor) return notThere(anchor, io)
  return await withRecords(args, { mustExist: true }, async (database) => {
    const asked = args.options.get('county')
    const counties = await storedCounties(database)
    for (const county of [asked, anchor?.county])
      if (county !== undefined && !counties.some(({ id }) => id === county))
        return notThere(noCounty(county, counties), io)
    return told(await verifyJournals(database, { county: asked, anchor }), io)
  })
}

const told = (journals: readonly JournalVerdict[], io: Io): number => {
  const valid = journals.every((journal) => journal.valid)
  if (io.json) printJson({ valid, journals }, io)
  else for (const journal of journals) printJournal(journal, io)
  return valid ? exit.fine : exit.blocked
}

/** One journal for a terminal: what is wrong with it, its head to compare with a printed anchor, and the verdict. */
export const printJournal = (
  { county, valid, records, audit, head, findings, more }: JournalVerdict,
  io: Io,
): void => {
  if (findings.length > 0) printFindings(findings, io)
  if (more > 0) io.print(say(`另有${more}项`, `and ${more} more`)[io.language])
  if (county === '-') {
    io.print(
      (valid
        ? say(`本安装的审计链有效，共${audit}条`, `The audit of the installation is valid, ${audit} records`)
        : say('本安装的审计链无效', 'The audit of the installation is not valid'))[io.language],
    )
    return
  }
  const end = head === null ? '' : ` · ${head.seq} · ${head.hash}`
  const verdict = valid
    ? say(`${county}：日志有效，共${records}条`, `${county}: the journal is valid, ${records} records`)
    : say(`${county}：日志无效`, `${county}: the journal is not valid`)
  io.print(`${verdict[io.language]}${end}`)
}

const noFile = (path: string): Finding => ({
  code: 'F00',
  severity: 'error',
  at: `file:${basename(path)}`,
  message: say(`找不到文件“${path}”`, `There is no file “${path}”`),
  remedy: say('核对路径。', 'Check the path.'),
})
