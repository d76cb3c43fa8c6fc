import { say } from '../kernel/text.ts'
import { StoreFault, StoreRefused } from '../store/fault.ts'
import { parseArguments } from './arguments.ts'
import { type Command, exit, type Io } from './command.ts'
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
  importCommand,
  apply,
  asof,
  verifyJournal,
  exportJournal,
  anchor,
  backup,
  restore,
  doctor,
]

const languageOf = (option: string | undefined): Io['language'] | undefined => {
  if (option === undefined) {
    const { LC_ALL = '', LANG = '' } = process.env
    return (LC_ALL || LANG).startsWith('zh') ? 'zh' : 'en'
  }
  return option === 'zh' || option === 'en' ? option : undefined
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

const run = async (words: readonly string[]): Promise<number> => {
  const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(`${text}\n`)
  const [name, ...rest] = words
  const command = commands.find((each) => each.name === name)
  if (command === undefined) {
    const isHelp = name === undefined || name === 'help' || name === '--help' || name === '-h'
    write(isHelp ? process.stdout : process.stderr)(usage(languageOf(undefined) ?? 'en'))
    return isHelp && name !== undefined ? exit.fine : exit.usage
  }
  const args = parseArguments(rest, command)
  const language = languageOf(args.options.get('lang'))
  const io: Io = {
    language: language ?? 'en',
    json: args.options.has('json'),
    print: write(process.stdout),
    error: write(process.stderr),
  }
  if (args.options.has('help')) {
    io.print(usage(io.language, command))
    return exit.fine
  }
  if (args.problems.length > 0 || language === undefined) {
    const problems = language === undefined ? ['--lang', ...args.problems] : args.problems
    const words = problems.join(' ')
    return misused(command, say(`不认识：${words}`, `Not understood: ${words}`), io)
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

// A closed pipe (`| head`) is the reader's choice, not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? 0 : exit.fault),
)

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (fault) {
  const message = fault instanceof Error ? fault.message : String(fault)
  process.stderr.write(`系统故障 / fault: ${message}\n`)
  if (process.env.SANDING_TRACE !== undefined && fault instanceof Error)
    process.stderr.write(`${fault.stack}\n`)
  process.exitCode = exit.fault
}
