import { type Finding, sorted } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { openCounty } from '../../ledger/opening.ts'
import { type Changes, changesAsJson, changesBetween } from '../../reform/changes.ts'
import { countyPath, readCountyFolder } from '../../store/county-folder.ts'
import { type Command, exit, type Io } from '../command.ts'
import { exitFor, findingText, printFindings, printJson } from '../print.ts'
import { openSession, rehearseSession, withoutPlan } from '../session.ts'

/** Two county folders compared row by row; or a county before and after its plan. */
export const diff: Command = {
  name: 'diff',
  summary: say(
    '比较两个县的台账，或一个县在方案前后',
    'Compare two county folders, or a county before and after its plan',
  ),
  usage: 'diff DIR_A DIR_B | diff PLAN --county DIR',
  takes: 2,
  options: { county: true, plan: true },
  run: (args, io) => {
    const [a, b] = args.positions
    if (a !== undefined && b !== undefined) return compareFolders(a, b, io)
    const session = openSession(args)
    const rehearsed = rehearseSession(session)
    if (rehearsed === undefined) return refuse(withoutPlan(session), io)
    const findings = sorted([...session.findings, ...rehearsed.findings]).filter(
      ({ severity }) => severity === 'error',
    )
    printChanges(changesBetween(rehearsed.before, rehearsed.after), findings, io)
    return exitFor(findings)
  },
}

const refuse = (findings: readonly Finding[], io: Io): number => {
  if (io.json) printJson({ findings }, io)
  else printFindings(findings, io)
  return exit.blocked
}

const compareFolders = (a: string, b: string, io: Io): number => {
  const folders = [a, b].map((name) => readCountyFolder(countyPath(name)))
  const [from, to] = folders.map((folder) => openCounty(folder.tables))
  const missing = folders.flatMap((folder) => folder.findings.filter((finding) => finding.code === 'B00'))
  if (missing.length > 0 || from === undefined || to === undefined) return refuse(missing, io)
  const findings = folders.flatMap((folder, at) => [
    ...folder.findings,
    ...((at === 0 ? from : to).findings ?? []),
  ])
  printChanges(changesBetween(from.register, to.register), findings, io)
  return exitFor(findings)
}

/** The findings go to the error stream, so that what reads the difference gets nothing but the difference. */
const printChanges = (changes: Changes, findings: readonly Finding[], io: Io) => {
  const json = changesAsJson(changes)
  for (const finding of findings) io.error(findingText(finding, io.language))
  if (io.json) {
    printJson(json, io)
    return
  }
  for (const [table, { added, changed, removed }] of Object.entries(json)) {
    io.print(`${table}: +${added.length} ~${changed.length} -${removed.length}`)
    for (const row of added) io.print(`  + ${(row as { id: string }).id}`)
    for (const { id, from, to } of changed)
      io.print(`  ~ ${id} ${JSON.stringify(from)} → ${JSON.stringify(to)}`)
    for (const row of removed) io.print(`  - ${(row as { id: string }).id}`)
  }
  if (Object.keys(json).length === 0) io.print(say('没有差别', 'No difference')[io.language])
}
