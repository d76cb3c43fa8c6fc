import type { Register } from '../../register/register.ts'
import { isOpen, type Unit } from '../../register/unit.ts'

/** Whether a text contains one of the words. */
export const says = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.includes(word))

/** Open bodies of the county itself whose own name contains one of the words. */
export const bodiesCalled = (register: Register, words: readonly string[]): Unit[] =>
  [...register.units.values()].filter(
    (unit) => isOpen(unit) && unit.kind !== 'upperBureau' && says(unit.name, words),
  )

const known = new WeakMap<Register, string>()

/** Every name under which work is done: bodies, nameplates, duties and their categories, as one text to search. */
const everyName = (register: Register): string => {
  const kept = known.get(register)
  if (kept !== undefined) return kept
  const names: string[] = []
  for (const unit of register.units.values())
    if (isOpen(unit) && unit.kind !== 'upperBureau') names.push(unit.name)
  for (const plate of register.nameplates.values()) names.push(plate.name)
  for (const duty of register.duties.values()) names.push(duty.name, duty.category)
  const all = names.join('\n')
  known.set(register, all)
  return all
}

/** Whether some open body, nameplate or duty bears one of the words in its name. */
export const isBorne = (register: Register, words: readonly string[]): boolean =>
  says(everyName(register), words)
