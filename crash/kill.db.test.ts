import { beforeAll, expect, test } from 'vitest'
import { builtPage } from '../src/server/kit/built-page.testing.ts'
import { freshData } from '../src/store/records.testing.ts'
import { blowsOn, summary, throughBlows } from './rounds.ts'

beforeAll(builtPage)

test('killed three times and its PostgreSQL stopped hard once, under four writers who say everything twice, a server loses, doubles and halves nothing', async () => {
  const data = await freshData()
  const { kill, stop, both } = blowsOn(data)
  const tally = await throughBlows(data, [kill, stop, kill, both])

  expect(tally.faults, summary(tally)).toEqual([])
  expect(tally.blows).toBe(4)
  expect(tally.sent).toBeGreaterThan(20)
})
