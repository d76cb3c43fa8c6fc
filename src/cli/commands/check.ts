import { sorted } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Command } from '../command.ts'
import { exitFor, printFindings, printJson } from '../print.ts'
import { openSession } from '../session.ts'

/** Are the files sound? Tables and plan are read; nothing is rehearsed. */
export const check: Command = {
  name: 'check',
  summary: say(
    '检查县的表格和方案文件，不预演',
    'Check the tables of a county and a plan file, without rehearsing',
  ),
  usage: 'check [PLAN] [--county DIR]',
  takes: 1,
  options: { county: true, plan: true },
  run: (args, io) => {
    const session = openSession(args)
    const findings = sorted(session.findings)
    const register = session.county.manifest.digest
    if (io.json)
      printJson({ county: session.folder.id, plan: session.plan?.id ?? null, register, findings }, io)
    else {
      printFindings(findings, io)
      io.print(`${say('台账摘要', 'register digest')[io.language]} ${register}`)
    }
    return exitFor(findings)
  },
}
