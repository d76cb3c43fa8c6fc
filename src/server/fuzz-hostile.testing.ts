/** Numbers that look random and are the same in every run (mulberry32). */
export const seeded = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
export type Chance = ReturnType<typeof seeded>

export const oneOf = <Value>(chance: Chance, values: readonly Value[]): Value =>
  values[chance(values.length)] as Value

/** A JSON text that stands in a body as it is: what `JSON.stringify` would never write. */
class Raw {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const deep = (levels: number) => new Raw('['.repeat(levels) + ']'.repeat(levels))

/** Values that somebody who means harm, or a broken program, puts where another was expected. */
const values: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  new Raw('1e999'),
  new Raw('-1e999'),
  new Raw('1e-400'),
  new Raw('12345678901234567890123'),
  '',
  ' ',
  '0',
  '-',
  '*',
  '..',
  '\u0000',
  'a\u0000b',
  new Raw('"\\ud800"'),
  new Raw('"\\udc00\\ud800"'),
  '\u202e\u200b\ufeff',
  '\uffff',
  '𠮷㐀',
  "' or 1=1 --",
  "'; drop table entry; --",
  "\\'; select pg_sleep(9) --",
  '%00%27',
  '../../../etc/passwd',
  'file:///etc/passwd',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=1+1',
  'Infinity',
  'NaN',
  '__proto__',
  'constructor',
  '9'.repeat(400),
  '长'.repeat(3000),
  'a\r\nset-cookie: x=y',
  '2020-02-30',
  '0000-01-01',
  '9999-12-31',
  [],
  {},
  [[]],
  [null],
  { __proto__x: 1 },
  new Raw('{"__proto__": {"role": "planner"}}'),
  new Raw('{"constructor": {"prototype": {"x": 1}}}'),
  Array.from({ length: 3000 }, (_, at) => at),
  Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`k${at}`, at])),
]
const rare: readonly unknown[] = [deep(31), deep(200), deep(20_000), 'x'.repeat(2 * 1024 * 1024)]

/** One of them; the costly ones seldom. */
export const hostileValue = (chance: Chance): unknown =>
  chance(40) === 0 ? oneOf(chance, rare) : oneOf(chance, values)

const holding = (
  value: unknown,
  path: readonly (string | number)[],
  change: (at: unknown) => unknown,
): unknown => {
  const [first, ...rest] = path
  if (first === undefined) return change(value)
  if (Array.isArray(value))
    return value.map((each, at) => (at === first ? holding(each, rest, change) : each))
  if (typeof value !== 'object' || value === null) return value
  return { ...value, [first]: holding((value as Record<string, unknown>)[first], rest, change) }
}

const placesIn = (
  value: unknown,
  path: readonly (string | number)[] = [],
): (readonly (string | number)[])[] => {
  if (typeof value !== 'object' || value === null || value instanceof Raw) return [path]
  const inner = Object.entries(value).flatMap(([key, each]) =>
    placesIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return [path, ...inner]
}

const withoutOne = (value: unknown, chance: Chance): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const keys = Object.keys(value)
  const { [oneOf(chance, keys) ?? '']: _, ...rest } = value as Record<string, unknown>
  return rest
}

/** A value like the one given, changed in one place. */
export const mutated = (value: unknown, chance: Chance): unknown => {
  const place = oneOf(chance, placesIn(value))
  const kind = chance(5)
  if (kind === 0) return withoutOne(value, chance)
  if (kind === 1)
    return holding(value, place, (at) =>
      typeof at === 'object' && at !== null && !Array.isArray(at)
        ? { ...at, [oneOf(chance, ['role', 'isAdmin', 'county', 'id', 'unknown'])]: hostileValue(chance) }
        : hostileValue(chance),
    )
  if (kind === 2)
    return holding(value, place, (at) =>
      typeof at === 'string' ? twisted(at, chance) : hostileValue(chance),
    )
  return holding(value, place, () => hostileValue(chance))
}

/** A text with one sign added, taken away or doubled. */
const twisted = (text: string, chance: Chance): string => {
  const at = chance(text.length + 1)
  const sign = oneOf(chance, [
    '\u0000',
    "'",
    '"',
    '\\',
    '\n',
    '%',
    '.',
    '-',
    '示',
    '\u{1f980}',
    ' ',
    ':',
    '{',
    '&a *a',
  ])
  const kind = chance(3)
  if (kind === 0) return text.slice(0, at) + sign + text.slice(at)
  return kind === 1 ? text.slice(0, at) + text.slice(at + 1) : text + text
}

/** A value as the text of a body. */
export const written = (value: unknown): string => {
  if (value instanceof Raw) return value.text
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}:${written(each)}`)
    .join(',')}}`
}

/** Bodies that are no JSON, or only nearly. */
export const brokenBodies = (text: string): readonly (string | Buffer)[] => [
  '',
  text.slice(0, -1),
  `${text}${text}`,
  `\ufeff${text}`,
  text.replaceAll('"', "'"),
  `${text.slice(0, -1)},"a":1,"a":2}`,
  '"only a text"',
  'NaN',
  Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
  Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc3, 0x28, 0xed, 0xa0, 0x80]), Buffer.from('"}')]),
  Buffer.alloc(3000, 0x5b),
  `{"__proto__":${text}}`,
]
