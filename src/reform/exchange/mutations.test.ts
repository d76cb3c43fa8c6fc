import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { caseFiles } from './case.ts'
import { mutationsOf } from './mutations.testing.ts'
import { replayCase } from './replay.ts'

const folder = join(import.meta.dirname, '../../../test/cases')
const textsOf = (name: string) =>
  Object.fromEntries(caseFiles.map((file) => [file, readFileSync(join(folder, name, file), 'utf8')]))

test.each(['no-2018', 'no-2019', 'uk-2015-2026'])('%s comes out exactly, with nothing to remark', (name) => {
  const replayed = replayCase(textsOf(name))

  expect(replayed.exact).toBe(true)
  expect(replayed.findings).toEqual([])
  expect(replayed.conservation.holds).toBe(true)
})

test.each(['no-2018', 'no-2019', 'uk-2015-2026'])(
  '%s with any one operation dropped, doubled or pointed at another unit is refused or differs, and the operation is named',
  (name) => {
    const mutations = mutationsOf(textsOf(name))
    const missed = mutations.filter(({ texts, operation }) => {
      const { exact, findings } = replayCase(texts)
      return exact !== false || !findings.some(({ message }) => message.en.includes(operation))
    })

    expect(mutations.length).toBeGreaterThan(30)
    expect(missed.map(({ what }) => what)).toEqual([])
  },
)
