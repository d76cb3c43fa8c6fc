import { listed, number, type Text } from '../../../kernel/text.ts'
import { operationNamed } from '../../../reform/operations/index.ts'
import { budgetItems } from '../../../register/holdings.ts'
import { offices } from '../../../register/person.ts'
import { postKinds } from '../../../register/quota.ts'
import { type Register, type Rows, type TableName, tableNames } from '../../../register/register.ts'
import { grades, isOpen, unitKinds } from '../../../register/unit.ts'
import type { Path } from './scan.ts'

/** A thing of the register that a line may name. */
export interface Thing {
  readonly id: string
  readonly table: TableName
  readonly name: Text
  /** What it is, and whose. */
  readonly about: Text
  readonly unit: string | undefined
}

const tables: Readonly<Record<string, TableName>> = {
  duty: 'duties',
  person: 'people',
  section: 'sections',
  plate: 'nameplates',
  appointment: 'appointments',
  lines: 'budget',
  sections: 'sections',
  duties: 'duties',
  people: 'people',
  premises: 'premises',
  budget: 'budget',
  archives: 'archives',
  seals: 'seals',
  contracts: 'contracts',
}
/** Members that name something new: `operation path`. */
const fresh = new Set([
  'merge-units into',
  'establish-unit unit',
  'split-unit into.unit',
  'spin-off-unit to.unit',
  'split-duty into.duty',
  'establish-section section',
  'add-nameplate plate',
  'appoint appointment',
])

/** The table whose ids a member of a line takes; undefined for ids that must be new, and for codes. */
export const tableAt = (path: Path, op: string): TableName | undefined => {
  const keys = path.slice(2).filter((part): part is string => typeof part === 'string')
  const name = operationNamed(op)?.name ?? op
  const key = keys.at(-1)
  if (key === undefined || key === 'code' || fresh.has(`${name} ${keys.join('.')}`)) return undefined
  if (keys[0] === 'elsewhere') return 'units'
  if (name === 'dissolve-section' && key === 'into') return 'sections'
  return tables[key] ?? 'units'
}

/** The rows of a table that a line may name, in the order of the register. */
export const thingsIn = (register: Register, table: TableName): Thing[] => {
  const things = [...register[table].values()]
    .filter((row) => table !== 'units' || isOpen(row as Rows['units']))
    .map((row) => thingOf(register, table, row))
  return table === 'units' ? things.sort((a, b) => orderOf(register, a) - orderOf(register, b)) : things
}

const orderOf = (register: Register, { id }: Thing) => register.units.get(id)?.order ?? 0

/** The thing of that id, in whichever table it stands. */
export const thingNamed = (register: Register, id: string, table?: TableName): Thing | undefined => {
  const found = table ?? tableNames.find((name) => register[name].get(id) !== undefined)
  const row = found && register[found].get(id)
  return found === undefined || row === undefined ? undefined : thingOf(register, found, row)
}

const thingOf = <Name extends TableName>(register: Register, table: Name, row: Rows[Name]): Thing => {
  const [name, ...about] = tellers[table](row)
  const holder = 'unit' in row ? register.units.get(row.unit) : undefined
  const whose = holder && { zh: holder.short, en: holder.shortEn }
  return {
    id: row.id,
    table,
    name,
    about: listed([...about, ...(whose === undefined ? [] : [whose])]),
    unit: holder?.id,
  }
}

const both = (zh: string, en = zh): Text => ({ zh, en })
const term = (terms: Readonly<Record<string, string>>, word: string): Text => both(terms[word] ?? word, word)

/** A row in words: its name, then what else tells it from others. */
const tellers: { readonly [Name in TableName]: (row: Rows[Name]) => [Text, ...Text[]] } = {
  units: ({ name, nameEn, kind, grade }) => [both(name, nameEn), term(unitKinds, kind), term(grades, grade)],
  nameplates: ({ name, nameEn }) => [both(name, nameEn)],
  sections: ({ name, nameEn, posts }) => [both(name, nameEn), both(`编制${posts}名`, `${posts} posts`)],
  duties: ({ name, nameEn, category }) => [both(name, nameEn), both(category)],
  quotas: ({ kind, posts }) => [term(postKinds, kind), both(number(posts))],
  leadership: ({ level, posts }) => [both(level), both(number(posts))],
  people: ({ id, postKind, rank }) => [
    both(id),
    term(postKinds, postKind),
    ...(rank === undefined ? [] : [both(rank)]),
  ],
  appointments: ({ person, title, office }) => [both(title), both(person), term(offices, office)],
  premises: ({ building, room, areaM2 }) => [both(`${building} ${room}`), both(`${number(areaM2)} m²`)],
  budget: ({ name, item, amountYuan }) => [
    both(name),
    term(budgetItems, item),
    both(`${number(amountYuan)}元`, `${number(amountYuan)} yuan`),
  ],
  archives: ({ name, volumes }) => [both(name), both(`${number(volumes)}卷`, `${number(volumes)} volumes`)],
  seals: ({ name }) => [both(name)],
  contracts: ({ name, amountYuan }) => [
    both(name),
    both(`${number(amountYuan)}元`, `${number(amountYuan)} yuan`),
  ],
}
