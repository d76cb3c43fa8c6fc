import type { UnitId } from '../../../kernel/id.ts'
import { listed, number, say, type Text } from '../../../kernel/text.ts'
import type { OperationName } from '../../../reform/operations/index.ts'
import { contents } from '../../../reform/sentences.ts'
import { shortNameOf } from '../../../register/queries.ts'
import type { LeadingLevel } from '../../../register/quota.ts'
import { leadershipId, quotaId } from '../../../register/quota.ts'
import type { HeldName, Register } from '../../../register/register.ts'
import { choiceWord } from './choice-words.ts'

/** What a line is about, in two short lines: what it takes hold of, and what becomes of it. */
export interface About {
  readonly first: Text
  readonly second: Text | undefined
  /** What stands between the two: it goes there, shares a body, or is only a plate beside the name. */
  readonly sign: 'to' | 'beside' | 'plate' | 'none'
}

/** The fields of all operations as far as a card shows them; which of them are there the operation knows. */
interface Fields {
  readonly unit: UnitId
  readonly units?: readonly UnitId[]
  readonly into: string & UnitId
  readonly from?: UnitId
  readonly to: UnitId
  readonly host: UnitId
  readonly guests: readonly UnitId[]
  readonly sponsor?: UnitId
  readonly name: string
  readonly nameEn: string
  readonly short?: string
  readonly shortEn?: string
  readonly code: string
  readonly kind: string
  readonly grade: string
  readonly office: string
  readonly title: string
  readonly item: string
  readonly plate: string
  readonly person: string
  readonly people?: readonly string[]
  readonly posts: number
  readonly chief: number
  readonly deputy: number
  readonly section: string
  readonly assignment?: string
  readonly duty: string
  readonly duties?: readonly string[]
  readonly seals: readonly string[]
  readonly elsewhere?: Readonly<Record<string, UnitId>>
}
interface Named {
  readonly name: string
  readonly nameEn: string
  readonly short?: string
  readonly shortEn?: string
}

const shortOf = ({ name, nameEn, short, shortEn }: Named): Text => say(short ?? name, shortEn ?? nameEn)

type Teller = (fields: Fields, register: Register) => About

const to = (first: Text, second: Text | undefined): About => ({ first, second, sign: 'to' })
const plain = (first: Text, second?: Text): About => ({ first, second, sign: 'none' })
const joined = (...texts: readonly Text[]): Text =>
  say(texts.map(({ zh }) => zh).join(' '), texts.map(({ en }) => en).join(' '))

/** The two lines of a card. Names are those of the register as it stands before the line. */
export const aboutOf = (operation: OperationName, fields: unknown, register: Register): About =>
  tellers[operation](fields as Fields, register)

const unitsText = (register: Register, ids: readonly UnitId[]): Text => {
  const names = ids.slice(0, 6).map((id) => shortNameOf(register, id))
  const left = ids.length - names.length
  const all = listed(names)
  return left === 0 ? all : say(`${all.zh}等${ids.length}个`, `${all.en} and ${left} more`)
}

const holderOf = (register: Register, table: HeldName, ids: readonly string[] | undefined): Text => {
  const unit = register[table].get(ids?.[0] ?? '')?.unit
  return unit === undefined ? say('', '') : shortNameOf(register, unit)
}

const handed =
  (table: HeldName, key: string, many: readonly [measure: string, one: string, more: string]): Teller =>
  (fields, register) => {
    const ids = (fields as unknown as Record<string, readonly string[]>)[key] ?? []
    const what = say(`${ids.length}${many[0]}`, `${ids.length} ${ids.length === 1 ? many[1] : many[2]}`)
    return to(joined(holderOf(register, table, ids), what), shortNameOf(register, fields.to))
  }

const personText = (register: Register, id: string): Text => {
  const titles = register.appointments.linkedTo(id).map(({ title }) => title)
  const text = [id, ...titles].join(' ')
  return say(text, text)
}

const sectionText = (register: Register, id: string): Text => {
  const section = register.sections.get(id)
  return section === undefined ? say(id, id) : say(section.name, section.nameEn)
}

