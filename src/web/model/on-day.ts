import type { Day } from '../../kernel/day.ts'
import { ratio } from '../../kernel/ratio.ts'
import { say } from '../../kernel/text.ts'
import type { Sources } from '../../ledger/figure.ts'
import { figureDefinitions } from '../../ledger/index.ts'
import { type Change as PathChange, supportedOn } from '../../ledger/path.ts'
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
  organs: 'organs.after',
  leadingPosts: 'leadingPosts.after',
  institutions: 'institutions.after',
  institutionPosts: 'institutionPosts.after',
} as const
export type SentenceFigure = keyof typeof sentenceFigures

/**
 * Looks at days of one session. A register is kept for each set of steps in effect, so that a slider that moves inside
 * one stretch of the plan computes nothing but the people who have left.
 */
export const dayViewer = (session: Session) => {
  const registers = new Map<number, { change: Change; sentence: OnDay['sentence'] }>()
  const { register } = session.county
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
      supported: sources && supportedFigure(sources, register, on),
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
  const entries = Object.entries(sentenceFigures).map(([key, id]): [string, Opened] => {
    const definition = figureDefinitions.find((each) => each.id === id)
    if (definition === undefined) throw new Error(`the ledger has no figure ${id}`)
    const { value, rows, formula } = definition.compute(sources)
    const { label, unit } = definition
    return [
      key,
      {
        id: key,
        label: say(label.zh.replace('（改革后）', ''), label.en.replace(', after the reform', '')),
        unit,
        value,
        definition: definition.definition,
        formula,
        rows,
      },
    ]
  })
  return Object.fromEntries(entries) as OnDay['sentence']
}

const supportedFigure = (sources: Sources, register: Register, on: Day): Opened => {
  const { count, changes } = supportedOn(sources, on)
  const start = [...register.people.values()].filter((person) => person.supported).length
  return {
    id: 'supported',
    label: say('财政供养人员', 'People paid from the budget'),
    unit: 'people',
    value: count,
    definition: say(
      '基准日的财政供养人员，减去已到法定退休年龄和其他离开的，加上进入的',
      'Those of the baseline day, less those who have retired by law or left otherwise, plus those who entered',
    ),
    formula: say(
      `${start} − ${gone(changes)} + ${changes.length - gone(changes)} = ${count}人`,
      `${start} − ${gone(changes)} + ${changes.length - gone(changes)} = ${count} people`,
    ),
    rows: [
      {
        at: `county:${register.county.id}`,
        label: say(`${register.county.baselineOn} 基准日`, `${register.county.baselineOn} baseline`),
        value: start,
      },
      ...changes.map(changeRow),
    ],
  }
}

const gone = (changes: readonly PathChange[]) => changes.filter(({ kind }) => kind !== 'entered').length

const verbs = {
  retired: say('退休', 'retired'),
  left: say('离开', 'left'),
  entered: say('进入', 'entered'),
} as const

const changeRow = (change: PathChange) => ({
  at: change.kind === 'entered' ? `movements:${change.movement.id}` : `people:${change.person.id}`,
  label: say(`${change.on} ${verbs[change.kind].zh}`, `${change.on} ${verbs[change.kind].en}`),
  value: change.kind === 'entered' ? 1 : -1,
})

const ratioFigure = (sources: Sources, on: Day): Opened | undefined => {
  const residents = sources.evidence.areas.reduce((total, area) => total + area.population, 0)
  const { count } = supportedOn(sources, on)
  if (residents === 0 || count === 0) return undefined
  const { of, to } = ratio(residents, count)
  const shown = Math.round((of / to) * 100) / 100
  return {
    id: 'ratio',
    label: say('财政供养比', 'Residents to each person paid from the budget'),
    unit: 'ratio',
    value: of / to,
    definition: say('常住人口 ÷ 当日财政供养人员', 'Residents ÷ people paid from the budget on the day'),
    formula: say(`${of}人 ÷ ${to}人 = ${shown}`, `${of} residents ÷ ${to} people = ${shown}`),
    rows: sources.evidence.areas.map((area) => {
      const unit = sources.before.units.get(area.unit)
      return {
        at: `areas:${area.id}`,
        label: say(unit?.name ?? area.unit, unit?.nameEn ?? area.unit),
        value: area.population,
      }
    }),
  }
}
