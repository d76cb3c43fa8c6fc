import { expect, test } from 'vitest'
import { edited, historyOf, redone, undone } from './history.ts'

const texts = (steps: readonly string[]) => steps.reduce((all, text) => edited(all, text), historyOf('0'))

test('what was done is undone and redone, step by step', () => {
  const three = texts(['1', '2'])

  expect(undone(three).now.text).toBe('1')
  expect(undone(undone(three)).now.text).toBe('0')
  expect(undone(undone(undone(three))).now.text).toBe('0')
  expect(redone(redone(undone(undone(three)))).now.text).toBe('2')
})

test('an edit after undoing forgets what was undone', () => {
  const other = edited(undone(texts(['1', '2'])), '3')

  expect(redone(other).now.text).toBe('3')
  expect(undone(other).now.text).toBe('1')
})

test('a run of typing is one step, until there is a pause', () => {
  const typed = [10, 100, 200].reduce((all, at) => edited(all, `t${at}`, at), historyOf(''))
  expect(undone(typed).now.text).toBe('')

  const paused = edited(typed, 'later', 2000)
  expect(undone(paused).now.text).toBe('t200')
})

test('an edit that changes nothing is no step', () => {
  expect(edited(historyOf('a'), 'a').past).toEqual([])
})
