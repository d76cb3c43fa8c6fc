import type { Day } from '../../kernel/day.ts'
import { say } from '../../kernel/text.ts'
import type { Sources } from '../../ledger/figure.ts'
import { supportedStaffOn, supportRatioOn } from '../../ledger/figures/people.ts'
import { figureDefinitions } from '../../ledger/index.ts'
import { registerOn } from '../../reform/rehearse.ts'
import type { Register } from '../../register/register.ts'
import type { Change } from '../river/holdings.ts'
import type { Opened } from './opened.ts'
import type { Session } from './session.ts'

/** The county on the slider's day. */
export interface OnDay {
  readonly on: Day
  readonly change: Change
  /** Steps of the plan in effect by then, of how many. */
  readonly stepsDone: number
  readonly steps: number
  readonly sentence: Readonly<Record<SentenceFigure, Opened>>
  readonly supported: Opened | undefined
  /** Residents to each supported person. */
  readonly ratio: Opened | undefined
}

/** The figures of the page's sentence: those of the ledger, asked of the register of the day. */
export const sentenceFigures = {
  organs: ['organs.after', say('党政机构', 'Party and government organs')],
  leadingPosts: ['leadingPosts.after', say('党政机构领导职数', 'Leading posts of the organs')],
  institutions: ['institutions.after', say('涉改事业单位', 'Institutions in the reform')],
  institutionPosts: ['institutionPosts.after', say('涉改事业编制', 'Institution posts in the reform')],
} as const
export type SentenceFigure = keyof typeof sentenceFigures

/**
 * Looks at days of one session. A register is kept for each set of steps in effect, so that a slider that moves inside
 * one stretch of the plan computes nothing but the people who have left.
 */
export const dayViewer = (session: Session) => {
  const registers = new Map<number, { change: Change; sentence: OnDay['sentence'] }>()
  return (on: Day): OnDay => {
    const done = session.moves.filter((step) => step.on <= on).length
    const known = registers.get(done) ?? stretchOf(session, on, done)
    registers.set(done, known)
    const sources = session.account?.sources
    return {
      on,
      stepsDone: done,
      steps: session.moves.length,
      ...known,
      supported: sources && supportedFigure(sources, on),
      ratio: sources && ratioFigure(sources, on),
    }
  }
}

const stretchOf = (session: Session, on: Day, done: number) => {
  const before = session.county.register
  const after = session.plan === undefined ? before : registerOn(before, session.plan, on)
  const moves = session.moves.slice(0, done).flatMap((step) => step.moves)
  return { change: { before, after, moves }, sentence: sentenceOn(session, after) }
}

const sentenceOn = (session: Session, after: Register): OnDay['sentence'] => {
  const sources = {
    ...session.account?.sources,
    before: session.county.register,
    after,
    evidence: session.county.evidence,
  } as Sources
  const entries = Object.entries(sentenceFigures).map(([key, [id, label]]): [string, Opened] => {
    const definition = figureDefinitions.find((each) => each.id === id)
    if (definition === undefined) throw new Error(`the ledger has no figure ${id}`)
    const { unit, definition: text } = definition
    return [key, { id: key, label, unit, definition: text, ...definition.compute(sources) }]
  })
  return Object.fromEntries(entries) as OnDay['sentence']
}

const supportedFigure = (sources: Sources, on: Day): Opened => ({
  id: 'supported',
  label: say('财政供养人员', 'People paid from the budget'),
  unit: 'people',
  definition: say(
    '基准日的财政供养人员，减去已到法定退休年龄和其他离开的，加上进入的',
    'Those of the baseline day, less those who have retired by law or left otherwise, plus those who entered',
  ),
  ...supportedStaffOn(sources, on),
})

const ratioFigure = (sources: Sources, on: Day): Opened | undefined => {
  const computed = supportRatioOn(sources, on)
  if (computed.value === undefined) return undefined
  return {
    id: 'ratio',
    label: say('财政供养比', 'Residents to each person paid from the budget'),
    unit: 'ratio',
    definition: say('常住人口 ÷ 当日财政供养人员', 'Residents ÷ people paid from the budget on the day'),
    ...computed,
  }
}
