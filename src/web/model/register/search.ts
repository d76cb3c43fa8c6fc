import type { Text } from '../../../kernel/text.ts'
import { say } from '../../../kernel/text.ts'
import { nameOf, shortNameOf } from '../../../register/queries.ts'
import type { Register } from '../../../register/register.ts'

export const foundKinds = ['unit', 'section', 'duty', 'person', 'document'] as const
export type FoundKind = (typeof foundKinds)[number]

/** Something that can be searched for. */
export interface Entry {
  readonly kind: FoundKind
  readonly id: string
  readonly label: Text
  /** Where it belongs, below its label. */
  readonly within: Text | undefined
  /** The unit that is opened with it; a document may have none. */
  readonly unit: string | undefined
  /** What it is found by: Chinese first, then English and ids; all in small letters. */
  readonly chinese: readonly string[]
  readonly other: readonly string[]
}

/** A document that something rests on: 文号 or law, and the unit it was found with. */
export interface DocumentOf {
  readonly text: string
  readonly unit: string | undefined
}

/** Everything of a register that one may look for: units, sections, duties, people by id and post, documents. */
export const entriesOf = (register: Register, documents: readonly DocumentOf[]): Entry[] => [
  ...unitEntries(register),
  ...Array.from(
    register.sections.values(),
    (section): Entry => ({
      kind: 'section',
      id: section.id,
      label: say(section.name, section.nameEn),
      within: shortNameOf(register, section.unit),
      unit: section.unit,
      chinese: [section.name],
      other: lower(section.nameEn, section.id),
    }),
  ),
  ...Array.from(
    register.duties.values(),
    (duty): Entry => ({
      kind: 'duty',
      id: duty.id,
      label: say(duty.name, duty.nameEn),
      within: shortNameOf(register, duty.unit),
      unit: duty.unit,
      chinese: [duty.name],
      other: lower(duty.nameEn, duty.id),
    }),
  ),
  ...personEntries(register),
  ...documentEntries(register, documents),
]

const lower = (...texts: readonly (string | undefined)[]): string[] =>
  texts.flatMap((text) => (text === undefined || text === '' ? [] : [text.toLowerCase()]))

const unitEntries = (register: Register): Entry[] =>
  Array.from(register.units.values(), (unit): Entry => {
    const plates = register.nameplates.heldBy(unit.id)
    return {
      kind: 'unit',
      id: unit.id,
      label: say(unit.name, unit.nameEn),
      within: unit.short === unit.name ? undefined : say(unit.short, unit.shortEn),
      unit: unit.id,
      chinese: [unit.short, unit.name, ...plates.map(({ name }) => name)],
      other: lower(unit.shortEn, unit.nameEn, unit.id, unit.code, ...plates.map(({ nameEn }) => nameEn)),
    }
  })

/** People are found by id and by what their posts are called; names do not stand in the register. */
const personEntries = (register: Register): Entry[] =>
  Array.from(register.people.values(), (person): Entry => {
    const offices = register.appointments.linkedTo(person.id)
    const titles = offices.map(({ title }) => title)
    const unit = shortNameOf(register, person.unit)
    const posts = titles.length === 0 ? (person.rank ?? '') : titles.join('、')
    return {
      kind: 'person',
      id: person.id,
      label: say(person.id, person.id),
      within: posts === '' ? unit : say(`${unit.zh} ${posts}`, `${unit.en}, ${posts}`),
      unit: person.unit,
      chinese: titles,
      other: lower(person.id),
    }
  })

const documentEntries = (register: Register, documents: readonly DocumentOf[]): Entry[] => {
  const seen = new Map<string, DocumentOf>()
  const bases = Array.from(register.duties.values(), ({ basis, unit }) => ({
    text: basis,
    unit: unit as string,
  }))
  for (const each of [...documents, ...bases])
    if (each.text !== '' && !seen.has(each.text)) seen.set(each.text, each)
  return Array.from(
    seen.values(),
    ({ text, unit }): Entry => ({
      kind: 'document',
      id: text,
      label: say(text, text),
      within: unit === undefined ? undefined : nameOf(register, unit as never),
      unit,
      chinese: [text],
      other: lower(text),
    }),
  )
}

/** The sounds of a Chinese text, a syllable a sign; what has no sound stands as it is. */
export type Sounds = (text: string) => readonly string[]

/** One hit, the better the higher the rank. */
export interface Found {
  readonly entry: Entry
  readonly rank: number
}

interface Sounding {
  readonly initials: string
  readonly full: string
  /** Where each syllable begins in `full`. */
  readonly starts: readonly number[]
}

/** Searches one list of entries; the sounds of a text are worked out once, and only when letters are looked for. */
export const searcherOf = (entries: readonly Entry[], sounds: Sounds | undefined) => {
  const known = new Map<string, Sounding>()
  const sounding = (text: string): Sounding | undefined => {
    if (sounds === undefined) return undefined
    const made = known.get(text) ?? soundingOf(sounds(text))
    known.set(text, made)
    return made
  }
  return (words: string, most = 50): { readonly found: readonly Found[]; readonly total: number } => {
    const sought = words.trim().toLowerCase().replaceAll(/\s+/g, ' ')
    if (sought === '') return { found: [], total: 0 }
    const found = entries.flatMap((entry): Found[] => {
      const rank = rankOf(entry, sought, sounding)
      return rank === 0 ? [] : [{ entry, rank }]
    })
    found.sort(
      (a, b) =>
        b.rank - a.rank ||
        foundKinds.indexOf(a.entry.kind) - foundKinds.indexOf(b.entry.kind) ||
        a.entry.label.zh.length - b.entry.label.zh.length ||
        (a.entry.id < b.entry.id ? -1 : 1),
    )
    return { found: found.slice(0, most), total: found.length }
  }
}

const soundingOf = (syllables: readonly string[]): Sounding => {
  const starts: number[] = []
  let full = ''
  for (const syllable of syllables) {
    starts.push(full.length)
    full += syllable.toLowerCase()
  }
  return {
    initials: syllables
      .map((each) => each[0] ?? '')
      .join('')
      .toLowerCase(),
    full,
    starts,
  }
}

/** 0 for no hit. Whole before beginning before middle; written before sounded. */
const rankOf = (
  { chinese, other }: Entry,
  sought: string,
  sounding: (text: string) => Sounding | undefined,
): number => {
  let best = 0
  for (const text of [...chinese, ...other]) best = Math.max(best, writtenRank(text.toLowerCase(), sought))
  if (best > 0 || !/^[a-z' ]+$/.test(sought)) return best
  const letters = sought.replaceAll(/[' ]/g, '')
  for (const text of chinese) {
    const sounds = sounding(text)
    if (sounds !== undefined) best = Math.max(best, soundedRank(sounds, letters))
  }
  return best
}

const writtenRank = (text: string, sought: string): number => {
  if (text === sought) return 100
  const at = text.indexOf(sought)
  if (at === 0) return 80
  if (at < 0) return 0
  return /[\s\-_.]/.test(text[at - 1] ?? '') ? 70 : 60
}

const soundedRank = ({ initials, full, starts }: Sounding, letters: string): number => {
  if (initials === letters) return 90
  if (full === letters) return 88
  const isShort = letters.length < 2
  if (initials.startsWith(letters)) return isShort ? 30 : 56
  if (isShort) return 0
  if (full.startsWith(letters)) return 54
  if (initials.includes(letters)) return 50
  return starts.some((start) => full.startsWith(letters, start)) ? 46 : 0
}
