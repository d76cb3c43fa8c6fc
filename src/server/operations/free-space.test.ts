import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freeSpaceOf } from './free-space.ts'

const mebibyte = 1024 ** 2

test('at least 512 MiB stay free; the setting asks for more and never for less, and nonsense asks for nothing', () => {
  for (const [asked, floor] of [
    [undefined, 512],
    ['2048', 2048],
    ['1', 512],
    ['-5000', 512],
    ['1e9', 512],
    ['', 512],
  ] as const)
    expect(freeSpaceOf(tmpdir(), asked).floor).toBe(floor * mebibyte)
})

test('a disk with less than the floor is short of space, one with more is not', () => {
  const free = freeSpaceOf(tmpdir(), '').bytes() as number
  expect(free).toBeGreaterThan(0)
  expect(freeSpaceOf(tmpdir(), String(Math.ceil(free / mebibyte) * 2 + 1024)).isShort()).toBe(true)
  expect(freeSpaceOf(tmpdir(), '').isShort()).toBe(free < 512 * mebibyte)
})

test('records on a machine of their own, and a disk that says nothing, are not taken for full', () => {
  for (const folder of [undefined, join(tmpdir(), 'no-such-folder-at-all')]) {
    const space = freeSpaceOf(folder, '999999999')
    expect([space.bytes(), space.isShort()]).toEqual([undefined, false])
  }
})