const tellers: Readonly<Record<OperationName, Teller>> = {
  'absorb-unit': ({ units, into }, register) =>
    to(unitsText(register, units ?? []), shortNameOf(register, into)),
  'add-nameplate': ({ unit, name, nameEn }, register) => ({
    first: shortNameOf(register, unit),
    second: say(name, nameEn),
    sign: 'plate',
  }),
  'adjust-territory': ({ units }, register) => plain(unitsText(register, units ?? [])),
  appoint: ({ unit, title, person, office }, register) =>
    plain(
      joined(shortNameOf(register, unit), say(title, choiceWord(office).en.toLowerCase())),
      say(person, person),
    ),
  'assign-person': ({ people = [], to: taker, section, assignment }, register) => {
    const count = say(`${people.length}人`, people.length === 1 ? '1 person' : `${people.length} people`)
    const goal = shortNameOf(register, taker)
    const more =
      section === undefined ? say(assignment ?? '', assignment ?? '') : sectionText(register, section)
    return to(joined(holderOf(register, 'people', people), count), more.zh === '' ? goal : joined(goal, more))
  },
  'change-grade': ({ unit, grade }, register) => to(shortNameOf(register, unit), choiceWord(grade, 'grade')),
  'change-management': ({ unit, to: line }, register) => to(shortNameOf(register, unit), choiceWord(line)),
  'change-subordination': ({ unit, sponsor }, register) =>
    to(shortNameOf(register, unit), sponsor && shortNameOf(register, sponsor)),
  'co-locate-units': ({ host, guests }, register) => ({
    first: shortNameOf(register, host),
    second: unitsText(register, guests),
    sign: 'beside',
  }),
  'consolidate-budget': ({ item, units }, register) =>
    plain(
      choiceWord(item),
      units === undefined ? say('全县各单位', 'all units') : unitsText(register, units),
    ),
  'convert-to-enterprise': ({ unit }, register) => to(shortNameOf(register, unit), choiceWord('enterprise')),
  'dissolve-section': ({ section, into }, register) =>
    to(
      joined(holderOf(register, 'sections', [section]), sectionText(register, section)),
      sectionText(register, into),
    ),
  'dissolve-unit': ({ unit, to: taker, elsewhere }, register) =>
    to(
      shortNameOf(register, unit),
      unitsText(register, [
        ...new Set([taker, ...Object.values(elsewhere ?? {})].filter((id) => id !== undefined)),
      ]),
    ),
  'establish-section': ({ unit, name, nameEn, posts }, register) =>
    plain(shortNameOf(register, unit), say(`${name} ${posts}名`, `${nameEn}, ${posts} posts`)),
  'establish-unit': (fields) => plain(shortOf(fields)),
  'merge-units': (fields, register) => to(unitsText(register, fields.units ?? []), shortOf(fields)),
  'recode-unit': ({ unit, code }, register) => to(shortNameOf(register, unit), say(code, code)),
  'remove-from-office': ({ unit, person }, register) =>
    plain(shortNameOf(register, unit), personText(register, person)),
  'remove-nameplate': ({ plate }, register) => {
    const row = register.nameplates.get(plate)
    return {
      first: holderOf(register, 'nameplates', [plate]),
      second: say(row?.name ?? plate, row?.nameEn ?? plate),
      sign: 'plate',
    }
  },
  'rename-unit': (fields, register) => to(shortNameOf(register, fields.unit), shortOf(fields)),
  'set-leadership-quota': ({ unit, chief, deputy }, register) => {
    const has = (level: LeadingLevel) => register.leadership.get(leadershipId(unit, level))?.posts ?? 0
    return plain(
      shortNameOf(register, unit),
      say(
        `${has('chief')}正${has('deputy')}副 → ${chief}正${deputy}副`,
        `${has('chief')} + ${has('deputy')} → ${chief} + ${deputy}`,
      ),
    )
  },
  'set-staffing-quota': ({ unit, kind, posts }, register) => {
    const has = register.quotas.get(quotaId(unit, kind as 'institution'))?.posts ?? 0
    const change = `${number(has)} → ${number(posts)}`
    return plain(shortNameOf(register, unit), joined(choiceWord(kind), say(change, change)))
  },
  'spin-off-unit': ({ unit, to: part }, register) =>
    to(shortNameOf(register, unit), shortOf(part as unknown as Named)),
  'split-duty': ({ duty, into }, register) => {
    const row = register.duties.get(duty)
    return to(say(row?.name ?? duty, row?.nameEn ?? duty), listed((into as unknown as Named[]).map(shortOf)))
  },
  'split-unit': ({ unit, into }, register) =>
    to(shortNameOf(register, unit), listed((into as unknown as Named[]).map(shortOf))),
  'surrender-seals': ({ seals }, register) =>
    plain(
      holderOf(register, 'seals', seals),
      say(`${seals.length}枚印章`, `${seals.length} ${seals.length === 1 ? 'seal' : 'seals'}`),
    ),
  'transfer-archives': handed('archives', 'archives', ['宗档案', 'file series', 'file series']),
  'transfer-budget': handed('budget', 'lines', ['项预算', 'budget line', 'budget lines']),
  'transfer-contracts': handed('contracts', 'contracts', ['份合同', 'contract', 'contracts']),
  'transfer-duty': (fields, register) => {
    const bundle = fields as unknown as Parameters<typeof contents>[0]
    const giver =
      fields.from === undefined
        ? holderOf(
            register,
            fields.duties === undefined ? 'people' : 'duties',
            fields.duties ?? fields.people,
          )
        : shortNameOf(register, fields.from)
    return to(joined(giver, contents(bundle)), shortNameOf(register, fields.to))
  },
  'transfer-premises': handed('premises', 'premises', ['处用房', 'room', 'rooms']),
  'transfer-seals': handed('seals', 'seals', ['枚印章', 'seal', 'seals']),
}
