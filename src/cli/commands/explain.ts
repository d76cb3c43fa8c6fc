import { sorted } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { explain as sentences } from '../../reform/explain.ts'
import { type Command, exit } from '../command.ts'
import { exitFor, printFindings, printJson } from '../print.ts'
import { openSession, withoutPlan } from '../session.ts'

/** The plan read aloud: numbered sentences as an official would write them. */
export const explain: Command = {
  name: 'explain',
  summary: say('把方案读成逐条的公文句子', 'Read a plan aloud as numbered official sentences'),
  usage: 'explain [PLAN] [--county DIR]',
  takes: 1,
  options: { county: true, plan: true },
  run: (args, io) => {
    const session = openSession(args)
    if (session.plan === undefined) {
      const findings = withoutPlan(session)
      if (io.json) printJson({ sentences: [], findings }, io)
      else printFindings(findings, io)
      return exit.blocked
    }
    const all = sentences(session.county.register, session.plan)
    const findings = sorted(session.findings)
    if (io.json) printJson({ plan: session.plan.id, title: session.plan.title, sentences: all, findings }, io)
    else {
      if (findings.length > 0) printFindings(findings, io)
      io.print(io.language === 'zh' ? session.plan.title : session.plan.titleEn)
      const refused = say('〔不能实施，见 rehearse〕', '[cannot be carried out: see rehearse] ')[io.language]
      for (const sentence of all)
        io.print(
          `${sentence.number}. ${sentence.on} ${sentence.isRefused ? refused : ''}${sentence[io.language]}`,
        )
    }
    return all.some((sentence) => sentence.isRefused) ? exit.blocked : exitFor(findings)
  },
}
