import { say } from '../kernel/text.ts'
import { nearest } from '../reform/plan-problems.ts'
import { StoreFault, StoreRefused } from '../store/fault.ts'
import { parseArguments } from './arguments.ts'
import { type Command, exit, type Io } from './command.ts'
import { accounts } from './commands/accounts.ts'
import { anchor } from './commands/anchor.ts'
import { apply } from './commands/apply.ts'
import { asof } from './commands/asof.ts'
import { backup } from './commands/backup.ts'
import { check } from './commands/check.ts'
import { diff } from './commands/diff.ts'
import { doctor } from './commands/doctor.ts'
import { explain } from './commands/explain.ts'
import { exportJournal } from './commands/export-journal.ts'
import { figures } from './commands/figures.ts'
import { importCommand } from './commands/import.ts'
import { importPeopleCommand } from './commands/import-people.ts'
import { policyCommand } from './commands/policy.ts'
import { prove } from './commands/prove.ts'
import { rehearseCommand } from './commands/rehearse.ts'
import { replay } from './commands/replay.ts'
import { restore } from './commands/restore.ts'
import { schema } from './commands/schema.ts'
import { serve } from './commands/serve.ts'
import { verify } from './commands/verify.ts'
import { verifyJournal } from './commands/verify-journal.ts'
import { misused, printFindings, printJson } from './print.ts'

const commands: readonly Command[] = [
  check,
  rehearseCommand,
  prove,
  verify,
  explain,
  diff,
  figures,
  replay,
  schema,
  serve,
  policyCommand,
  importCommand,
  importPeopleCommand,
  apply,
  asof,
  verifyJournal,
  exportJournal,
  anchor,
  backup,
  restore,
  doctor,
  accounts,
]

/** The language asked for anywhere among the words, else that of the terminal; undefined when it is none we speak. */
const languageOf = (words: readonly string[]): Io['language'] | undefined => {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  if (at < 0) {
    const { LC_ALL = '', LANG = '' } = process.env
    return (LC_ALL || LANG).startsWith('zh') ? 'zh' : 'en'
  }
  const asked = words[at]?.split('=')[1] ?? words[at + 1]
  return asked === 'zh' || asked === 'en' ? asked : undefined
}

const usage = (language: Io['language'], only?: Command): string =>
  [
    language === 'zh'
      ? '用法：sanding <命令> [--json] [--lang zh|en]'
      : 'Usage: sanding <command> [--json] [--lang zh|en]',
    ...(only === undefined ? commands : [only]).map(
      (command) => `  ${command.usage}\n      ${command.summary[language]}`,
    ),
    language === 'zh'
      ? '退出码：0 无阻断 · 1 有阻断性意见 · 2 用法有误 · 70 系统故障'
      : 'Exit: 0 fine · 1 findings that block · 2 usage · 70 fault',
  ].join('\n')

const unknown = (name: string) => {
  const near = nearest(
    name,
    commands.map((each) => each.name),
  )
  return near === undefined
    ? say(`没有命令“${name}”`, `There is no command “${name}”`)
    : say(`没有命令“${name}”，是否为 ${near}？`, `There is no command “${name}”; did you mean ${near}?`)
}

/** Where the answer goes: lines for the reader, and lines about the call. */
export interface Streams {
  print(text: string): void
  error(text: string): void
}

/** Runs one call of the command line and returns its exit code. Faults of the machinery are thrown. */
export const run = async (words: readonly string[], streams: Streams): Promise<number> => {
  const asked = languageOf(words)
  const language = asked ?? 'en'
  const name = words.find((word, at) => !word.startsWith('-') && words[at - 1] !== '--lang')
  const command = commands.find((each) => each.name === name)
  const isHelp = name === 'help' || words.some((word) => word === '--help' || word === '-h')
  if (command === undefined) {
    const print = isHelp ? streams.print : streams.error
    if (name !== undefined && !isHelp) print(unknown(name)[language])
    print(usage(language))
    return isHelp ? exit.fine : exit.usage
  }
  const args = parseArguments(
    words.filter((_, at) => at !== words.indexOf(command.name)),
    command,
  )
  const io: Io = {
    language,
    json: args.options.has('json'),
    ...streams,
  }
  if (args.options.has('help')) {
    io.print(usage(io.language, command))
    return exit.fine
  }
  if (asked === undefined) return misused(command, say('--lang 只有 zh、en', '--lang is zh or en'), io)
  if (args.problems.length > 0) {
    const problems = args.problems.join(' ')
    return misused(command, say(`不认识：${problems}`, `Not understood: ${problems}`), io)
  }
  try {
    return await command.run(args, io)
  } catch (fault) {
    return mapped(fault, io)
  }
}

/** What the store throws, told once and in the user's language; everything else is a fault of ours. */
const mapped = (fault: unknown, io: Io): number => {
  if (fault instanceof StoreRefused) {
    if (io.json) printJson({ findings: fault.findings }, io)
    else printFindings(fault.findings, io)
    return exit.blocked
  }
  if (!(fault instanceof StoreFault)) throw fault
  io.error(fault.text[io.language])
  return exit.fault
}
