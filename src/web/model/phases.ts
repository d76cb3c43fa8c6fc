import { type Day, earlier, later } from '../../kernel/day.ts'
import { say, type Text } from '../../kernel/text.ts'
import { documentKinds, type Plan } from '../../reform/plan.ts'
import { stepsOf } from '../../reform/rehearse.ts'

/** A row of the time axis of a plan: a day, or a stretch of days with what happens within it. */
export interface Phase {
  readonly id: string
  readonly group: 'procedure' | 'documents' | 'steps' | 'parted' | 'limits'
  readonly label: Text
  /** The document, or what is parted. */
  readonly detail: Text | undefined
  readonly from: Day
  readonly until: Day
  /** Days within the stretch on which something takes effect. */
  readonly marks: readonly Day[]
  /** Lines of the plan, counted from 1. */
  readonly lines: readonly number[]
}

const stageWords = {
  initiation: say('动议', 'Initiated'),
  argument: say('论证', 'Argued'),
  decision: say('审议决定', 'Decided'),
  implementation: say('组织实施', 'Carried out'),
} as const

const documentWords: Readonly<Record<keyof typeof documentKinds, string>> = {
  necessity: 'Necessity argued',
  rationality: 'Rationality argued',
  feasibility: 'Feasibility argued',
  consultation: 'Public consultation',
  expert: 'Experts heard',
  risk: 'Risk assessed',
  legality: 'Legality reviewed',
}

/** 分步实施: procedure, documents, days on which operations take effect, transfers whose dates differ, and limits. */
export const phasesOf = (plan: Plan): readonly Phase[] => [
  ...(plan.stages ?? []).map(
    ({ stage, on, document }): Phase => ({
      ...pointAt(`stage ${stage} ${on}`, 'procedure', on),
      label: stageWords[stage],
      detail: say(document, document),
    }),
  ),
  ...(plan.documents ?? []).map(
    ({ kind, document, on, until }, at): Phase => ({
      ...pointAt(`document ${at}`, 'documents', on),
      until: later(on, until ?? on),
      label: say(documentKinds[kind], documentWords[kind]),
      detail: say(document, document),
    }),
  ),
  ...stepPhases(plan),
  ...partedPhases(plan),
  ...limitPhases(plan),
]

const pointAt = (id: string, group: Phase['group'], on: Day) => ({
  id,
  group,
  from: on,
  until: on,
  marks: [on],
  lines: [],
  detail: undefined,
})

const stepPhases = (plan: Plan): Phase[] => {
  const days = new Map<Day, Set<number>>()
  for (const { line, on } of stepsOf(plan)) days.set(on, (days.get(on) ?? new Set()).add(line.number))
  return [...days].map(([on, lines]) => ({
    ...pointAt(`day ${on}`, 'steps', on),
    label: say(
      `${lines.size}项生效`,
      `${lines.size} ${lines.size === 1 ? 'operation' : 'operations'} in effect`,
    ),
    lines: [...lines],
  }))
}

/** 四个日期: duties, people, money and records that do not go on one day. */
const partedPhases = (plan: Plan): Phase[] =>
  plan.lines.flatMap((line): Phase[] => {
    const days = [...new Set((line.operation.parts?.(line.fields, line.on) ?? []).map(({ on }) => on))]
    const [first] = days
    if (first === undefined || days.length < 2) return []
    const term = line.operation.terms[0] ?? line.operation.name
    return [
      {
        id: `parted ${line.number}`,
        group: 'parted',
        label: say(`第${line.number}项 ${term}`, `No. ${line.number} ${line.operation.name}`),
        detail: datesOf(line.fields),
        from: days.reduce(earlier),
        until: days.reduce(later),
        marks: days,
        lines: [line.number],
      },
    ]
  })

const dateWords = {
  duty: say('职责', 'duties'),
  people: say('人员', 'people'),
  money: say('经费', 'money'),
  records: say('档案', 'records'),
} as const

const datesOf = (fields: unknown): Text | undefined => {
  const { dates } = fields as { dates?: Partial<Record<keyof typeof dateWords, string>> }
  if (dates === undefined) return undefined
  const parts = (Object.keys(dateWords) as (keyof typeof dateWords)[]).flatMap((key) =>
    dates[key] === undefined ? [] : [[dateWords[key], dates[key]] as const],
  )
  const joined = (language: 'zh' | 'en') => parts.map(([word, on]) => `${word[language]} ${on}`)
  return say(joined('zh').join('、'), joined('en').join(', '))
}

const limitPhases = ({ effectiveOn, completesOn, transition, term }: Plan): Phase[] => [
  ...(transition === undefined
    ? []
    : [
        {
          ...pointAt('transition', 'limits', effectiveOn),
          until: later(effectiveOn, transition.until),
          marks: [transition.until],
          label: say('过渡期：允许超编', 'Transition: over establishment is allowed'),
          detail: say(transition.basis, transition.basis),
        },
      ]),
  ...(term === undefined
    ? []
    : [
        {
          ...pointAt('term', 'limits', term.from),
          until: term.until,
          marks: [],
          label: say('本届政府任期', 'Term of the present government'),
        },
      ]),
  { ...pointAt('end', 'limits', completesOn), label: say('方案期末', 'Plan ends') },
]
