/** `U+d,U+4e09-4e0b` as pairs of first and last. */
const pairsOf = (range: string): (readonly [number, number])[] =>
  range.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
  })

/**
 * Which slices hold a code point, best first: as in CSS, the later rule of two wins.
 * `ranges` is the `unicode.json` of the package, whose numbered slices are written `[4]`.
 */
export const slicesByRange = (
  ranges: Readonly<Record<string, string>>,
): ((code: number) => readonly string[]) => {
  const slices = Object.entries(ranges)
    .map(([key, range]) => ({ name: key.replace(/^\[(.+)\]$/, '$1'), pairs: pairsOf(range) }))
    .reverse()
  return (code) =>
    slices
      .filter(({ pairs }) => pairs.some(([first, last]) => first <= code && code <= last))
      .map(({ name }) => name)
}
