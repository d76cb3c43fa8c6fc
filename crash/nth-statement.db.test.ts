import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nameOf } from '../src/server/proof-recipes.testing.ts'
import { routes } from '../src/server/routes/index.ts'
import { type Act, type Crashing, openCrashing } from './acts.ts'
import { enforced, enforcedOneByOne, modelOf } from './enforced.ts'
import { type Fault, faults } from './failing.ts'

/** `SANDING_CRASH=long` has all faults, and makes everything ready anew for each statement as well. */
const isLong = process.env.SANDING_CRASH === 'long'

let crashing: Crashing
const begin = async () => {
  crashing = await openCrashing()
  return () => crashing.close()
}
// All rows are looked at all the time: in long each command begins with an empty store.
if (isLong) beforeEach(begin)
else beforeAll(begin)

const names = [
  ...routes.filter(({ kind }) => kind !== 'reading').map(nameOf),
  'import',
  'apply',
  'import-people',
]

const actNamed = (name: string): Act => {
  const act = crashing.acts.find((each) => each.name === name)
  if (act === undefined) throw new Error(`no act ${name}`)
  return act
}

/** In short each statement is cut off; where a view is closed whatever happened, each is refused as well. */
const faultsFor = (name: string): readonly Fault[] => {
  if (isLong) return faults
  return name.includes('people') ? ['refused', 'cut after'] : ['cut after']
}

/** Of these it is looked at in short as well that a clash is not heard of. */
const clashing = ['POST /api/counties/{county}/plans/{plan}/application', 'apply']
/** Reckons long, so that it is no reading of one statement; but it keeps nothing. */
const writesNothing = ['POST /api/counties/{county}/rehearsals']

/** A set-up would need a hundred installations. */
const isSetUp = (name: string) => name === 'POST /api/set-up'
const isOneByOne = ({ name, spends }: Act) => spends !== undefined || (isLong && !isSetUp(name))

describe.each(names)('%s', (name) => {
  test('whichever statement fails, nothing or all of it is there, and sent again it is done exactly once', async () => {
    const act = actNamed(name)
    const model = await modelOf(act)
    const wrong: string[] = []
    for (const fault of faultsFor(name)) {
      if (isOneByOne(act)) wrong.push(...(await enforcedOneByOne(act, fault, model)).wrong)
      if (act.spends !== undefined) continue
      const verdict = await enforced(act, fault, model)
      wrong.push(...verdict.wrong)
      if (verdict.struck.at(-1) !== lastOf(model))
        wrong.push(`${fault}: ${verdict.struck.at(-1)} failed last`)
    }

    if ((isLong && !isSetUp(name)) || clashing.includes(name))
      wrong.push(...(await enforcedOneByOne(act, 'clash', model)).wrong)

    expect(wrong).toEqual([])
    expect(model.changes.length === 0).toBe(writesNothing.includes(name))
  })
})

/** A command ends with its commit. What is one statement only is its own. */
const lastOf = ({ statements }: { readonly statements: readonly string[] }) =>
  statements.includes('commit') ? 'commit' : statements.at(-1)
