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
