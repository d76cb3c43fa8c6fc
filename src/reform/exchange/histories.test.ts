import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dutiesOf, type Facts, history, told } from './histories.testing.ts'
import { replayCase } from './replay.ts'

const sorted = (units: readonly Facts[]) =>
  units
    .map((unit) => ('duties' in unit ? { ...unit, duties: [...dutiesOf(unit)].sort() } : unit))
    .sort((a, b) => ((a.id as string) < (b.id as string) ? -1 : 1))

test('whatever happens to a register, every unit and every attribute comes out as a plain model has it', () => {
  const types = new Set<string>()
  fc.assert(
    fc.property(history, ([units, choices]) => {
      const { model, texts } = told(units, choices)
      const replayed = replayCase(texts)

      for (const type of model.types) types.add(type)
      expect(
        replayed.findings.filter(({ severity, code }) => severity === 'error' && code !== 'X10'),
      ).toEqual([])
      expect(sorted(replayed.units)).toEqual(sorted(model.units()))
      expect(replayed.conservation.holds).toBe(true)
    }),
    { numRuns: 1500, seed: 20_18 },
  )
  expect(types.size).toBe(16)
})

test('every step satisfies the schema of the operation that it is', () => {
  fc.assert(
    fc.property(history, ([units, choices]) => {
      const { texts } = told(units, choices)
      for (const { operation, fields, from } of replayCase(texts).steps) {
        const { success, error } = operation.fields.safeParse(withCodes(fields))
        expect(success, `${from.type} as ${operation.name}: ${error?.message}`).toBe(true)
      }
    }),
    { numRuns: 300, seed: 20_19 },
  )
})

/** Foreign codes are any text; the schema of a plan file wants one that can be typed in a plan. */
const withCodes = (fields: unknown): unknown =>
  JSON.parse(JSON.stringify(fields), (key, value) =>
    key === 'code' && typeof value === 'string' ? 'code' : value,
  )

test('a history with one operation left out is never taken for the whole', () => {
  let tried = 0
  fc.assert(
    fc.property(history, fc.nat(), ([units, choices], number) => {
      const { model, texts } = told(units, choices)
      fc.pre(model.operations.length > 0)
      const meta = { counts: { operations: model.operations.length } }
      const operations = model.operations.toSpliced(number % model.operations.length, 1)
      const replayed = replayCase({ ...texts, 'operations.json': JSON.stringify({ meta, operations }) })

      tried += 1
      expect(replayed.exact).toBe(false)
      expect(replayed.findings.length).toBeGreaterThan(0)
    }),
    { numRuns: 300, seed: 20_20 },
  )
  expect(tried).toBeGreaterThan(250)
})
