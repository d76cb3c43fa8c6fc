import { number, say, type Text } from '../../kernel/text.ts'
import type { Figure } from '../../ledger/figure.ts'
import { changeText } from '../format.ts'

/** A place where published figures do not say the same as one another, with the sum that shows it. */
export interface Note {
  readonly id: string
  readonly text: Text
  /** The figures it weighs against one another. */
  readonly figures: readonly string[]
}

/**
 * Weighs the published figures against one another. Each is true by itself; together some promise more than others
 * allow. Computed from what was printed; a county that printed none of them gets no note.
 */
export const notesOn = (figures: readonly Figure[]): Note[] => {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  const printed = (id: string) => byId.get(id)?.published
  const made = (id: string) => byId.get(id)?.computed
  return [
    postsNobodyHeld(printed),
    moreSurplusThanLeave(printed),
    nominalIsNotCash(printed, made),
    halfEmpty(printed),
  ].filter((note) => note !== undefined)
}

type Read = (id: string) => number | undefined

const postsNobodyHeld = (printed: Read): Note | undefined => {
  const [from, to] = [printed('institutionPosts.before'), printed('institutionPosts.after')]
  const surplus = printed('surplusStaff')
  if (from === undefined || to === undefined || surplus === undefined || from - to <= surplus)
    return undefined
  const vacant = from - to - surplus
  return {
    id: 'vacant',
    figures: ['institutionPosts.before', 'institutionPosts.after', 'surplusStaff'],
    text: say(
      `核减编制${number(from - to)}名，超编人员只有${number(surplus)}人：所减编制中${number(vacant)}名原本无人，减去它们不省工资。`,
      `${number(from - to)} posts are cut but only ${number(surplus)} people are beyond the posts: ${number(vacant)} of the posts cut were vacant, and cutting them saves no pay.`,
    ),
  }
}

const moreSurplusThanLeave = (printed: Read): Note | undefined => {
  const residents = printed('population')
  const [now, then] = [printed('ratio.before'), printed('ratio.after')]
  const surplus = printed('surplusStaff')
  if (residents === undefined || now === undefined || then === undefined || surplus === undefined)
    return undefined
  const leave = Math.round(residents / now - residents / then)
  if (leave >= surplus) return undefined
  return {
    id: 'ratio',
    figures: ['population', 'ratio.before', 'ratio.after', 'surplusStaff'],
    text: say(
      `供养比由${now}∶1到${then}∶1需减少${number(leave)}人，而超编人员有${number(surplus)}人：届时仍有${number(surplus - leave)}人由财政供养。`,
      `From ${now}:1 to ${then}:1, ${number(leave)} people must leave; ${number(surplus)} are beyond the posts: ${number(surplus - leave)} of them are still paid then.`,
    ),
  }
}

const nominalIsNotCash = (printed: Read, made: Read): Note | undefined => {
  const nominal = printed('staffSaving.nominalYuan')
  const [realised, steady] = [made('staffSaving.realisedYuan'), made('staffSaving.steadyYuan')]
  if (nominal === undefined || realised === undefined || steady === undefined || steady >= nominal)
    return undefined
  const share = changeText(Math.round((steady / nominal - 1) * 100))
  return {
    id: 'savings',
    figures: ['staffSaving.nominalYuan', 'staffSaving.realisedYuan', 'staffSaving.steadyYuan'],
    text: say(
      `公布的人员经费节约按编制计算；人真正离开后的稳态节约与之相差${share}%，首个完整年度更少。三者不可互换。`,
      `The published staff saving counts posts. Once people have really left it differs by ${share}%, and in the first full year it is smaller still. The three are not interchangeable.`,
    ),
  }
}

const halfEmpty = (printed: Read): Note | undefined => {
  const [posts, people] = [printed('superBureau.posts'), printed('superBureau.people')]
  const surplus = printed('surplusStaff')
  if (posts === undefined || people === undefined || surplus === undefined || people * 3 > posts * 2)
    return undefined
  return {
    id: 'halfEmpty',
    figures: ['superBureau.posts', 'superBureau.people', 'surplusStaff'],
    text: say(
      `全县超编${number(surplus)}人，新组建的部门编制${posts}名却只有${people}人：超的是事业编制，缺的是行政编制，两者不能互用。`,
      `The county has ${number(surplus)} people beyond the posts, while the new bureau has ${people} people in ${posts} posts: the surplus is in institution posts, the want in administrative ones, and one cannot fill the other.`,
    ),
  }
}
