import { sorted } from '../../kernel/finding.ts'
import { number, say } from '../../kernel/text.ts'
import { changesAsJson, changesBetween } from '../../reform/changes.ts'
import { type Counters, impactOf } from '../../reform/impact.ts'
import { type Command, exit, type Io } from '../command.ts'
import { columns, exitFor, printFindings, printJson } from '../print.ts'
import { openSession, rehearseSession, withoutPlan } from '../session.ts'

/** The counters in words. */
export const counterNames: Readonly<Record<keyof Counters, { zh: string; en: string }>> = {
  openUnits: say('单位', 'units'),
  organs: say('党政机构', 'organs'),
  institutions: say('涉改事业单位', 'institutions in the reform'),
  nameplates: say('牌子', 'nameplates'),
  seals: say('在用印章', 'seals in use'),
  posts: say('编制', 'posts'),
  leadingPosts: say('领导职数', 'leading posts'),
  people: say('人员', 'people'),
  duties: say('职责', 'duties'),
}

/** What would the plan do? All findings, the impact, the proof and the difference; nothing is written. */
export const rehearseCommand: Command = {
  name: 'rehearse',
  summary: say(
    '预演方案：全部审核意见、影响、守恒',
    'Rehearse a plan: all findings, impact and conservation',
  ),
  usage: 'rehearse [PLAN] [--county DIR]',
  takes: 1,
  options: { county: true, plan: true },
  run: (args, io) => {
    const session = openSession(args)
    const rehearsed = rehearseSession(session)
    if (rehearsed === undefined) {
      const findings = withoutPlan(session)
      if (io.json) printJson({ findings, impact: null, proof: null, diff: null }, io)
      else printFindings(findings, io)
      return exit.blocked
    }
    const findings = sorted([...session.findings, ...rehearsed.findings])
    const { before, after, conservation } = rehearsed
    const impact = impactOf(before, after)
    const diff = changesAsJson(changesBetween(before, after))
    const { holds, balances, counterExamples } = conservation
    if (io.json) printJson({ findings, impact, proof: { holds, balances, counterExamples }, diff }, io)
    else {
      printFindings(findings, io)
      printImpact(impact.before, impact.after, io)
      io.print(
        holds
          ? say('守恒：无一遗失', 'Conservation: nothing is lost')[io.language]
          : say(`守恒不成立：${counterExamples.length}项`, `Conservation fails: ${counterExamples.length}`)[
              io.language
            ],
      )
    }
    return exitFor(findings)
  },
}

const printImpact = (before: Counters, after: Counters, io: Io) => {
  const keys = Object.keys(counterNames) as (keyof Counters)[]
  io.print(
    columns(
      keys.map((key) => [
        counterNames[key][io.language],
        `${number(before[key])} → ${number(after[key])}`,
        after[key] === before[key]
          ? ''
          : `${after[key] > before[key] ? '+' : ''}${number(after[key] - before[key])}`,
      ]),
    ),
  )
}
