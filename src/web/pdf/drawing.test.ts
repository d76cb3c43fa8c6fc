import { expect, test } from 'vitest'
import { colourOf } from './colour.ts'
import { wrapped } from './lines.ts'
import { after, moved } from './matrix.ts'
import { boxOf, placed, segmentsOf } from './path-data.ts'
import { pointsShape, rectShape } from './shapes.ts'
import { slicesByRange } from './slice-ranges.ts'

test('relative and absolute commands of a path mean the same outline', () => {
  const absolute = segmentsOf('M10 10H40V30L20 50C20 60 30 60 30 50S40 40 40 50Z')
  const relative = segmentsOf('m10,10h30v20l-20 20c0 10 10 10 10 0s10-10 10 0z')

  expect(relative).toEqual(absolute)
  expect(absolute.at(-2)).toEqual(['C', 30, 40, 40, 40, 40, 50])
})

test('after a close the pen is where the outline began; further pairs of a move are lines', () => {
  expect(segmentsOf('m5 5 10 0 0 10zl1 1')).toEqual([
    ['M', 5, 5],
    ['L', 15, 5],
    ['L', 15, 15],
    ['Z'],
    ['L', 6, 6],
  ])
})

test('a half circle ends where it should and bulges as far as its radius', () => {
  const arc = segmentsOf('M0 0A10 10 0 0120 0')
  const [last] = arc.slice(-1)

  expect(last?.slice(-2).map((each) => Math.round(Number(each) * 1e6) / 1e6 + 0)).toEqual([20, 0])
  expect(arc.length).toBe(3)
  expect(Math.min(...arc.map((each) => Number(each[2])))).toBeGreaterThanOrEqual(-10.001)
  expect(arc.some((each) => Math.abs(Number(each.at(-1)) + 10) < 1e-6)).toBe(true)
})

test('a quadratic curve passes where a cubic one with its handles does', () => {
  expect(segmentsOf('M0 0Q30 30 60 0T120 0').map((each) => each.slice(1).map(Number))).toEqual([
    [0, 0],
    [20, 20, 40, 20, 60, 0],
    [80, -20, 100, -20, 120, 0],
  ])
})

test('what is no path is refused rather than drawn in part', () => {
  expect(() => segmentsOf('M0 0L5')).toThrow('numbers missing')
  expect(() => segmentsOf('M0 0B5 5')).toThrow('no command')
})

test('a matrix moves an outline, and two follow each other', () => {
  const turned = after([1, 0, 0, 1, 10, 0], [0, 1, -1, 0, 0, 0])

  expect(moved(turned, 1, 2)).toEqual([8, 1])
  expect(boxOf(placed(rectShape({ x: 0, y: 0, width: 4, height: 2 }), turned))).toEqual({
    left: 8,
    top: 0,
    right: 10,
    bottom: 4,
  })
  expect(pointsShape('0,0 4,0 4,2', true)).toEqual([['M', 0, 0], ['L', 4, 0], ['L', 4, 2], ['Z']])
})

test('colours are read as browsers write them; what cannot be seen is none', () => {
  expect(colourOf('rgb(255, 0, 51)')).toEqual({ colour: [1, 0, 0.2], opacity: 1 })
  expect(colourOf('rgba(0, 0, 0, 0.5)')).toEqual({ colour: [0, 0, 0], opacity: 0.5 })
  expect(colourOf('color(srgb 0.5 0.25 1 / 0.4)')).toEqual({ colour: [0.5, 0.25, 1], opacity: 0.4 })
  expect(colourOf('#FF0033')).toEqual({ colour: [1, 0, 0.2], opacity: 1 })
  expect(['none', 'transparent', 'rgba(0, 0, 0, 0)'].map(colourOf)).toEqual([undefined, undefined, undefined])
  expect(() => colourOf('lab(50% 0 0)')).toThrow('cannot be read')
})

test('Chinese breaks between letters but no line begins with a comma; English breaks between words', () => {
  const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0)

  expect(wrapped('机构编制，台账。', 8, widthOf)).toEqual(['机构编', '制，台', '账。'])
  expect(wrapped('one two three', 8, widthOf)).toEqual(['one two', 'three'])
  expect(wrapped('0123456789abcdef', 8, widthOf)).toEqual(['01234567', '89abcdef'])
})

test('the later range of two wins, as in a style sheet', () => {
  const namesFor = slicesByRange({ '[4]': 'U+41-5a,U+4e00', latin: 'U+0-ff' })

  expect(namesFor(0x41)).toEqual(['latin', '4'])
  expect(namesFor(0x4e_00)).toEqual(['4'])
  expect(namesFor(0x30_00)).toEqual([])
})
