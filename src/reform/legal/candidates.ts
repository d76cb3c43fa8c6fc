import { leadersOf } from '../../register/queries.ts'
import type { HeldName, Register } from '../../register/register.ts'
import type { WrittenLine } from '../editing/line-spans.ts'
import type { OperationName } from '../operations/index.ts'
import { freshId, joinedName } from './new-names.ts'
import type { Pair } from './pair.ts'

/** A line that two bodies are enough to write. */
export interface Candidate {
  readonly line: WrittenLine & { readonly op: OperationName }
  /** What the line proposes and somebody should look over before it stands. */
  readonly asks?: 'name' | 'duties' | 'people' | 'title'
}

/** Registers of the plan as it stands: without it, and after all of it. */
export interface Ground {
  readonly before: Register
  readonly after: Register
}

type Maker = (pair: Pair, ground: Ground) => Candidate | undefined

const merge: Maker = ({ moved, onto }, { before, after }) => {
  const [first, second] = moved.order < onto.order ? [moved, onto] : [onto, moved]
  const county = { zh: after.county.name, en: after.county.nameEn }
  const { name, nameEn, short, shortEn } = joinedName(county, first, second)
  const into = freshId(`${first.id}-${second.id}`.slice(0, 100), 'units', before, after)
  return {
    line: { op: 'merge-units', units: [first.id, second.id], into, name, nameEn, short, shortEn },
    asks: 'name',
  }
}

const absorb: Maker = ({ moved, onto }) => ({ line: { op: 'absorb-unit', units: [moved.id], into: onto.id } })

const coLocate: Maker = ({ moved, onto }) => ({
  line: { op: 'co-locate-units', host: onto.id, guests: [moved.id] },
})

const dissolve: Maker = ({ moved, onto }) => ({ line: { op: 'dissolve-unit', unit: moved.id, to: onto.id } })

const placeUnder: Maker = ({ moved, onto }) => ({
  line: {
    op: 'change-subordination',
    unit: moved.id,
    sponsor: onto.id,
    ...(moved.direct ? { direct: false } : {}),
  },
})

const hangPlate: Maker = ({ moved, onto }, { before, after }) => ({
  line: {
    op: 'add-nameplate',
    plate: freshId(`np-${moved.id}`.slice(0, 100), 'nameplates', before, after),
    unit: onto.id,
    name: moved.name,
    nameEn: moved.nameEn,
  },
})

const giveDuties: Maker = ({ moved, onto }, { after }) => {
  const duties = after.duties.heldBy(moved.id).map(({ id }) => id)
  return duties.length === 0
    ? undefined
    : { line: { op: 'transfer-duty', from: moved.id, to: onto.id, duties }, asks: 'duties' }
}

const givePeople: Maker = ({ moved, onto }, { after }) => {
  const people = after.people
    .heldBy(moved.id)
    .filter(({ id }) => after.appointments.linkedTo(id).length === 0)
    .map(({ id }) => id)
  return people.length === 0
    ? undefined
    : { line: { op: 'assign-person', people, to: onto.id }, asks: 'people' }
}

/** 兼任: whoever leads the one leads the other as well. */
const leadBoth: Maker = ({ moved, onto }, { before, after }) => {
  const chief = leadersOf(after, onto.id).find(({ office }) => office === 'chief')
  if (chief === undefined) return undefined
  return {
    line: {
      op: 'appoint',
      appointment: freshId(`a-${chief.person}-${moved.id}`.slice(0, 100), 'appointments', before, after),
      person: chief.person,
      unit: moved.id,
      office: 'chief',
      title: chief.title,
      concurrent: true,
      occupiesPost: false,
    },
    asks: 'title',
  }
}

const giveAll =
  (op: OperationName, table: HeldName, field: string = table): Maker =>
  ({ moved, onto }, { after }) => {
    const rows = after[table].heldBy(moved.id).map(({ id }) => id)
    return rows.length === 0 ? undefined : { line: { op, [field]: rows, to: onto.id } }
  }

/** Every operation whose fields two bodies fill, the weightiest first. */
const makers: readonly Maker[] = [
  merge,
  absorb,
  coLocate,
  dissolve,
  placeUnder,
  hangPlate,
  giveDuties,
  givePeople,
  leadBoth,
  giveAll('transfer-budget', 'budget', 'lines'),
  giveAll('transfer-premises', 'premises'),
  giveAll('transfer-archives', 'archives'),
  giveAll('transfer-seals', 'seals'),
  giveAll('transfer-contracts', 'contracts'),
]

/** The lines that could be written of two bodies, whether or not the register allows them. */
export const candidatesFor = (pair: Pair, ground: Ground): readonly Candidate[] =>
  makers.flatMap((maker) => maker(pair, ground) ?? [])
