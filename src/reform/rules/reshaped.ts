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

/** A step that sets up, ends, merges, co-locates, renames or re-ranks bodies, and those bodies. */
interface Reshaping {
  readonly step: Step
  readonly ids: readonly UnitId[]
}

const reshapings = new WeakMap<World, readonly Reshaping[]>()

/** The steps that change bodies themselves, found once for all rules. */
export const reshapingsOf = (world: World): readonly Reshaping[] => {
  const kept = reshapings.get(world)
  if (kept !== undefined) return kept
  const found = world.steps.flatMap((step): Reshaping[] => {
    const shaper = shapers[step.line.operation.name]
    return shaper === undefined ? [] : [{ step, ids: shaper(step.fields as Named) }]
  })
  reshapings.set(world, found)
  return found
}

/** Every body that the plan sets up, ends, merges, co-locates, renames or re-ranks. */
export const reshapedIn = (world: World): ReadonlySet<UnitId> =>
  new Set(reshapingsOf(world).flatMap(({ ids }) => ids))

const places = ['unit', 'units', 'into', 'to', 'from', 'host', 'guests'] as const

const known = new WeakMap<World, ReadonlySet<UnitId>>()

/** Bodies that a line of the plan names, as giver, taker or object; what it leaves alone is not judged by it. */
export const named = (world: World): ReadonlySet<UnitId> => {
  const kept = known.get(world)
  if (kept !== undefined) return kept
  const ids = new Set<UnitId>()
  for (const { fields } of world.steps)
    for (const place of places) {
      const value = (fields as Named)[place]
      if (typeof value === 'string') ids.add(value)
      else if (value !== undefined) for (const id of idsIn(value)) ids.add(id)
    }
  known.set(world, ids)
  return ids
}

/** A unit as it was before the plan, or as the plan made it. */
export const unitIn = ({ before, after }: World, id: UnitId): Unit | undefined =>
  before.units.get(id) ?? after.units.get(id)
