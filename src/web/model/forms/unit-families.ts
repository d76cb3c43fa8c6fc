import type { UnitId } from '../../../kernel/id.ts'
import type { Text } from '../../../kernel/text.ts'
import { openUnits, shortNameOf } from '../../../register/queries.ts'
import type { Register } from '../../../register/register.ts'

/** The institutions of one sponsor: what a merger of institutions most often takes together. */
export interface UnitFamily {
  readonly sponsor: UnitId
  readonly name: Text
  readonly units: readonly UnitId[]
}

/** The open institutions by the open unit that sponsors them, in official order; two or more make a family. */
export const unitFamilies = (register: Register): readonly UnitFamily[] =>
  openUnits(register)
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => ({
      sponsor: id,
      name: shortNameOf(register, id),
      units: register.units
        .heldBy(id)
        .filter((unit) => unit.kind === 'publicInstitution' && unit.closedOn === undefined)
        .map((unit) => unit.id),
    }))
    .filter(({ units }) => units.length > 1)
