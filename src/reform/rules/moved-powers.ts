import type { UnitId } from '../../kernel/id.ts'
import type { Duty, Power } from '../../register/duty.ts'
import { isOpen, type Unit } from '../../register/unit.ts'
import type { World } from '../rule.ts'
import { bodyOf } from './joined.ts'

/** Duties of one kind of power that came to a body from others which go on existing. */
export interface MovedPowers {
  readonly taker: Unit
  readonly givers: readonly Unit[]
  readonly duties: readonly Duty[]
}

/** Parts of a divided duty, each with the duty that it comes from. */
const originsOf = ({ steps }: World): ReadonlyMap<string, string> => {
  const origins = new Map<string, string>()
  for (const { line, fields } of steps) {
    if (line.operation.name !== 'split-duty') continue
    const { duty, into } = fields as { duty: string; into: readonly { duty: string }[] }
    for (const part of into) origins.set(part.duty, origins.get(duty) ?? duty)
  }
  return origins
}

/** 权力划转: by taker. A body that carries on a closed one takes over its powers by succession; that is not counted. */
export const movedPowers = (world: World, power: Power): MovedPowers[] => {
  const { before, after } = world
  const origins = originsOf(world)
  const found = new Map<UnitId, { givers: Set<Unit>; duties: Duty[] }>()
  for (const duty of after.duties.values()) {
    if (duty.power !== power) continue
    const from = before.duties.get(origins.get(duty.id) ?? duty.id)?.unit
    if (from === undefined || from === duty.unit) continue
    const giver = after.units.get(from)
    if (giver === undefined || !isOpen(giver)) continue
    if (bodyOf(after, from) === bodyOf(after, duty.unit)) continue
    const moved = found.get(duty.unit) ?? { givers: new Set<Unit>(), duties: [] }
    moved.givers.add(giver)
    moved.duties.push(duty)
    found.set(duty.unit, moved)
  }
  return [...found].flatMap(([id, { givers, duties }]) => {
    const taker = after.units.get(id)
    return taker === undefined ? [] : [{ taker, givers: [...givers], duties }]
  })
}
