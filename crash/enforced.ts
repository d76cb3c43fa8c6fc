import type { Act, Outcome, Ready } from './acts.ts'
import { faultsOfChains } from './chains.ts'
import type { Fault } from './failing.ts'
import { changesIn, digestOfAll, rowsOfAll } from './tables.ts'

/** A command that needs more statements than this goes round in circles. */
const most = 200

/** What a command does when nothing fails: the changes of all tables, and the statements that it takes. */
export interface Model {
  readonly changes: readonly string[]
  readonly statements: readonly string[]
  readonly status: string
}

export const modelOf = async (act: Act): Promise<Model> => {
  const { store, attempt } = await act.ready()
  const before = await rowsOfAll(store.owner)
  store.failing.arm('refused', 0)
  const { answer, isFault } = await attempt()
  const { statements } = store.failing.disarm()
  if (isFault) throw new Error(`${act.name}: ${answer}`)
  return {
    changes: changesIn(before, await rowsOfAll(store.owner)),
    statements,
    status: answer.slice(0, 3),
  }
}

/** Attempts made, and everything that was not as it must be. */
export interface Verdict {
  readonly attempts: number
  /** The statements that failed, in their order. */
  readonly struck: readonly string[]
  readonly wrong: readonly string[]
}

/**
 * Sends a command again and again in the same words while its 1st, 2nd, 3rd … statement fails, until it needs fewer:
 * each failure leaves nothing or all of it, and all of them together have it done exactly once.
 */
export const enforced = async (act: Act, fault: Fault, model: Model): Promise<Verdict> => {
  const ready = await act.ready()
  const before = await rowsOfAll(ready.store.owner)
  const untouched = await digestOfAll(ready.store.owner)
  const wrong: string[] = []
  const hit: string[] = []
  for (let nth = 1; nth <= most; nth += 1) {
    const { isFired, outcome, statements } = await struck(ready, fault, nth)
    if (isFired) hit.push(statements[nth - 1] ?? '')
    const say = (what: string) => wrong.push(`${act.name}, ${fault} at ${nth}: ${what}`)
    if (isFired && !outcome.isFault) say(`answered ${outcome.answer.slice(0, 200)} although its store failed`)
    if (!isFired && outcome.isFault) say(`failed although nothing was done to it: ${outcome.answer}`)
    const isDone = (await digestOfAll(ready.store.owner)) !== untouched
    if (!isFired || isDone) {
      const told = { act, model, isLost: isFired }
      wrong.push(
        ...(await completed(ready, before, told)).map((what) => `${act.name}, ${fault} at ${nth}: ${what}`),
      )
      return { attempts: nth, struck: hit, wrong }
    }
  }
  return { attempts: most, struck: hit, wrong: [...wrong, `${act.name} never ends`] }
}

/** The same with everything made ready anew for each statement, and the command sent again right after its failure. */
export const enforcedOneByOne = async (act: Act, fault: Fault, model: Model): Promise<Verdict> => {
  const wrong: string[] = []
  for (let nth = 1; nth <= model.statements.length; nth += 1) {
    const ready = await act.ready()
    const before = await rowsOfAll(ready.store.owner)
    const untouched = await digestOfAll(ready.store.owner)
    const { isFired, outcome, statements } = await struck(ready, fault, nth)
    const say = (what: string) => wrong.push(`${act.name}, ${fault} at ${nth} alone: ${what}`)
    // A transaction that clashed is done again before anybody hears of it.
    const mustFail = fault !== 'clash' || !isWithin(statements, nth)
    const isAsDue =
      outcome.isFault === mustFail || (fault === 'clash' && waitsForNothing(statements[nth - 1]))
    if (!isFired || !isAsDue) say(`answered ${outcome.answer.slice(0, 200)}`)
    const isLost = (await digestOfAll(ready.store.owner)) !== untouched
    if (isLost && isSpent(act, changesIn(before, await rowsOfAll(ready.store.owner)))) continue
    if (!isLost && (await ready.attempt()).isFault) say('could not be sent again')
    for (const what of await completed(ready, before, { act, model })) say(what)
  }
  return { attempts: model.statements.length, struck: [], wrong }
}

/** Whether the nth statement belongs to a transaction; its begin and its commit do. */
const isWithin = (statements: readonly string[], nth: number) =>
  statements.slice(0, nth).findLastIndex((text) => text.startsWith('begin')) >
  statements.slice(0, nth - 1).lastIndexOf('commit')

/** Such a statement is never told of a clash; its failure may be heard of. */
const waitsForNothing = (statement = '') => statement.includes('set_config')

const isSpent = ({ spends }: Act, changes: readonly string[]) =>
  spends !== undefined && JSON.stringify(spends) === JSON.stringify(changes)

const struck = async ({ store, attempt }: Ready, fault: Fault, nth: number) => {
  store.failing.arm(fault, nth)
  const outcome = await attempt()
  return { outcome, ...store.failing.disarm() }
}

interface Told {
  readonly act: Act
  readonly model: Model
}

/** What is wrong with a command that was done: it did what it does when nothing fails, once, and says so again. */
const completed = async (
  { store, attempt }: Ready,
  before: Awaited<ReturnType<typeof rowsOfAll>>,
  { act, model }: Told,
): Promise<string[]> => {
  const after = await rowsOfAll(store.owner)
  const changes = changesIn(before, after)
  const wrong = differences(changes, model.changes)
  const chains = new Set([...countiesTouched(before, after), '-'])
  for (const county of chains) wrong.push(...(await faultsOfChains(store.owner, county)))
  if (act.whenRepeated === 'anew') return wrong
  const done = await digestOfAll(store.owner)
  const again = [await attempt(), await attempt()] as const
  if ((await digestOfAll(store.owner)) !== done) wrong.push('sent again, it did something more')
  return [...wrong, ...repeated(act, again, model)]
}

/** Y11: of what is personal no answer is kept, only that it was given. */
const isToldDone = ({ answer }: Outcome) => answer.startsWith('409') && answer.includes('"Y11"')

const repeated = (act: Act, [one, other]: readonly [Outcome, Outcome], model: Model): string[] => {
  if (one.isFault || other.isFault) return [`sent again, it fails: ${one.answer} ${other.answer}`]
  if (one.answer !== other.answer) return [`two answers to one key: ${one.answer} ${other.answer}`]
  if (act.whenRepeated !== 'answered again' || isToldDone(one)) return []
  const isRight = one.answer.startsWith(model.status)
  return isRight ? [] : [`answered ${one.answer.slice(0, 200)} where ${model.status} was due`]
}

const differences = (is: readonly string[], due: readonly string[]): string[] => {
  const [more, less] = [without(is, due), without(due, is)]
  return [...more.map((line) => `too much: ${line}`), ...less.map((line) => `missing: ${line}`)]
}

/** What is left of a list when each line of another is taken out of it once. */
const without = (lines: readonly string[], taken: readonly string[]): string[] => {
  const left = [...taken]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const countiesTouched = (
  before: Awaited<ReturnType<typeof rowsOfAll>>,
  after: Awaited<ReturnType<typeof rowsOfAll>>,
): string[] =>
  [...(after.get('audit') ?? [])]
    .filter(([key]) => before.get('audit')?.has(key) !== true)
    .map(([, row]) => String(row.county_id))
