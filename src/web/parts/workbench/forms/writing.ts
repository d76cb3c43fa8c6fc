import type { Day } from '../../../../kernel/day.ts'
import type { UnitId } from '../../../../kernel/id.ts'
import type { Register } from '../../../../register/register.ts'
import type { Path } from '../../../model/forms/field.ts'
import type { Filling } from '../../../model/forms/line-value.ts'
import type { Remark } from '../../../model/forms/trial.ts'

/** A line while its form is open: what every control of it reads and writes. */
export interface Writing {
  readonly filling: Filling
  /** With the ids that are proposed. */
  readonly proposed: Filling
  /** As it stands right before the line. */
  readonly register: Register
  readonly effectiveOn: Day
  set(path: Path, value: unknown): void
  /** What is to be said at a place; inside it too when `isDeep`. */
  remarksAt(path: Path, isDeep?: boolean): readonly Remark[]
  giverAt(path: Path): UnitId | undefined
}
