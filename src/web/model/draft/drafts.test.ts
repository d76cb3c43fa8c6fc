import { expect, test } from 'vitest'
import { draftsIn, isChanged, type Keep } from './drafts.ts'

const keepOf = (room = Number.POSITIVE_INFINITY) => {
  const kept = new Map<string, string>()
  const keep: Keep = {
    read: (name) => kept.get(name),
    write: (name, value) => {
      if (value === undefined) kept.delete(name)
      else if (value.length > room) return false
      else kept.set(name, value)
      return true
    },
    names: () => [...kept.keys()],
  }
  return { kept, keep }
}
const key = { county: 'x', plan: 'p' }

test('a draft that is changed is kept, and found again by the next page', () => {
  const { keep } = keepOf()
  const drafts = draftsIn(keep)
  drafts.meet(key, { version: 3, text: 'a' })
  drafts.edit(key, 'b')

  const next = draftsIn(keep)
  next.meet(key, { version: 4, text: 'c' })
  const found = next.get(key)
  expect(found?.history.now.text).toBe('b')
  expect(found?.base).toEqual({ version: 3, text: 'a' })
  next.undo(key)
  expect(next.get(key)?.history.now.text).toBe('a')
})

test('a draft that nobody changed follows the server and is not kept', () => {
  const { keep, kept } = keepOf()
  const drafts = draftsIn(keep)
  drafts.meet(key, { version: 1, text: 'a' })
  drafts.meet(key, { version: 2, text: 'b' })

  expect(drafts.get(key)?.history.now.text).toBe('b')
  expect(kept.size).toBe(0)
})

test('once saved it is no longer changed, and what was typed meanwhile still is', () => {
  const { keep, kept } = keepOf()
  const drafts = draftsIn(keep)
  drafts.meet(key, { version: 1, text: 'a' })
  drafts.edit(key, 'b')
  drafts.rebase(key, { version: 2, text: 'b' })
  expect(kept.size).toBe(0)

  drafts.edit(key, 'c')
  drafts.rebase(key, { version: 3, text: 'b' })
  const draft = drafts.get(key)
  expect(draft !== undefined && isChanged(draft)).toBe(true)
})

test('plans that only this browser knows are listed, and forgotten when asked to', () => {
  const { keep } = keepOf()
  const drafts = draftsIn(keep)
  drafts.begin(key, 'a')
  drafts.begin({ county: 'y', plan: 'q' }, 'a')

  expect(draftsIn(keep).unsaved('x')).toEqual(['p'])
  drafts.forget(key)
  expect(draftsIn(keep).unsaved('x')).toEqual([])
})

test('a plan that gets its name goes under it, with all that can be undone', () => {
  const { keep } = keepOf()
  const drafts = draftsIn(keep)
  drafts.begin(key, 'a')
  drafts.edit(key, 'b')
  const named = { county: 'x', plan: 'named' }
  drafts.rename(key, named)

  expect(drafts.get(key)).toBeUndefined()
  drafts.undo(named)
  expect(drafts.get(named)?.history.now.text).toBe('a')
})

test('a storage that is full is told, and the draft still stands', () => {
  const { keep } = keepOf(50)
  const drafts = draftsIn(keep)
  drafts.begin(key, 'a'.repeat(100))

  expect(drafts.isFull()).toBe(true)
  expect(drafts.get(key)?.history.now.text.length).toBe(100)
})

test('a new plan never takes the place of another one that only this browser knows', () => {
  const { keep } = keepOf()
  const drafts = draftsIn(keep)
  const other = { county: 'x', plan: 'q' }
  drafts.begin(key, 'ONE')
  drafts.begin(other, 'TWO')

  expect(drafts.rename(key, other)).toBe(false)
  expect([drafts.get(key), drafts.get(other)].map((draft) => draft?.history.now.text)).toEqual(['ONE', 'TWO'])
})

test('after what others wrote was brought in, undoing leads to theirs and never behind it', () => {
  const { keep } = keepOf()
  const drafts = draftsIn(keep)
  drafts.meet(key, { version: 1, text: 'a b c' })
  drafts.edit(key, 'a b C-mine')
  drafts.rebase(key, { version: 2, text: 'A-theirs b c' }, 'A-theirs b C-mine')
  drafts.undo(key)
  drafts.undo(key)

  expect(drafts.get(key)?.history.now.text).toBe('A-theirs b c')
})

test('what another window wrote is not removed by saving here, and is found when it is heard of', () => {
  const { keep, kept } = keepOf()
  const [here, there] = [draftsIn(keep), draftsIn(keep)]
  here.meet(key, { version: 1, text: 'x' })
  there.meet(key, { version: 1, text: 'x' })
  here.edit(key, 'xA')
  there.edit(key, 'xAB')
  here.rebase(key, { version: 2, text: 'xA' })
  expect([...kept.values()].join()).toContain('xAB')

  const [[name, value] = ['', '']] = [...kept]
  here.heard(name, value)
  expect(here.get(key)?.history.now.text).toBe('xAB')
})

test('a draft of a plan that the server no longer lists is found, and can become a new plan', () => {
  const { keep } = keepOf()
  const before = draftsIn(keep)
  before.meet(key, { version: 3, text: 'a' })
  before.edit(key, 'hours of work')
  const drafts = draftsIn(keep)

  expect(drafts.unsaved('x')).toEqual(['p'])
  drafts.orphan(key)
  expect(drafts.get(key)).toMatchObject({ base: undefined, history: { now: { text: 'hours of work' } } })
})

test('the same version with another text, as another installation has it, is met anew', () => {
  const { keep } = keepOf()
  const drafts = draftsIn(keep)
  drafts.meet(key, { version: 1, text: 'a' })
  drafts.meet(key, { version: 1, text: 'b' })

  expect(drafts.get(key)?.history.now.text).toBe('b')
})
