import type { UnitId } from '../../kernel/id.ts'
import { say, type Text } from '../../kernel/text.ts'
import type { Office, Person } from '../../register/person.ts'
import { shortNameOf } from '../../register/queries.ts'
import type { PostKind } from '../../register/quota.ts'
import type { Register } from '../../register/register.ts'
import type { Permission } from '../../rights/decide.ts'
import type { Viewer } from '../../rights/viewer.ts'
import type { PeopleView } from './view.ts'

/** Whose files somebody may work with, by the register of now. */
export const viewOf = (
  register: Register,
  { viewer, permission }: { readonly viewer: Viewer; readonly permission: Permission },
): PeopleView => {
  const county = register.county.id
  if (permission.scope === 'county' || permission.scope === 'all') return { county, people: '*' }
  const own = viewer.account?.home === county ? viewer.account.person : undefined
  const people = new Set(own === undefined ? [] : [own])
  if (permission.scope === 'unit')
    for (const { id } of permission.units.flatMap((unit) => peopleOf(register, unit))) people.add(id)
  return { county, people: [...people] }
}

/** The people posted in a unit; none in one that closed: a right lapses with its unit, and is given anew for the next. */
export const peopleOf = (register: Register, unit: string): readonly Person[] =>
  register.units.get(unit)?.closedOn === undefined ? register.people.heldBy(unit as UnitId) : []

export const isSeen = ({ people }: PeopleView, person: string): boolean =>
  people === '*' || people.includes(person)

/** Where somebody stands, as the register has it: nothing of the person's file. */
export interface Posting {
  readonly unit: { readonly id: string; readonly name: Text }
  readonly section: Text | null
  readonly postKind: PostKind
  readonly rank: string | null
  readonly assignment: string | null
  readonly offices: readonly { readonly title: string; readonly office: Office; readonly unit: string }[]
}

/** The posting of a person of the register; undefined for who is not in it. */
export const postingOf = (register: Register, id: string): Posting | undefined => {
  const person = register.people.get(id)
  if (person === undefined) return undefined
  const section = person.section === undefined ? undefined : register.sections.get(person.section)
  return {
    unit: { id: person.unit, name: shortNameOf(register, person.unit) },
    section: section === undefined ? null : say(section.name, section.nameEn),
    postKind: person.postKind,
    rank: person.rank ?? null,
    assignment: person.assignment ?? null,
    offices: register.appointments.linkedTo(id).map(({ title, office, unit }) => ({ title, office, unit })),
  }
}

/**
 * Whether a person is sought by these words: in the id, the unit and the posts only. Names and numbers are not searched:
 * the answer would tell, sign by sign, what the mask hides.
 */
export const isSought = (register: Register, id: string, words: string): boolean => {
  const posting = postingOf(register, id)
  const texts = [
    id,
    posting?.unit.id,
    posting?.unit.name.zh,
    posting?.unit.name.en,
    posting?.section?.zh,
    posting?.rank,
    posting?.assignment,
    ...(posting?.offices ?? []).map(({ title }) => title),
  ]
  const sought = words.toLowerCase()
  return texts.some((text) => text?.toLowerCase().includes(sought))
}
