import type { UnitId } from '../../../kernel/id.ts'
import { say, type Text } from '../../../kernel/text.ts'
import { headcount, postsOf } from '../../../register/queries.ts'
import type { Register } from '../../../register/register.ts'
import { isOpen, type Unit, type UnitKind, unitKinds } from '../../../register/unit.ts'
import type { OrgNode, Tone } from '../../chart/types.ts'

/** The headings under the county, in the order of the register; the name of each is that of its kind. */
const kinds = Object.keys(unitKinds) as UnitKind[]
export const unitKindsEn: Readonly<Record<UnitKind, string>> = {
  partyOrgan: 'Party organs',
  governmentDepartment: 'Government departments',
  massOrganisation: 'Mass organisations',
  publicInstitution: 'Public institutions',
  township: 'Townships',
  enterprise: 'Enterprises',
  leadership: 'County leadership',
  upperBureau: 'Bureaus above',
  assetPool: 'Asset pool',
}
const shown: readonly UnitKind[] = ['leadership', ...kinds.filter((kind) => kind !== 'leadership')]

/**
 * The county as a tree: kinds of units, under each the units that nothing sponsors, under a unit the organs that share
 * its staff and then the bodies that it sponsors; closed units come last, under a heading of their own. Every unit of the
 * register stands in it once, also where sponsors run in a circle.
 */
export const orgTreeOf = (register: Register): OrgNode => {
  const { county } = register
  const placed = new Set<string>()
  const branch = (unit: Unit, isGuest = false): OrgNode => {
    placed.add(unit.id)
    const free = (rows: readonly Unit[]) => ordered(rows.filter((row) => isOpen(row) && !placed.has(row.id)))
    const guests = free(register.units.linkedTo(unit.id)).map((guest) => branch(guest, true))
    const below = free(register.units.heldBy(unit.id as UnitId))
      .filter(({ coLocatedWith }) => !isHost(register, coLocatedWith))
      .flatMap((each) => (placed.has(each.id) ? [] : [branch(each)]))
    return nodeOf(register, unit, isGuest ? 'guest' : toneOf(unit), [...guests, ...below])
  }
  const open = ordered([...register.units.values()].filter(isOpen))
  const isTop = ({ sponsor, coLocatedWith }: Unit) =>
    !isHost(register, coLocatedWith) && !isHost(register, sponsor)
  const tops = new Map<UnitKind, OrgNode[]>()
  const put = (unit: Unit) => tops.set(unit.kind, [...(tops.get(unit.kind) ?? []), branch(unit)])
  for (const unit of open.filter(isTop)) put(unit)
  for (const unit of open) if (!placed.has(unit.id)) put(unit)
  const closed = ordered([...register.units.values()].filter((unit) => !isOpen(unit)))
  return {
    ...heading(`county:${county.id}`, say(county.name, county.nameEn), [
      ...shown.flatMap((kind) => {
        const nodes = tops.get(kind) ?? []
        return nodes.length === 0
          ? []
          : [heading(`group:${kind}`, say(unitKinds[kind], unitKindsEn[kind]), nodes)]
      }),
      ...(closed.length === 0
        ? []
        : [
            heading(
              closedGroup,
              say('已撤销机构', 'Closed units'),
              closed.map((unit) => nodeOf(register, unit, 'closed', [])),
            ),
          ]),
    ]),
    tone: 'root',
  }
}

const isHost = (register: Register, id: UnitId | undefined): boolean => {
  const host = id === undefined ? undefined : register.units.get(id)
  return host !== undefined && isOpen(host)
}

const ordered = (units: readonly Unit[]): Unit[] =>
  [...units].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

const toneOf = ({ counts, kind }: Unit): Tone =>
  counts === 'organ' ? 'organ' : kind === 'publicInstitution' ? 'institution' : 'other'

const nodeOf = (register: Register, unit: Unit, tone: Tone, children: readonly OrgNode[]): OrgNode => ({
  id: unit.id,
  isUnit: true,
  name: say(unit.short, unit.shortEn),
  fullName: say(unit.name, unit.nameEn),
  tone,
  posts: postsOf(register, unit.id),
  people: headcount(register, unit.id),
  children,
})

const heading = (id: string, name: Text, children: readonly OrgNode[]): OrgNode => {
  const total = (node: OrgNode, of: 'posts' | 'people'): number =>
    node.children.reduce((sum, child) => sum + total(child, of), node.isUnit ? node[of] : 0)
  const sum = (of: 'posts' | 'people') => children.reduce((whole, child) => whole + total(child, of), 0)
  return {
    id,
    isUnit: false,
    name,
    fullName: name,
    tone: 'group',
    posts: sum('posts'),
    people: sum('people'),
    children,
  }
}

const closedGroup = 'group:closed'

/** The open units below a heading, or below a unit with itself; below the heading of the closed ones, these. */
export const unitsIn = (node: OrgNode): number =>
  node.children.reduce(
    (sum, child) => sum + (child.id === closedGroup ? 0 : unitsIn(child)),
    node.isUnit ? 1 : 0,
  )

/** The tree without the closed units. */
export const openOnly = (tree: OrgNode): OrgNode => ({
  ...tree,
  children: tree.children.filter(({ id }) => id !== closedGroup),
})
