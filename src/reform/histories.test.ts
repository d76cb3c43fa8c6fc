import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { breaches } from '../register/invariants.ts'
import { anyHistory, before } from './histories.testing.ts'
import { absorbUnit } from './operations/absorb-unit.ts'
import { planOf } from './planned.testing.ts'
import { noPolicy } from './policy.ts'
import { rehearse } from './rehearse.ts'

test('10,000 random plan histories break no invariant and lose nothing', () => {
  let applied = 0
  fc.assert(
    fc.property(anyHistory, (lines) => {
      const { after, conservation, steps } = rehearse(before, planOf(lines), noPolicy)
      const done = (name: string) => steps.filter((step) => step.line.operation.name === name).length
      expect(breaches(after)).toEqual([])
      expect(conservation.counterExamples).toEqual([])
      expect(after.people.size).toBe(before.people.size)
      expect(after.duties.size).toBe(before.duties.size + done('split-duty'))
      applied += steps.length
      expect(after.archives.size + after.seals.size).toBe(before.archives.size + before.seals.size)
    }),
    { numRuns: 10_000 },
  )
  // Histories that are all refused would prove nothing.
  expect(applied).toBeGreaterThan(10_000)
})

const honest = absorbUnit.apply
afterEach(() => {
  Object.assign(absorbUnit, { apply: honest })
})

test('a planted loss is found, named, and shrunk to the line that causes it', () => {
  Object.assign(absorbUnit, {
    apply: (...args: Parameters<typeof honest>) => {
      honest(...args)
      const [{ into }, draft] = args
      if (draft.duties.has('b1') && draft.duties.get('b1')?.unit === into) draft.duties.drop('b1')
    },
  })

  const result = fc.check(
    fc.property(anyHistory, (lines) => rehearse(before, planOf(lines), noPolicy).conservation.holds),
    { numRuns: 10_000, seed: 7 },
  )

  expect(result.failed).toBe(true)
  const [shrunk] = result.counterexample ?? []
  expect(shrunk?.length).toBeLessThanOrEqual(2)
  expect(shrunk?.map((each) => each.op)).toContain('absorb-unit')
  const examples =
    shrunk === undefined ? [] : rehearse(before, planOf(shrunk), noPolicy).conservation.counterExamples
  expect(examples.map((example) => example.id)).toEqual(['b1'])
})
