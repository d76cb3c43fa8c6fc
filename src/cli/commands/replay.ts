import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sorted } from '../../kernel/finding.ts'
import { number, say } from '../../kernel/text.ts'
import { caseFiles } from '../../reform/exchange/case.ts'
import { type Replayed, replayCase } from '../../reform/exchange/replay.ts'
import { readCaseFolder } from '../../store/case-folder.ts'
import { writeWhole } from '../../store/whole-file.ts'
import { type Command, exit, type Io } from '../command.ts'
import { exitFor, printFindings, printJson } from '../print.ts'

/** Replays a reform of a foreign register (exchange format), and compares with the register after when it is there. */
export const replay: Command = {
  name: 'replay',
  summary: say(
    '推演外来名册的改革（交换格式），有 after.json 时逐项比对',
    'Replay the reform of a foreign register (exchange format) and compare with after.json when it is there',
  ),
  usage: 'replay CASE_DIR [--out after.json]',
  takes: 1,
  options: { out: true },
  run: (args, io) => {
    const [path, ...more] = args.positions
    const out = args.options.get('out')
    if (path === undefined || more.length > 0 || overwrites(out, path)) {
      io.error(replay.usage)
      return exit.usage
    }
    const folder = readCaseFolder(path)
    // A file that is there but unreadable would be taken for missing: then nothing is replayed.
    const replayed = folder.findings.length > 0 ? undefined : replayCase(folder.texts)
    const isWritten = out !== undefined && replayed !== undefined && !replayed.isRefused
    const unwritten = isWritten ? writeWhole(out, caseText(replayed)) : []
    const findings = sorted([...folder.findings, ...(replayed?.findings ?? []), ...unwritten])
    if (io.json) printJson(answer(replayed, findings), io)
    else {
      printFindings(findings, io)
      if (replayed !== undefined) printSummary(replayed, io)
    }
    return exitFor(findings)
  },
}

const answer = (replayed: Replayed | undefined, findings: Replayed['findings']) => ({
  operations: replayed?.operations ?? 0,
  unitsBefore: replayed?.unitsBefore ?? 0,
  unitsAfter: replayed?.unitsAfter ?? 0,
  findings,
  ...(replayed?.exact === undefined ? {} : { exact: replayed.exact }),
  ...(dutiesOf(replayed) === undefined ? {} : { duties: dutiesOf(replayed) }),
})

/** How many duties moved, left and came, when the register lists any. */
const dutiesOf = (replayed: Replayed | undefined) => {
  const { conservation } = replayed ?? {}
  const balance = conservation?.balances.find(({ table }) => table === 'duties')
  if (replayed === undefined || balance === undefined || balance.before + balance.begun === 0)
    return undefined
  const { before, after } = replayed.duties
  return { before, after, moved: balance.moved, unplaced: balance.unplaced }
}

/** The files of the case itself are never written over. */
const overwrites = (out: string | undefined, path: string) =>
  out !== undefined &&
  caseFiles.some((file) => existsSync(join(path, file)) && resolve(path, file) === resolve(out))

/** The units after in the exchange format, one unit a line. */
const caseText = ({ name, units, lastDay }: Replayed): string => {
  const meta = {
    case: name,
    side: 'after',
    ...(lastDay === undefined ? {} : { date: lastDay }),
    count: units.length,
  }
  const lines = units.map((unit) => JSON.stringify(unit)).join(',\n')
  return `{"meta":${JSON.stringify(meta)},\n"units":[\n${lines}\n]}\n`
}

const printSummary = (replayed: Replayed, io: Io) => {
  const { operations, unitsBefore, unitsAfter, exact, isRefused } = replayed
  const [n, before, after] = [operations, unitsBefore, unitsAfter].map(number)
  io.print(
    say(`改革事项${n}项；单位 ${before} → ${after}`, `${n} operations; units ${before} → ${after}`)[
      io.language
    ],
  )
  const duties = dutiesOf(replayed)
  if (duties !== undefined)
    io.print(
      say(
        `职责 ${number(duties.before)} → ${number(duties.after)}，划转${number(duties.moved)}项`,
        `duties ${number(duties.before)} → ${number(duties.after)}, ${number(duties.moved)} moved`,
      )[io.language],
    )
  if (isRefused) io.print(say('有事项或文件被退回', 'Something was refused')[io.language])
  else if (exact !== undefined)
    io.print(
      (exact
        ? say('与 after.json 完全一致', 'Exactly as after.json has it')
        : say('与 after.json 不一致', 'Not as after.json has it'))[io.language],
    )
}
