import type { UnitId } from '../../../kernel/id.ts'
import { operationNamed } from '../../../reform/operations/index.ts'
import type { HeldName, Register } from '../../../register/register.ts'
import type { Path } from './field.ts'
import { type Filling, valueIn } from './line-value.ts'

const word = (line: Filling, path: Path): UnitId | undefined => {
  const value = valueIn(line, path)
  return typeof value === 'string' && value !== '' ? (value as UnitId) : undefined
}

/**
 * Whose things a field chooses among: the giving unit that the line names, or whoever holds what it already names.
 * Undefined where the line does not say yet.
 */
export const giverOf = (line: Filling, path: Path, register: Register): UnitId | undefined => {
  const key = path[0]
  switch (operationNamed(String(line.op))?.name) {
    case 'assign-person':
      return key === 'section' ? word(line, ['to']) : undefined
    case 'spin-off-unit':
    case 'split-unit':
    case 'remove-from-office':
    case 'appoint':
      return word(line, ['unit'])
    case 'dissolve-section': {
      const other = word(line, [key === 'into' ? 'section' : 'into'])
      return other === undefined ? undefined : register.sections.get(other)?.unit
    }
    case 'transfer-duty':
      return word(line, ['from']) ?? holderOfNamed(line, register)
    default:
      return undefined
  }
}

const tables: readonly HeldName[] = [
  'duties',
  'people',
  'premises',
  'budget',
  'archives',
  'seals',
  'contracts',
  'sections',
]
const holderOfNamed = (line: Filling, register: Register): UnitId | undefined => {
  for (const table of tables) {
    const [first] = Array.isArray(line[table]) ? (line[table] as unknown[]) : []
    const unit = typeof first === 'string' ? register[table].get(first)?.unit : undefined
    if (unit !== undefined) return unit
  }
  return undefined
}
