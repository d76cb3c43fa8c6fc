import type { Day } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/text.ts'
import { stepsOf } from '../../../reform/rehearse.ts'
import type { Session } from '../session.ts'
import type { TellingRecord } from './clocks.ts'

/** Something that happened to a unit: when, on what authority, and what it says. */
export interface Happening {
  readonly key: string
  readonly on: Day
  readonly says: Text
  readonly authority: string
  /** The record of the journal; undefined for a step of a plan that is only rehearsed. */
  readonly seq: number | undefined
  /** When it was put on record: an instant. */
  readonly recordedAt: string | undefined
  readonly corrects: number | undefined
  readonly ids: ReadonlySet<string>
}

/** Every id that stands anywhere in the fields of a step. */
const idsIn = (fields: unknown, into = new Set<string>()): Set<string> => {
  if (typeof fields === 'string') into.add(fields)
  else if (Array.isArray(fields)) for (const each of fields) idsIn(each, into)
  else if (typeof fields === 'object' && fields !== null)
    for (const [key, value] of Object.entries(fields)) {
      into.add(key)
      idsIn(value, into)
    }
  return into
}

/** The journal as happenings, in order of effect; a record without its sentence says its operation. */
export const happeningsOf = (records: readonly TellingRecord[], known: number): Happening[] =>
  records
    .filter(({ seq, operation }) => seq <= known && operation !== 'open-county')
    .map((record): Happening => {
      const { seq, effectiveOn, recordedAt, authority, operation, sentence, corrects, fields } = record
      return {
        key: `#${seq}`,
        on: effectiveOn,
        says: sentence ?? { zh: operation, en: operation },
        authority,
        seq,
        recordedAt,
        corrects: corrects ?? undefined,
        ids: idsIn(fields),
      }
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : (a.seq ?? 0) - (b.seq ?? 0)))

/** The sentences of a plan that is rehearsed, as happenings; refused ones are left out. */
export const rehearsedHappenings = ({ sentences, plan }: Session): Happening[] => {
  const steps = plan === undefined ? [] : stepsOf(plan)
  return sentences
    .map((sentence, at) => ({ sentence, fields: steps[at]?.fields }))
    .filter(({ sentence }) => !sentence.isRefused)
    .map(
      ({ sentence, fields }): Happening => ({
        key: `${sentence.number}`,
        on: sentence.on,
        says: { zh: sentence.zh, en: sentence.en },
        authority: sentence.authority,
        seq: undefined,
        recordedAt: undefined,
        corrects: undefined,
        ids: idsIn(fields),
      }),
    )
}

/** What happened to a unit: every step that names it or something that it holds. */
export const about = (happenings: readonly Happening[], ids: readonly string[]): Happening[] =>
  happenings.filter((each) => ids.some((id) => each.ids.has(id)))
