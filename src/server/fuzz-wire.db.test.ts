import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../store/database.ts'
import { freshData } from '../store/records.testing.ts'
import { toldOfInsides } from './fuzz-judge.testing.ts'
import { hostileBytes, sentRaw, statusesIn } from './fuzz-wire.testing.ts'
import { serverOver } from './kit/server.testing.ts'

let port: number
beforeAll(async () => {
  const database = await openDatabase({ data: await freshData() })
  const app = serverOver(database)
  await app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.server.address() as AddressInfo).port
  return async () => {
    await app.close()
    await database.close()
  }
})

const health = async () => (await fetch(`http://127.0.0.1:${port}/api/health`)).json()

describe.each(Object.entries(hostileBytes))('%s', (_, bytes) => {
  test('is refused or closed at once, tells nothing of the insides, and leaves the server at work', async () => {
    const heard = await sentRaw(port, bytes)
    const { text, milliseconds } = heard

    expect(statusesIn(heard).filter((status) => status >= 500)).toEqual([])
    expect(toldOfInsides(text)).toEqual([])
    expect(text).not.toContain('secret')
    expect(milliseconds).toBeLessThan(3000)
    expect(await health()).toMatchObject({ status: 'ok' })
  })
})

test('what is whole is answered, once for each request', async () => {
  const heard = await sentRaw(port, hostileBytes['two hundred requests at once'] as Buffer)
  expect(statusesIn(heard)).toEqual(Array.from({ length: 200 }, () => 401))
})
