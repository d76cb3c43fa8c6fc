import { setTimeout as sleep } from 'node:timers/promises'
import { demoAccounts } from '../src/store/accounts/demo-accounts.ts'
import type { Client } from '../src/store/database.ts'
import { faultsOfChains } from './chains.ts'
import { judged, partsOf } from './effects.ts'
import { signedInTo } from './requests.ts'
import { beside, faultsOfJournals, type Serving, serving, stopPostgresHard } from './serving.ts'
import { writers } from './writers.ts'
import { type Known, type Reach, type Writing, writing } from './writing.ts'

/** Something that befalls a server, and how it comes back from it. */
export interface Blow {
  readonly name: string
  strike(server: Serving): Promise<unknown>
  /** The server of afterwards: another one, or the same. */
  revived(server: Serving): Promise<Serving>
}

/** kill: SIGKILL of the server · stop: PostgreSQL stopped hard under it · both: all at once, as when the power goes. */
export const blowsOn = (data: string): Readonly<Record<'kill' | 'stop' | 'both', Blow>> => ({
  kill: { name: 'kill', strike: (server) => server.kill(), revived: () => serving(data) },
  stop: { name: 'stop', strike: () => stopPostgresHard(data), revived: async (server) => server },
  both: {
    name: 'both',
    strike: (server) => Promise.all([server.kill(), stopPostgresHard(data, 'SIGKILL')]),
    revived: () => serving(data),
  },
})

/** What was sent and lived through, and everything that must never be. */
export interface Tally {
  blows: number
  /** Commands, each of which was sent twice at once. */
  sent: number
  inDoubt: number
  /** Of those in doubt: done, although nobody was told. */
  doneInDoubt: number
  lost: number
  doubled: number
  half: number
  otherwise: number
  slowestStartMs: number
  readonly faults: string[]
}

const senders = ['planner', 'approver', 'organisation', 'system-administrator', 'security-administrator']

/** Runs the demonstration in a folder under four writers through blow after blow; looks at everything after each. */
export const throughBlows = async (
  data: string,
  blows: readonly Blow[],
  told: (line: string) => void = () => undefined,
): Promise<Tally> => {
  const tally: Tally = {
    blows: 0,
    sent: 0,
    inDoubt: 0,
    doneInDoubt: 0,
    lost: 0,
    doubled: 0,
    half: 0,
    otherwise: 0,
    slowestStartMs: 0,
    faults: [],
  }
  const first = await serving(data)
  const running = { server: first }
  const cookies = await cookiesOf(first.origin)
  const world: World = { data, tally, all: writers().map(writing), cookies, known: [] }
  try {
    for (const [at, blow] of blows.entries()) {
      running.server = await round(world, running.server, blow)
      told(`${at + 1}/${blows.length} ${blow.name}: ${summary(tally)}`)
      if (tally.faults.length > 0) break
    }
    // And once more over everything, after a stop in order.
    await running.server.stop()
    running.server = await serving(data)
    await beside(data, (client) => settled(world, client, world.known))
  } finally {
    await running.server.stop()
  }
  return tally
}

interface World {
  readonly data: string
  readonly tally: Tally
  readonly all: readonly Writing[]
  readonly cookies: ReadonlyMap<string, string>
  readonly known: Known[]
}

const cookiesOf = async (origin: string): Promise<ReadonlyMap<string, string>> => {
  const cookies = new Map<string, string>()
  for (const { role, user, password } of demoAccounts)
    if (senders.includes(role)) cookies.set(user, await signedInTo(origin, user, password))
  return cookies
}

