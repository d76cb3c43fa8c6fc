/**
 * JSON with nothing rounded. A number that a double cannot hold (a 20-digit register number, 1e999) is kept as its
 * own text and written back as it came; every other value is what `JSON.parse` makes of it.
 */

/** What ES2025 adds to JSON and the compiler's library does not yet name. */
interface RawJson {
  rawJSON(text: string): unknown
  isRawJSON(value: unknown): value is { readonly rawJSON: string }
  parse(text: string, revive: (key: string, value: unknown, context: { source?: string }) => unknown): unknown
}
const raw = JSON as unknown as RawJson

/** Cheap test for a number so long or so large that it may not survive; a hit inside a text does no harm. */
const suspicious = /(?<![^\s:,[])-?[\d.]{16,}|\d[eE][+-]?\d{2,}/

/** Throws a SyntaxError as `JSON.parse` does. */
export const parseExactly = (text: string): unknown =>
  suspicious.test(text)
    ? raw.parse(text, (_, value, { source }) =>
        typeof value === 'number' && source !== undefined && decimalOf(source) !== decimalOf(String(value))
          ? raw.rawJSON(source)
          : value,
      )
    : JSON.parse(text)

/** Digits and exponent of a decimal numeral, so that 1.50 and 15e-1 are the same. */
const decimalOf = (numeral: string): string => {
  const [mantissa = '', exponent = '0'] = numeral.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  if (significant === '') return '0'
  const power = Number(exponent) - fraction.length + (digits.length - significant.length)
  return `${mantissa.startsWith('-') ? '-' : ''}${significant}e${power}`
}

/** The same JSON value: the order of members does not matter, the order of lists does. */
export const isSameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b) || raw.isRawJSON(a) !== raw.isRawJSON(b)) return false
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameJson(one[key], other[key]))
  )
}

/** The numeral of a JSON number, also of one that no double holds; undefined for anything else. */
export const numeralOf = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : raw.isRawJSON(value) ? value.rawJSON : undefined
