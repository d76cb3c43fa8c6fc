import type { Day } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/text.ts'
import type { LineSpan } from '../../../reform/editing/line-spans.ts'
import { type OperationName, operationNamed } from '../../../reform/operations/index.ts'
import { stepsOf } from '../../../reform/rehearse.ts'
import { type Draft, draftOf } from '../../../register/register.ts'
import type { Session } from '../session.ts'
import { type About, aboutOf } from './card-about.ts'
import { type Effect, effectOf } from './card-effect.ts'
import { operationText } from './operation-groups.ts'

/** What happens to a unit by an operation, as the drawing shows it; `plain` changes something about it only. */
export type CardFate = 'merged' | 'colocated' | 'dissolved' | 'plate' | 'moved' | 'plain'

/** One line of the plan as a card. */
export interface Card {
  /** Of the line, counted from 1. */
  readonly number: number
  readonly term: Text
  readonly fate: CardFate
  /** Undefined while the line cannot be read. */
  readonly about: About | undefined
  /** What it does to the count that it changes most tellingly; undefined while it is refused. */
  readonly effect: Effect | undefined
  /** The day on which it takes effect, when that is not the plan's own. */
  readonly on: Day | undefined
  /** The chapters that begin with it. */
  readonly chapters: readonly string[]
  readonly comment: string
  /** What it is found by, in small letters. */
  readonly words: string
}

const fates: Readonly<Partial<Record<OperationName, CardFate>>> = {
  'merge-units': 'merged',
  'absorb-unit': 'dissolved',
  'dissolve-unit': 'dissolved',
  'convert-to-enterprise': 'dissolved',
  'dissolve-section': 'dissolved',
  'co-locate-units': 'colocated',
  'add-nameplate': 'plate',
  'remove-nameplate': 'plate',
  'transfer-duty': 'moved',
  'spin-off-unit': 'moved',
  'split-unit': 'moved',
  'split-duty': 'moved',
  'assign-person': 'moved',
  'transfer-premises': 'moved',
  'transfer-budget': 'moved',
  'transfer-archives': 'moved',
  'transfer-seals': 'moved',
  'transfer-contracts': 'moved',
}

/** What is known of a line by walking the plan. */
interface Walked {
  readonly about: About
  readonly effect: Effect | undefined
  readonly on: Day
}

/** The lines of a plan as cards, in the order in which they are written. */
export const cardsOf = (session: Session, spans: readonly LineSpan[]): readonly Card[] => {
  const walked = walk(session)
  return spans.map((span, at): Card => {
    const { value, comment, chapters } = span
    const known = walked.get(at + 1)
    const operation = value === undefined ? undefined : operationNamed(value.op)
    const term = operation === undefined ? said(value?.op) : operationText(operation)
    const on = known?.on === session.plan?.effectiveOn ? undefined : known?.on
    const { about } = known ?? {}
    return {
      number: at + 1,
      term,
      fate: (operation && fates[operation.name]) ?? 'plain',
      about,
      effect: known?.effect,
      on,
      chapters,
      comment,
      words: [
        term.zh,
        term.en,
        operation?.name ?? '',
        about?.first.zh ?? '',
        about?.first.en ?? '',
        about?.second?.zh ?? '',
        about?.second?.en ?? '',
        idsIn(value).join(' '),
        chapters.join(' '),
        comment,
      ]
        .join(' ')
        .toLowerCase(),
    }
  })
}

const said = (word: string | undefined): Text => ({ zh: word ?? '—', en: word ?? '—' })

/** Every line over the register as it stands before it; a refused one is told all the same, and does nothing. */
const walk = ({ county, plan, account }: Session): ReadonlyMap<number, Walked> => {
  const found = new Map<number, Walked>()
  if (plan === undefined) return found
  const accepted = new Set(account?.steps.map(({ line, on }) => `${line.number} ${on}`))
  const draft = draftOf(account?.before ?? county.register)
  for (const { line, fields, on } of stepsOf(plan)) {
    const earlier = found.get(line.number)
    const about = earlier?.about ?? aboutOf(line.operation.name, line.fields, draft)
    const effect = accepted.has(`${line.number} ${on}`)
      ? effectOf(fields, draft, () => line.operation.apply(fields, draft as Draft, on))
      : undefined
    found.set(line.number, { about, effect: earlier?.effect ?? effect, on: earlier?.on ?? on })
  }
  return found
}

const idsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(idsIn)
      : []

/** The cards that have all the words. */
export const cardsWith = (cards: readonly Card[], words: string): readonly Card[] => {
  const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return wanted.length === 0
    ? cards
    : cards.filter((card) => wanted.every((word) => card.words.includes(word)))
}