const round = async (world: World, server: Serving, blow: Blow): Promise<Serving> => {
  const { tally, cookies, all } = world
  let isOver = false
  let runs: Promise<Known[]>[] = []
  const reach: Reach = { origin: server.origin, cookies }
  let answers = 0
  const enough = 4 + Math.floor(Math.random() * 20)
  const busy = new Promise<void>((done) => {
    const answered = () => {
      answers += 1
      if (answers === enough) done()
    }
    runs = all.map((each) => each.run(reach, { isOver: () => isOver, answered }))
  })
  // In the midst of whatever they are at; a writer that was refused stops, and is told of below.
  await Promise.race([busy, Promise.all(runs)])
  await sleep(Math.random() * 100)
  tally.blows += 1
  await blow.strike(server)
  isOver = true
  const sent = (await Promise.all(runs)).flat()
  const next = await blow.revived(server)
  if (next !== server) tally.slowestStartMs = Math.max(tally.slowestStartMs, next.startMs)
  await lookedAt(world, { ...reach, origin: next.origin }, sent)
  return next
}

/** What was in doubt is all there or not at all; sent again it is done; and then everything is there exactly once. */
const lookedAt = async (world: World, reach: Reach, sent: readonly Known[]): Promise<void> => {
  const { tally, data, all, known } = world
  const doubted = all.flatMap(({ doubt }) => (doubt === undefined ? [] : [doubt]))
  tally.sent += sent.length
  tally.inDoubt += doubted.length
  await answering(reach)
  await beside(data, async (client) => {
    for (const each of doubted) {
      const found = judged(await partsOf(client, each))
      if (found === 'once') tally.doneInDoubt += 1
      if (found === 'half' || found === 'doubled') blame(tally, found, `${each.method} ${each.path} in doubt`)
    }
  })
  const again = (await Promise.all(all.map((each) => each.retry(reach)))).filter((each) => each !== undefined)
  const now = [...sent.filter(({ state }) => state !== 'in doubt'), ...again]
  known.push(...now)
  for (const each of now) heardRight(tally, each)
  await beside(data, async (client) => {
    await settled(world, client, now)
    for (const county of ['-', 'hequ'])
      for (const fault of await faultsOfChains(client, county)) blame(tally, 'otherwise', fault)
  })
  for (const fault of await faultsOfJournals(data)) blame(tally, 'otherwise', fault)
}

/** Waits until the store is there again: a server whose PostgreSQL was stopped starts it when it is asked something. */
const answering = async ({ origin, cookies }: Reach): Promise<void> => {
  const [cookie = ''] = cookies.values()
  for (let attempt = 0; attempt < 300; attempt += 1) {
    // Its health would not do: that counts for two seconds.
    const answer = await fetch(`${origin}/api/counties`, { headers: { cookie } }).catch(() => undefined)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error('the server does not come back')
}

const heardRight = (tally: Tally, { sent, state, answers }: Known): void => {
  const act = `${sent.method} ${sent.path}`
  if (state === 'refused') blame(tally, 'otherwise', `${act} was refused: ${answers.join(' | ')}`)
  if (state === 'in doubt') blame(tally, 'otherwise', `${act} cannot be done any more`)
  const told = new Set(answers.filter((text) => text !== ''))
  if (state === 'done' && told.size > 1)
    blame(tally, 'otherwise', `${act}: two answers ${[...told].join(' | ')}`)
}

const settled = async ({ tally }: World, client: Client, known: readonly Known[]): Promise<void> => {
  for (const { sent, state } of known) {
    const found = judged(await partsOf(client, sent))
    if (state !== 'done' || found === 'once') continue
    blame(tally, found === 'not' ? 'lost' : found, `${sent.method} ${sent.path} ${sent.key}`)
  }
}

const blame = (tally: Tally, kind: 'lost' | 'doubled' | 'half' | 'otherwise', what: string): void => {
  tally[kind] += 1
  tally.faults.push(`${kind}: ${what}`)
}

export const summary = ({ sent, inDoubt, doneInDoubt, lost, doubled, half, otherwise }: Tally): string =>
  `${sent} sent twice, ${inDoubt} in doubt (${doneInDoubt} of them done), ${lost} lost, ${doubled} doubled, ${half} half, ${otherwise} otherwise wrong`
