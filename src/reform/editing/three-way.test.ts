import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bothOf, mergedFrom, threeWay } from './three-way.ts'

const base = '一\n二\n三\n四\n五\n'

test('changes of two editors at different places come together by themselves', () => {
  const merge = threeWay(base, base.replace('一', '壹'), base.replace('五\n', '伍\n六'))

  expect(merge).toMatchObject({ isClean: true, merged: '壹\n二\n三\n四\n伍\n六', conflicts: [] })
})

test('the same change by both is no conflict, and different ones at one place are', () => {
  const merge = threeWay(
    base,
    base.replace('二', '贰').replace('五', '伍'),
    base.replace('二', '两').replace('五', '伍'),
  )

  expect(merge).toMatchObject({
    isClean: false,
    merged: null,
    conflicts: [{ at: 2, base: '二\n', theirs: '贰\n', yours: '两\n' }],
  })
})

test('lines named like members of every object, and texts without an end of line, are lines like others', () => {
  const odd = '__proto__\nconstructor\ntoString'
  expect(threeWay(odd, `${odd}\nx`, odd).merged).toBe(`${odd}\nx`)
  expect(threeWay('', 'a', '').merged).toBe('a')
  expect(threeWay('a\r\nb\r\n', 'a\r\nb\r\nc\r\n', 'z\r\nb\r\n').merged).toBe('z\r\nb\r\nc\r\n')
})

const text = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c', '', 'd: 1'), fc.constantFrom('\n', '\r\n')), {
    maxLength: 12,
  })
  .map((lines) => lines.map(([line, end]) => line + end).join(''))

test('who changed nothing takes up what the other changed, byte for byte', () => {
  fc.assert(
    fc.property(text, text, (from, to) => {
      expect(threeWay(from, to, from).merged).toBe(to)
      expect(threeWay(from, from, to).merged).toBe(to)
      expect(threeWay(from, to, to).merged).toBe(to)
    }),
  )
})

test('it does not matter who is called whom', () => {
  fc.assert(
    fc.property(text, text, text, (from, one, other) => {
      const [here, there] = [threeWay(from, one, other), threeWay(from, other, one)]
      expect(there.isClean).toBe(here.isClean)
      expect(there.conflicts.map(({ at }) => at)).toEqual(here.conflicts.map(({ at }) => at))
    }),
  )
})

test('texts made to be slow are told as one conflict', () => {
  const many = '\n'.repeat(200_000)
  const merge = threeWay(`x\n${many}`, `y\n${many}y`, `z\n${many}z`)

  expect(merge.isClean).toBe(false)
  expect(merge.conflicts).toHaveLength(1)
})

test('conflicts are decided one by one, and everything else stands as both wrote it', () => {
  const theirs = base.replace('二', '贰').replace('五', '伍')
  const merge = threeWay(base, theirs, base.replace('二', '两').replace('一', '壹'))

  expect(
    mergedFrom(
      merge,
      merge.conflicts.map((each) => each.yours),
    ),
  ).toContain('两')
  expect(
    mergedFrom(
      merge,
      merge.conflicts.map((each) => each.theirs),
    ),
  ).toContain('贰')
  expect(mergedFrom(merge, ['x\n'])).toMatch(/x\n三\n四\n伍\n$/)
})

test('both texts of a conflict keep rows of their own', () => {
  expect(bothOf('t', 'y\n')).toBe('t\ny\n')
  expect(bothOf('t\n', 'y')).toBe('t\ny')
  expect(bothOf('', 'y')).toBe('y')
})
