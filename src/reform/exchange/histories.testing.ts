import fc from 'fast-check'

/**
 * Random but valid histories in the exchange format. What must come out is worked out by a model of a few lines that
 * knows nothing of registers, operations or identities: a map from code to what the file says.
 */

export type Facts = Record<string, unknown>
interface Written {
  type: string
  sources: string[]
  targets: Facts[]
  duties?: string[]
}

const codes = [...'ABCDEFGHIJKL', '07 1', '区'] as string[]
const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 3 }),
)
const isPlain = (text: string) => !text.includes('__proto__')
const facts = fc
  .dictionary(
    fc.string({ minLength: 1, maxLength: 4 }).filter((key) => !['id', 'name', 'duties'].includes(key)),
    value,
    { maxKeys: 3 },
  )
  .filter((each) => isPlain(JSON.stringify(each)))
  .map((each) => JSON.parse(JSON.stringify(each)) as Facts)
const named = fc
  .tuple(fc.constantFrom('Nord', 'Süd', '河曲', 'Œ'), facts)
  .map(([name, rest]): Facts => ({ name, ...rest }))
/** What an operation needs: its type, who takes part (as numbers), new facts, whether a new day begins. */
const choice = fc.record({
  type: fc.nat(16),
  who: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  facts: fc.tuple(named, named),
  isNextDay: fc.boolean(),
  style: fc.nat(2),
})
type Choice = typeof choice extends fc.Arbitrary<infer Value> ? Value : never

class Model {
  readonly alive = new Map<string, Facts>()
  readonly operations: (Written & { id: string; date: string })[] = []
  readonly types = new Set<string>()
  #day = 1
  #duty = 0

  constructor(units: readonly Facts[]) {
    units.forEach((unit, at) => {
      const duties = at % 2 === 0 ? { duties: [this.duty(), this.duty()] } : {}
      this.alive.set(codes[at] as string, { ...unit, ...duties })
    })
  }
  duty = () => `duty ${++this.#duty}`
  units = () => [...this.alive].map(([id, rest]): Facts => ({ id, ...rest }))
  one = (number: number, ...but: string[]) =>
    pick(
      [...this.alive.keys()].filter((code) => !but.includes(code)),
      number,
    )
  free = (number: number, ...but: string[]) =>
    pick(
      codes.filter((code) => !this.alive.has(code) && !but.includes(code)),
      number,
    )

