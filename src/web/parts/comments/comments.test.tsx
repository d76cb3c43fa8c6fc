import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import type { ShownComment } from '../../model/comments.ts'
import type { Comments } from '../../model/use-comments.ts'
import { type Presence, PresenceProvider } from '../../model/use-who.ts'
import { bringTexts } from '../../texts/brought.ts'
import { CommentCount } from './comment-count.tsx'
import { LineComments } from './line-comments.tsx'
import { PlanComments } from './plan-comments.tsx'

beforeAll(() => bringTexts('zh'))

const comment = (facts: Partial<ShownComment> = {}): ShownComment => ({
  number: 1,
  kind: 'question',
  version: 2,
  line: { number: 3, digest: 'sha256:x' },
  now: { number: 3, isChanged: false },
  shown: { number: 3, isChanged: false },
  text: '编制从何处核减？',
  author: { id: 'account:a', name: '审批岗（示例）' },
  at: '2026-01-15T01:00:00.000Z',
  isOpen: true,
  resolved: null,
  replies: [],
  ...facts,
})
const commentsOf = (list: readonly ShownComment[], facts: Partial<Comments> = {}): Comments => ({
  key: { county: 'hequ', plan: 'reform' },
  loader: {
    loading: { state: 'ready', value: { version: 2, comments: list } },
    retry: () => undefined,
    refresh: () => undefined,
    cancel: () => undefined,
  },
  list,
  mayWrite: true,
  isPlanner: false,
  me: 'account:b',
  version: 2,
  lineFor: (line) => ({ version: 2, line }),
  ...facts,
})

const presence = { who: undefined, expire: () => undefined } as unknown as Presence
const drawn = (node: React.ReactNode) =>
  renderToStaticMarkup(<PresenceProvider value={presence}>{node}</PresenceProvider>)

test('where comments are not kept nothing is shown', () => {
  expect(drawn(<LineComments comments={undefined} line={3} />)).toBe('')
  expect(drawn(<PlanComments comments={undefined} />)).toBe('')
  expect(drawn(<CommentCount count={0} />)).toBe('')
})

test('below a card stand the comments of its line, the settled ones folded, and a way to write one', () => {
  const resolved = { by: { id: 'account:c', name: '拟订岗（示例）' }, at: '2026-01-16T01:00:00.000Z' }
  const comments = commentsOf([
    comment(),
    comment({ number: 2, text: '别处', shown: { number: 4, isChanged: false } }),
    comment({ number: 3, text: '旧事', isOpen: false, resolved }),
  ])
  const html = drawn(<LineComments comments={comments} line={3} />)
  expect(html).toContain('编制从何处核减？')
  expect(html).not.toContain('别处')
  expect(html).toMatch(/<details>.*已办结 1 条.*旧事.*拟订岗（示例）于 2026-01-16 09:00 办结/)
  expect(html).toContain('批注第3行')
  expect(drawn(<LineComments comments={comments} line={3} mayWrite={false} />)).not.toContain('批注第3行')
  expect(drawn(<LineComments comments={commentsOf([], { mayWrite: false })} line={3} />)).toBe('')
})

test('the author and a planner settle a comment; a return only its author, who takes it back', () => {
  const settles = (facts: Partial<ShownComment>, who: Partial<Comments>) => {
    const html = drawn(<LineComments comments={commentsOf([comment(facts)], who)} line={3} />)
    return [html.includes('>办结<'), html.includes('>收回退回<')]
  }
  expect(settles({}, {})).toEqual([false, false])
  expect(settles({}, { isPlanner: true })).toEqual([true, false])
  expect(settles({}, { me: 'account:a' })).toEqual([true, false])
  expect(settles({ kind: 'return' }, { isPlanner: true })).toEqual([false, false])
  expect(settles({ kind: 'return' }, { me: 'account:a' })).toEqual([false, true])
  expect(settles({}, { me: 'account:a', mayWrite: false })).toEqual([false, false])
})

test('the list of a plan leads to lines, and says which are gone or have changed', () => {
  const comments = commentsOf([
    comment({ shown: { number: 5, isChanged: true } }),
    comment({ number: 2, shown: null }),
    comment({ number: 3, line: null, shown: null }),
  ])
  const html = drawn(<PlanComments comments={comments} onLine={() => undefined} />)
  expect(html).toMatch(/<button[^>]*>第5行<\/button>/)
  expect(html).toContain('此行在批注后已改动。')
  expect(html).toContain('第2稿第3行，已不在方案中')
  expect(html).toContain('整个方案')
  expect(drawn(<PlanComments comments={commentsOf([])} />)).toContain('还没有批注')
})

test('a card counts the open comments of its line in words as well', () => {
  const html = drawn(<CommentCount count={2} />)
  expect(html).toContain('2 条未办结的批注')
})
