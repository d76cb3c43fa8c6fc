import type { UnitId } from '../kernel/id.ts'
import type { Text } from '../kernel/text.ts'
import type { Register, Rows } from './register.ts'
import { isOpen, type Unit } from './unit.ts'

/**
 * 主动公开: the columns of the register that are published by law (政府信息公开条例 2019, art. 20 (2): 机关职能、机构设置).
 * Whatever does not stand here is not published: no posts, no people, no money, no premises.
 */
export const publicColumns = {
  units: ['id', 'code', 'name', 'nameEn', 'kind', 'grade', 'sponsor', 'management', 'coLocatedWith', 'order'],
  duties: ['name', 'nameEn', 'category', 'power', 'statutory', 'basis'],
  nameplates: ['name', 'nameEn'],
  sections: ['name', 'nameEn'],
} as const satisfies { readonly [Name in keyof Rows]?: readonly (keyof Rows[Name])[] }

type Published<Name extends keyof typeof publicColumns> = Pick<
  Rows[Name],
  (typeof publicColumns)[Name][number] & keyof Rows[Name]
>

/** What everybody may read of a unit: what it is called, what it is, and what it is there for. */
export interface PublicUnit extends Published<'units'> {
  readonly duties: readonly Published<'duties'>[]
  readonly nameplates: readonly Text[]
  readonly sections: readonly Text[]
}

/** The open units of a register in official order, by their public columns alone. */
export const publicView = (register: Register): readonly PublicUnit[] =>
  Array.from(register.units.values())
    .filter((unit) => isOpen(unit) && published.has(unit.kind))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map((unit) => ({
      ...picked('units', unit),
      duties: register.duties.heldBy(unit.id).map((duty) => picked('duties', duty)),
      nameplates: namesIn(register, 'nameplates', unit.id),
      sections: namesIn(register, 'sections', unit.id),
    }))

/** Bodies of the county; upper bureaux, its leaders and pools of assets are none. */
const published: ReadonlySet<Unit['kind']> = new Set([
  'partyOrgan',
  'governmentDepartment',
  'massOrganisation',
  'publicInstitution',
  'township',
])

const picked = <Name extends keyof typeof publicColumns>(name: Name, row: Rows[Name]): Published<Name> =>
  Object.fromEntries(
    publicColumns[name].map((column) => [column, row[column as keyof Rows[Name]]]),
  ) as Published<Name>

const namesIn = (register: Register, table: 'nameplates' | 'sections', unit: UnitId): Text[] =>
  register[table].heldBy(unit).map(({ name, nameEn }) => ({ zh: name, en: nameEn }))
