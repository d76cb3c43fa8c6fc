import { expect, test } from 'vitest'
import { registerDigest } from '../reform/register-digest.ts'
import { register, testCounty } from '../register/testing.ts'
import { tablesOf } from '../register/written.ts'
import { openCounty } from './opening.ts'

test('a register written as tables is read again as the same register', () => {
  const world = {
    ...register({
      land: { duties: ['maps'], people: ['p1'], posts: { administrative: 3 }, chief: 1 },
      water: { duties: ['rivers'], people: ['p2', 'p3'], posts: { institution: 9 }, chief: 1 },
    }),
    county: testCounty,
  }
  const again = openCounty(tablesOf(world))

  expect(again.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(registerDigest(again.register)).toEqual(registerDigest(world))
})
