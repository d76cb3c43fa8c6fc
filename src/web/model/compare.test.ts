import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { removeLine } from '../../reform/editing/plan-edit.ts'
import { policyDigest, readCountyFolder } from '../../store/county-folder.ts'
import { compared } from './compare.ts'
import { openBook, sessionOf } from './session.ts'

const files = readCountyFolder(resolve(import.meta.dirname, '../../../counties/hequ'))
const book = openBook({
  ...files,
  policies: [...files.policies],
  findings: [...files.findings],
  policyDigest: policyDigest(files.policies),
  plans: { ...files.plans },
})
const text = Object.values(files.plans)[0] ?? ''
const a = sessionOf(book, { id: 'a', text })

test('a plan does not differ from itself, whatever it is called', () => {
  const same = compared(a, sessionOf(book, { id: 'b', text }))

  expect(same.common).toBe(a.plan?.lines.length)
  expect([same.onlyA, same.onlyB, same.units, same.figures, same.findingsA, same.findingsB]).toEqual([
    [],
    [],
    [],
    [],
    [],
    [],
  ])
})

test('without one operation, the units that it was about end elsewhere and the counters move', () => {
  const absorbing = a.plan?.lines.find(({ operation }) => operation.name === 'absorb-unit')
  const b = sessionOf(book, { id: 'b', text: removeLine(text, absorbing?.number ?? 0) ?? '' })
  const apart = compared(a, b)

  expect(apart.onlyA).toEqual([absorbing?.number])
  expect(apart.onlyB).toEqual([])
  const { units: absorbed } = (absorbing?.fields ?? { units: [] }) as { units: string[] }
  expect(absorbed.length).toBeGreaterThan(0)
  expect(apart.units.map(({ unit }) => unit.id)).toEqual(expect.arrayContaining(absorbed))
  const organs = apart.counters.find((pair) => pair.a.id === 'organs')
  expect((organs?.b.after ?? 0) - (organs?.a.after ?? 0)).toBe(absorbed.length)
})
