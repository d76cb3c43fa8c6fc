import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { blockAt, pathTo } from './find.ts'
import { layoutOf } from './layout.ts'
import { sceneOf } from './scene.ts'
import { areaIn, panned, whole, zoomed } from './sight.ts'
import { svgOf } from './svg.ts'
import { syntheticCounty } from './testing.ts'
import type { Block } from './types.ts'

const canvas = { width: 1000, height: 640 }
const detailOf = () => '编制 1'

const all = (block: Block): Block[] => [block, ...block.shelves.flatMap(({ blocks }) => blocks.flatMap(all))]

/** Pairs of boxes that share more than an edge, found by a sweep over x. */
const overlaps = (blocks: readonly Block[]): string[] => {
  const found: string[] = []
  const open: Block[] = []
  for (const block of [...blocks].sort((a, b) => a.x - b.x)) {
    for (let at = open.length - 1; at >= 0; at -= 1) {
      const other = open[at] as Block
      if (other.x + other.boxWidth <= block.x) open.splice(at, 1)
      else if (other.y < block.y + block.boxHeight && block.y < other.y + other.boxHeight)
        found.push(`${other.node.id} ${block.node.id}`)
    }
    open.push(block)
  }
  return found
}

test.each([1, 7, 316, 2500, 25_000])(
  '%i units are all placed, each once, and no two boxes overlap',
  (units) => {
    const began = performance.now()
    const layout = layoutOf(syntheticCounty(units), 'zh')
    const took = performance.now() - began
    const blocks = all(layout.root)
    console.info(`layout of ${units} units: ${took.toFixed(1)} ms`)

    expect(layout.units).toBe(units)
    expect(new Set(blocks.map(({ node }) => node.id)).size).toBe(blocks.length)
    expect(blocks.filter(({ node }) => node.isUnit)).toHaveLength(units)
    expect(overlaps(blocks)).toEqual([])
  },
)

test('children stand inside of the area of their parent and below its box', () => {
  for (const block of all(layoutOf(syntheticCounty(600), 'en').root))
    for (const child of block.shelves.flatMap(({ blocks }) => blocks)) {
      expect(child.y).toBeGreaterThanOrEqual(block.y + block.boxHeight)
      expect(child.x + child.width).toBeLessThanOrEqual(block.x + block.width + 0.001)
      expect(child.y + child.height).toBeLessThanOrEqual(block.y + block.height + 0.001)
    }
})

test('every box is found at its middle, and nothing between the boxes', () => {
  const { root } = layoutOf(syntheticCounty(900), 'zh')
  for (const block of all(root)) {
    expect(blockAt(root, block.x + block.boxWidth / 2, block.y + 10)?.node.id).toBe(block.node.id)
    expect(blockAt(root, block.x + 3, block.y + block.boxHeight + 2)?.node.id).toBeUndefined()
  }
  expect(blockAt(root, -5, -5)).toBeUndefined()
})

test('the way to a unit leads from the county over its parent', () => {
  const { root } = layoutOf(syntheticCounty(300), 'zh')
  const deep = all(root).find(({ depth }) => depth === 3) as Block
  const path = pathTo(root, deep.node.id)
  expect(path.map(({ depth }) => depth)).toEqual([0, 1, 2, 3])
  expect(path.at(-1)).toBe(deep)
  expect(pathTo(root, 'nobody')).toEqual([])
})

test('from afar the whole is few strips, close by only what is in sight, and names are whole', () => {
  const layout = layoutOf(syntheticCounty(25_000), 'zh')
  const far = whole(layout.root, canvas)
  const overview = sceneOf(layout, { sight: far, canvas, language: 'zh', detailOf })
  expect(overview.boxes.length + overview.strips.length).toBeLessThan(8000)
  expect(overview.labels.length).toBeGreaterThan(3)

  const near = zoomed(far, 1 / far.scale, { x: 500, y: 320 }, { drawing: layout.root, canvas })
  expect(near.scale).toBeCloseTo(1)
  const close = sceneOf(layout, { sight: near, canvas, language: 'zh', detailOf })
  const area = areaIn(near, canvas)
  expect(close.boxes.length).toBeLessThan(600)
  for (const { block } of close.boxes.filter(({ block }) => block.shelves.length === 0))
    expect(block.x <= area.x + area.width && block.x + block.width >= area.x).toBe(true)
  for (const { width, text } of close.labels) expect([text, width <= 400]).toEqual([text, true])
})

test('names that are shown from afar do not stand on each other', () => {
  const layout = layoutOf(syntheticCounty(3000), 'zh')
  const { labels } = sceneOf(layout, { sight: whole(layout.root, canvas), canvas, language: 'zh', detailOf })
  for (const [at, a] of labels.entries())
    for (const b of labels.slice(at + 1))
      expect(a.x + a.width <= b.x || b.x + b.width <= a.x || Math.abs(a.y - b.y) >= 18).toBe(true)
})

test('a zoom keeps the point under the pointer, and a pan never loses the drawing', () => {
  const layout = layoutOf(syntheticCounty(316), 'zh')
  const bounds = { drawing: layout.root, canvas }
  const sight = whole(layout.root, canvas)
  const about = { x: 400, y: 300 }
  const closer = zoomed(sight, 2, about, bounds)
  expect(closer.x + about.x / closer.scale).toBeCloseTo(sight.x + about.x / sight.scale)
  const lost = panned(closer, { x: -1e6, y: 1e6 }, bounds)
  const area = areaIn(lost, canvas)
  expect(area.x).toBeLessThan(layout.root.width)
  expect(area.y + area.height).toBeGreaterThan(0)
})

test('the file of vectors has every name of the whole chart, and none breaks it', () => {
  const tree = syntheticCounty(120)
  const odd = { ...tree, name: { zh: '甲<乙>&"丙"', en: 'a' } }
  const layout = layoutOf(odd, 'zh')
  const size = { width: layout.root.width, height: layout.root.height }
  const scene = sceneOf(layout, { sight: { x: 0, y: 0, scale: 1 }, canvas: size, language: 'zh', detailOf })
  const svg = svgOf(scene, size, { title: '图', description: '说明' })
  for (const block of all(layout.root).filter(({ node }) => node.isUnit))
    expect(svg).toContain(`>${block.node.name.zh}<`)
  expect(svg).toContain('甲&lt;乙&gt;&amp;&quot;丙&quot;')
})
