import { say, type Text } from '../../../kernel/text.ts'
import { shortNameOf } from '../../../register/queries.ts'
import type { Register } from '../../../register/register.ts'
import { isOpen, type Unit, unitKinds } from '../../../register/unit.ts'
import { choiceWord } from './choice-words.ts'

/** Something that can be chosen from a list. */
export interface Option {
  readonly id: string
  readonly label: Text
  /** What tells it from others of the same name, in grey. */
  readonly note: Text
  readonly group: Text
  /** Everything it can be found by, in small letters. */
  readonly words: string
  /** Why it cannot be chosen. */
  readonly refusal?: Text
}

const kindOrder = Object.keys(unitKinds)
const known = new WeakMap<Register, readonly Option[]>()

/** The units of a register to choose from, by kind and in official order; closed ones say who carries them on. */
export const unitOptions = (register: Register): readonly Option[] => {
  const options = known.get(register) ?? optionsOf(register)
  known.set(register, options)
  return options
}

const optionsOf = (register: Register): Option[] =>
  [...register.units.values()]
    .sort(
      (a, b) =>
        Number(!isOpen(a)) - Number(!isOpen(b)) ||
        kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
        a.order - b.order,
    )
    .map((unit) => optionOf(register, unit))

const optionOf = (register: Register, unit: Unit): Option => ({
  id: unit.id,
  label: say(unit.short, unit.shortEn),
  note: say(unit.id, unit.id),
  group: isOpen(unit) ? choiceWord(unit.kind) : say('已撤销，不能选', 'Closed, cannot be chosen'),
  words: `${unit.short} ${unit.name} ${unit.nameEn} ${unit.shortEn} ${unit.id}`.toLowerCase(),
  ...(isOpen(unit) ? {} : { refusal: closedText(register, unit) }),
})

const closedText = (register: Register, { closedOn, supersededBy }: Unit): Text => {
  const heir = supersededBy?.[0]
  if (heir === undefined) return say(`${closedOn} 撤销`, `closed ${closedOn}`)
  const name = shortNameOf(register, heir)
  return say(`已由${name.zh}承继`, `now ${name.en}`)
}

/** The options that have all the words; closed ones only when something was asked for. */
export const optionsWith = (options: readonly Option[], words: string): readonly Option[] => {
  const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return options.filter(({ refusal }) => refusal === undefined)
  return options.filter((option) => wanted.every((word) => option.words.includes(word)))
}