  write(written: Written, isNextDay: boolean) {
    if (isNextDay) this.#day += 40
    const date = new Date(Date.UTC(1960, 0, this.#day)).toISOString().slice(0, 10)
    const number = String(this.operations.length + 1).padStart(4, '0')
    this.operations.push({ id: `h-${number}`, date, ...written })
    this.types.add(written.type)
  }
}

const pick = (list: readonly string[], number: number): string | undefined =>
  list[number % Math.max(1, list.length)]
export const dutiesOf = (unit: Facts | undefined): string[] => (unit?.duties as string[] | undefined) ?? []
/** Facts with a list of duties, or without one when there is nothing to list. */
const holding = (unit: Facts, duties: readonly string[]): Facts => {
  const { duties: _, ...rest } = unit
  return duties.length === 0 && !('duties' in unit) ? rest : { ...rest, duties: [...duties] }
}

/** Writes one valid operation and does it to the model; does nothing when the model has not enough units or codes. */
const happen = (model: Model, { type, who: [x, y, z], facts: [first, second], isNextDay, style }: Choice) => {
  const { alive } = model
  const [a, b, c] = [model.one(x), model.free(y), model.free(z, model.free(y) ?? '')]
  const other = model.one(y, a ?? '')
  if (a === undefined || b === undefined || c === undefined || other === undefined) return
  const [has, its] = [alive.get(a) ?? {}, alive.get(other) ?? {}]
  const write = (written: Written) => model.write(written, isNextDay)
  const set = (code: string, unit: Facts) => void alive.set(code, unit)
  const end = (...ended: string[]) => ended.forEach((code) => void alive.delete(code))
  if (type < 5) {
    const now = holding({ ...first, ...('duties' in has ? { duties: [] } : {}) }, dutiesOf(has))
    write({
      type: ['rename', 'move', 'convert', 'nameplate', 'territory'][type] as string,
      sources: style === 0 && type < 4 ? [] : [a],
      targets: [{ id: a, ...now }],
    })
    set(a, now)
  } else if (type === 5 || type === 6) {
    write({
      type: type === 5 ? 'create' : 'enter',
      sources: [],
      targets: [
        { id: b, ...first },
        { id: c, ...second, duties: [model.duty()] },
      ],
    })
    set(b, first)
    set(c, { ...second, duties: model.operations.at(-1)?.targets[1]?.duties })
  } else if (type === 7 || type === 8) {
    if (alive.size < 5) return
    write({ type: type === 7 ? 'dissolve' : 'exit', sources: [a], targets: [] })
    end(a)
  } else if (type === 9) {
    const isSwap = style === 2
    const now = holding({ ...first, duties: [] }, dutiesOf(has))
    write({
      type: 'recode',
      sources: isSwap ? [a, other] : [a],
      targets: isSwap ? [{ id: other, ...now }, { id: a }] : [{ id: b, ...now }],
    })
    end(a)
    if (isSwap) set(a, its)
    set(isSwap ? other : b, now)
  } else if (type === 10 || type === 11) {
    const into = type === 11 ? other : ([b, a, other][style] as string)
    const all = style === 0 ? [...dutiesOf(its), ...dutiesOf(has)] : [...dutiesOf(has), ...dutiesOf(its)]
    // Either the file lists what the successor has, or the successor gets everything unsaid.
    const written = style === 1 ? { ...first, duties: all } : first
    if (type === 10) write({ type: 'merge', sources: [a, other], targets: [{ id: into, ...written }] })
    else
      write({ type: 'absorb', sources: style === 0 ? [a, other] : [a], targets: [{ id: other, ...written }] })
    end(a, other)
    set(into, all.length > 0 || 'duties' in its || style === 1 ? { ...written, duties: all } : written)
    if (type === 10 && all.length === 0 && style !== 1) set(into, written)
  } else if (type === 12) {
    const [some, rest] = [dutiesOf(has).slice(0, 1), dutiesOf(has).slice(1)]
    if (style === 0) {
      write({
        type: 'split',
        sources: [a],
        targets: [
          { id: b, ...first, duties: some },
          { id: c, ...second, duties: rest },
        ],
      })
      end(a)
      set(b, { ...first, duties: some })
      set(c, { ...second, duties: rest })
      return
    }
    // One part is a share that a merger on the same day takes up, under the code of the unit it joins.
    const share = `${a}#${other}`
    write({
      type: 'split',
      sources: [a],
      targets: [
        { id: b, ...first, duties: rest },
        { id: share, duties: some },
      ],
    })
    model.write(
      {
        type: 'merge',
        sources: [share, other],
        targets: [{ id: other, ...second, duties: [...some, ...dutiesOf(its)] }],
      },
      false,
    )
    end(a)
    set(b, { ...first, duties: rest })
    set(other, { ...second, duties: [...some, ...dutiesOf(its)] })
  } else if (type === 13) {
    const [some, rest] = [dutiesOf(has).slice(0, 1), dutiesOf(has).slice(1)]
    write({ type: 'spinoff', sources: [a], targets: [{ id: b, ...first, duties: some }] })
    set(a, holding(has, rest))
    set(b, { ...first, duties: some })
  } else if (type === 14) {
    const [some, rest] = [dutiesOf(has).slice(0, 1), dutiesOf(has).slice(1)]
    const more = holding(some.length > 0 ? { ...its, duties: [] } : its, [...dutiesOf(its), ...some])
    const styles: Written[] = [
      { type: 'transfer', sources: [a], targets: [{ id: other }], duties: some },
      { type: 'transfer', sources: [a], targets: [{ id: other, ...more }] },
      {
        type: 'transfer',
        sources: [a],
        targets: [
          { id: a, ...holding(has, rest) },
          { id: other, ...more },
        ],
      },
    ]
    write(styles[style] as Written)
    set(a, holding(has, rest))
    set(other, more)
  } else if (type === 15) {
    const all = [...dutiesOf(has), ...dutiesOf(its)]
    const goesOn = style === 0
    write({
      type: 'reorganise',
      sources: [a, other],
      targets: [
        { id: goesOn ? a : b, ...first, duties: all.slice(1) },
        { id: c, ...second, duties: all.slice(0, 1) },
      ],
    })
    end(a, other)
    set(goesOn ? a : b, { ...first, duties: all.slice(1) })
    set(c, { ...second, duties: all.slice(0, 1) })
  } else {
    // A chain within one day: other → b, then a → other.
    write({ type: 'recode', sources: [other], targets: [{ id: b, ...its }] })
    model.write({ type: 'recode', sources: [a], targets: [{ id: other, ...has }] }, false)
    end(a)
    set(b, its)
    set(other, has)
  }
}

/** A register, and what happens to it. */
export const history = fc.tuple(
  fc.array(named, { minLength: 4, maxLength: 7 }),
  fc.array(choice, { minLength: 1, maxLength: 25 }),
)
/** The case that a history is, and the model of what must come out. */
export const told = (units: readonly Facts[], choices: readonly Choice[]) => {
  const model = new Model(units)
  const before = model.units()
  for (const each of choices) happen(model, each)
  const texts = {
    'before.json': JSON.stringify({ meta: {}, units: before }),
    'operations.json': JSON.stringify({ meta: {}, operations: model.operations }),
    'after.json': JSON.stringify({ meta: {}, units: model.units() }),
  }
  return { model, texts }
}
