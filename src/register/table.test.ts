import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UnitId } from '../kernel/id.ts'
import { Table } from './table.ts'

interface Row {
  readonly id: string
  readonly unit: string
  readonly tie: string | undefined
}

const ids = ['r1', 'r2', 'r3', 'r4']
const units = ['u1', 'u2', 'u3']
type Act =
  | { readonly act: 'put'; readonly table: number; readonly row: Row }
  | { readonly act: 'drop'; readonly table: number; readonly id: string }
  | { readonly act: 'hand'; readonly table: number; readonly from: string; readonly to: string }
  | { readonly act: 'fork' | 'read'; readonly table: number }

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    act: fc.constant('put' as const),
    table: fc.nat(5),
    row: fc.record({
      id: fc.constantFrom(...ids),
      unit: fc.constantFrom(...units),
      tie: fc.option(fc.constantFrom(...units), { nil: undefined }),
    }),
  }),
  fc.record({ act: fc.constant('drop' as const), table: fc.nat(5), id: fc.constantFrom(...ids) }),
  fc.record({
    act: fc.constant('hand' as const),
    table: fc.nat(5),
    from: fc.constantFrom(...units),
    to: fc.constantFrom(...units),
  }),
  fc.record({ act: fc.constantFrom('fork' as const, 'read' as const), table: fc.nat(5) }),
)

const contents = (table: Table<Row>) => ({
  rows: [...table.values()].map((row) => row.id).sort(),
  held: units.map((unit) =>
    table
      .heldBy(unit as UnitId)
      .map((row) => row.id)
      .sort(),
  ),
  linked: units.map((unit) =>
    table
      .linkedTo(unit)
      .map((row) => row.id)
      .sort(),
  ),
})

const scanned = (rows: ReadonlyMap<string, Row>) => {
  const where = (is: (row: Row) => boolean) =>
    [...rows.values()]
      .filter(is)
      .map((row) => row.id)
      .sort()
  return {
    rows: where(() => true),
    held: units.map((unit) => where((row) => row.unit === unit)),
    linked: units.map((unit) => where((row) => row.tie === unit)),
  }
}

test('forks keep their own rows and indexes, whatever is written to the others, before or after they are read', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
      const tables = [
        new Table<Row>(
          (row) => row.unit,
          (row) => row.tie,
        ),
      ]
      const models = [new Map<string, Row>()]
      for (const act of acts) {
        const at = act.table % tables.length
        const [table, model] = [tables[at] as Table<Row>, models[at] as Map<string, Row>]
        if (act.act === 'put') {
          table.put(act.row)
          model.set(act.row.id, act.row)
        } else if (act.act === 'drop') {
          table.drop(act.id)
          model.delete(act.id)
        } else if (act.act === 'hand') {
          table.replaceHeld(act.from as UnitId, (row) => ({ ...row, unit: act.to }))
          for (const row of model.values())
            if (row.unit === act.from) model.set(row.id, { ...row, unit: act.to })
        } else if (act.act === 'read') expect(contents(table)).toEqual(scanned(model))
        else {
          tables.push(table.fork())
          models.push(new Map(model))
        }
      }
      expect(tables.map(contents)).toEqual(models.map(scanned))
    }),
    { numRuns: 2000 },
  )
})
