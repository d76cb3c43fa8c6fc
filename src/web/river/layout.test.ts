import { expect, test } from 'vitest'
import { flowOf } from './flow.ts'
import { type Canvas, layoutOf } from './layout.ts'
import { longCounty, smallReform } from './testing.ts'
import { measures } from './types.ts'

const canvas: Canvas = {
  width: 1056,
  height: 560,
  fontPx: 12,
  language: 'zh',
  // As wide as Chinese type is: one em a character, half an em for Latin.
  measureText: (text) => [...text].reduce((width, letter) => width + (letter > '\u2E80' ? 12 : 6.6), 0),
  figureOf: String,
}
const change = smallReform()

test.each(measures)('in %s, ribbons are exactly as wide as their values, in one scale', (measure) => {
  const layout = layoutOf(flowOf(change, measure, 'organs'), canvas)

  for (const { width, stream } of layout.ribbons)
    if (stream.value * layout.pxPerUnit >= 1.3) expect(width).toBeCloseTo(stream.value * layout.pxPerUnit, 9)
    else expect(width).toBe(stream.value === 0 ? 0 : 1.3)
})

test.each(measures)('in %s, ribbons fill the bars at both ends without gap or overlap', (measure) => {
  const { nodes, ribbons } = layoutOf(flowOf(change, measure, 'organs'), canvas)

  for (const node of nodes) {
    const isBefore = node.side === 'before'
    const ends = ribbons
      .filter(({ stream }) => stream[isBefore ? 'from' : 'to'] === node.row.id)
      .map(({ fromY, toY, width }) => ({ y: isBefore ? fromY : toY, width }))
      .sort((a, b) => a.y - b.y)
    let y = node.y
    for (const end of ends.filter(({ width }) => width > 0)) {
      expect(end.y).toBeCloseTo(y, 6)
      y += end.width
    }
    expect(y).toBeCloseTo(node.y + node.height, 6)
  }
})

const overlaps = (layout: ReturnType<typeof layoutOf>) =>
  (['before', 'after'] as const).flatMap((side) => {
    const column = layout.nodes.filter((node) => node.side === side)
    return column.slice(1).flatMap((node, at) => {
      const above = column[at]
      const centres = (node.top + node.bottom) / 2 - ((above?.top ?? 0) + (above?.bottom ?? 0)) / 2
      const extra = (lines: number) => ((lines - 1) / 2) * layout.wrappedHeight
      const needs = layout.lineHeight + extra(node.lines.length) + extra(above?.lines.length ?? 1)
      return centres < needs - 1e-9 || node.y < (above?.y ?? 0) + (above?.height ?? 0) ? [node.row.id] : []
    })
  })

test.each([12, 13, 20])('at %s px no label touches another, and no bar', (fontPx) => {
  const still = longCounty(40)
  const flow = flowOf({ before: still, after: still, moves: [] }, 'people', 'organs')

  const layout = layoutOf(flow, { ...canvas, fontPx, height: 400 })

  expect(layout.lineHeight).toBeCloseTo(fontPx * 1.2, 9)
  expect(overlaps(layout)).toEqual([])
})

test('names are never cut and end before the bars begin', () => {
  const still = longCounty(12)
  const { nodes, left, right, width } = layoutOf(
    flowOf({ before: still, after: still, moves: [] }, 'people', 'organs'),
    canvas,
  )

  for (const node of nodes) {
    expect(node.lines.flat().some((part) => part.text === node.row.name.zh)).toBe(true)
    const widest = Math.max(...node.lines.map((line) => (line.at(-1)?.x ?? 0) + (line.at(-1)?.width ?? 0)))
    if (node.side === 'before') expect(node.nameX - widest).toBeGreaterThanOrEqual(-0.001)
    else expect(node.nameX + widest).toBeLessThanOrEqual(width + 0.001)
  }
  expect(left).toBeLessThan(right)
})

test('as many units after as before make a river of straight ribbons', () => {
  const still = { before: change.before, after: change.before, moves: [] }
  const { ribbons } = layoutOf(flowOf(still, 'people', 'organs'), canvas)

  expect(ribbons.length).toBeGreaterThan(3)
  for (const { fromY, toY } of ribbons) expect(toY).toBeCloseTo(fromY, 6)
})

test('fewer units make a narrower river: the right side is packed to 87 %', () => {
  const { nodes, height } = layoutOf(flowOf(change, 'people', 'organs'), canvas)
  const right = nodes.filter((node) => node.side === 'after')

  expect((right.at(-1)?.bottom ?? 0) - (right[0]?.top ?? 0)).toBeCloseTo(height * 0.87, 3)
})
