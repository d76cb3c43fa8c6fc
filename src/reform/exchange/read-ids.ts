import { numeralOf } from './exact-json.ts'

/** Most characters that an id may have. */
const longest = 500

/**
 * The text that an id stands for, or undefined when it can be none. A number is known by its numeral: 301 and "301"
 * are the same unit.
 */
export const codeOf = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return numeralOf(value)
  return value.trim() !== '' && value.length <= longest && !/\p{Cc}/u.test(value) ? value : undefined
}

/** How one file writes its ids, so that they are written back as they came. */
export class Spelling {
  readonly #numbers = new Map<string, unknown>()
  readonly #texts = new Set<string>()

  /** False when the file writes this id both as a number and as a text. */
  note(code: string, value: unknown): boolean {
    if (typeof value !== 'string') this.#numbers.set(code, value)
    else if (/^[-\d]/.test(code)) this.#texts.add(code)
    return !(this.#numbers.has(code) && this.#texts.has(code))
  }

  /** The number that the file writes for the id; undefined when it writes a text or does not name it. */
  numberOf(code: string): unknown {
    return this.#numbers.get(code)
  }

  isText(code: string): boolean {
    return this.#texts.has(code)
  }
}
