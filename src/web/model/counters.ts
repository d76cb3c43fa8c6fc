import { say, type Text } from '../../kernel/text.ts'
import { type Counters, countersOf } from '../../reform/impact.ts'
import type { Session } from './session.ts'

/** One of the numbers that a plan is judged by, without the plan and with it. */
export interface CounterChange {
  readonly id: string
  readonly label: Text
  readonly before: number
  readonly after: number
  /** It should not be so: something has no place. */
  readonly isWrong: boolean
}

/** The counters in the words of the page. */
export const counterLabels: Readonly<Record<keyof Counters, Text>> = {
  openUnits: say('单位', 'Units'),
  organs: say('党政机构', 'Organs'),
  institutions: say('涉改事业单位', 'Institutions'),
  leadingPosts: say('领导职数', 'Leading posts'),
  posts: say('编制', 'Posts'),
  people: say('人员', 'People'),
  duties: say('职责', 'Duties'),
  nameplates: say('牌子', 'Nameplates'),
  seals: say('印章', 'Seals'),
}

/** Pairs of the ledger that the reform was announced by. */
const judged = [
  ['organs', counterLabels.organs],
  ['leadingPosts', say('党政机构领导职数', 'Leading posts of organs')],
  ['institutions', counterLabels.institutions],
  ['institutionPosts', say('涉改事业编制', 'Institution posts')],
] as const
const counted = ['duties', 'people'] as const

/** The numbers over the workbench: those of the ledger, what must stay as many, and what has no place. */
export const countersOver = ({ county, account }: Session): readonly CounterChange[] => {
  const before = countersOf(county.register)
  const after = account === undefined ? before : countersOf(account.after)
  const figure = (id: string) => account?.figure(id)?.computed
  const lost = account?.conservation.counterExamples.length ?? 0
  return [
    ...judged.flatMap(([id, label]): CounterChange[] => {
      const [was, is] = [figure(`${id}.before`), figure(`${id}.after`)]
      return was === undefined || is === undefined
        ? []
        : [{ id, label, before: was, after: is, isWrong: false }]
    }),
    ...counted.map((id) => ({
      id,
      label: counterLabels[id],
      before: before[id],
      after: after[id],
      isWrong: false,
    })),
    { id: 'unplaced', label: say('无着落', 'Unplaced'), before: 0, after: lost, isWrong: lost > 0 },
  ]
}
