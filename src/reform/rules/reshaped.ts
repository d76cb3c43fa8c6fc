import type { UnitId } from '../../kernel/id.ts'
import type { Unit } from '../../register/unit.ts'
import type { OperationName } from '../operations/index.ts'
import type { Step } from '../rehearse.ts'
import type { World } from '../rule.ts'

/** The fields by which operations name units; each operation has some of them. */
interface Named {
  readonly unit?: UnitId
  readonly units?: readonly UnitId[]
  readonly into?: UnitId | readonly { readonly unit: UnitId }[]
  readonly to?: UnitId | { readonly unit: UnitId }
  readonly from?: UnitId
  readonly host?: UnitId
  readonly guests?: readonly UnitId[]
}

const idsIn = (place: Named['into'] | Named['to'] | readonly UnitId[]): readonly UnitId[] => {
  if (place === undefined) return []
  if (typeof place === 'string') return [place]
  if (Array.isArray(place)) return place.map((each) => (typeof each === 'string' ? each : each.unit))
  return [(place as { unit: UnitId }).unit]
}

/** Of the operations that set up, end, merge, rename or re-rank bodies: the bodies they do it to. */
const shapers: Readonly<Partial<Record<OperationName, (named: Named) => readonly UnitId[]>>> = {
  'establish-unit': ({ unit }) => idsIn(unit),
  'merge-units': ({ units, into }) => [...idsIn(units), ...idsIn(into)],
  'absorb-unit': ({ units }) => idsIn(units),
  'dissolve-unit': ({ unit }) => idsIn(unit),
  'split-unit': ({ unit, into }) => [...idsIn(unit), ...idsIn(into)],
  'spin-off-unit': ({ unit, to }) => [...idsIn(unit), ...idsIn(to)],
  'rename-unit': ({ unit }) => idsIn(unit),
  'change-grade': ({ unit }) => idsIn(unit),
  'co-locate-units': ({ host, guests }) => [...idsIn(host), ...idsIn(guests)],
  'convert-to-enterprise': ({ unit }) => idsIn(unit),
}

/** The bodies that a step sets up, ends, merges, co-locates, renames or re-ranks; none for other steps. */
export const reshapedBy = (step: Step): readonly UnitId[] =>
  shapers[step.line.operation.name]?.(step.fields as Named) ?? []

/** Every body that a step names, as giver, taker or object. */
export const namedBy = (step: Step): readonly UnitId[] => {
  const named = step.fields as Named
  return [named.unit, named.units, named.into, named.to, named.from, named.host, named.guests].flatMap(idsIn)
}

/** All bodies that the plan's steps name. */
export const named = ({ steps }: World): ReadonlySet<UnitId> => new Set(steps.flatMap(namedBy))

/** A unit as it was before the plan, or as the plan made it. */
export const unitIn = ({ before, after }: World, id: UnitId): Unit | undefined =>
  before.units.get(id) ?? after.units.get(id)
