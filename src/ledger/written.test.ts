import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyHistory, before } from '../reform/histories.testing.ts'
import { planOf } from '../reform/planned.testing.ts'
import { noPolicy } from '../reform/policy.ts'
import { registerDigest } from '../reform/register-digest.ts'
import { rehearse } from '../reform/rehearse.ts'
import { heirOf } from '../register/queries.ts'
import type { Register } from '../register/register.ts'
import { testCounty } from '../register/testing.ts'
import { tablesOf } from '../register/written.ts'
import { openCounty } from './opening.ts'

const begun = { ...before, county: testCounty }
const errorsIn = ({ findings }: ReturnType<typeof openCounty>) =>
  findings.filter(({ severity }) => severity === 'error')
const orderOf = (register: Register) =>
  [...register.people.values(), ...register.units.values()].map(({ id }) => id)

test('a register written as tables is read again as the same register, whatever became of it before', () => {
  let closed = 0
  fc.assert(
    fc.property(anyHistory, (lines) => {
      const { after } = rehearse(begun, planOf(lines), noPolicy)
      const again = openCounty(tablesOf(after))

      expect(errorsIn(again)).toEqual([])
      expect(registerDigest(again.register)).toEqual(registerDigest(after))
      expect(orderOf(again.register)).toEqual(orderOf(after))
      for (const { id, closedOn } of after.units.values()) {
        expect(heirOf(again.register, id)).toBe(heirOf(after, id))
        if (closedOn !== undefined) closed += 1
      }
    }),
    { numRuns: 150 },
  )
  // Histories in which nothing ever closed would not try successors.
  expect(closed).toBeGreaterThan(30)
})

test('who carries on is read from a table, and must be an id', () => {
  const { units, ...rest } = tablesOf(begun)
  const at = units?.header.indexOf('supersededBy') ?? -1
  const written = (cell: string) => {
    const rows = (units?.rows ?? []).map(({ line, cells }, row) => ({
      line,
      cells: cells.map((old, column) => (row === 0 && column === at ? cell : old)),
    }))
    return openCounty({ ...rest, units: { header: units?.header ?? [], rows } })
  }
  const [first] = begun.units.values()

  expect(written('b c').register.units.get(first?.id ?? '')?.supersededBy).toEqual(['b', 'c'])
  expect(errorsIn(written('b  c')).map(({ code }) => code)).toContain('B03')
})
