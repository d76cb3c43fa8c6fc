import { expect, test } from 'vitest'
import { facesFor, pdfOf } from './document.ts'
import { openFace } from './face.ts'
import type { Mark, Paint, TextMark } from './marks.ts'
import { laidOut } from './paper.ts'
import { rectShape } from './shapes.ts'
import { sliceOf } from './slice.ts'
import { subsetOf } from './subset.ts'
import { readPdf, slicesOnDisk } from './testing.ts'
import { tablesOf } from './woff.ts'

const words = (text: string, x: number, y: number): TextMark => ({
  kind: 'text',
  text,
  x,
  y,
  anchor: 'start',
  size: 12,
  isBold: false,
  colour: [0, 0, 0],
  opacity: 1,
})
const box = (y: number, fill: Paint): Mark => ({
  kind: 'path',
  segments: rectShape({ x: 0, y, width: 300, height: 20 }),
  fill,
})
const plain = (opacity: number): Paint => ({ kind: 'plain', colour: [0.5, 0.5, 0.5], opacity })
const veiled: Paint = {
  kind: 'gradient',
  opacity: 1,
  gradient: {
    from: [0, 0],
    to: [300, 0],
    stops: [
      { offset: 0, colour: [0, 0.5, 0.5], opacity: 0.5 },
      { offset: 0.64, colour: [0, 0.5, 0.5], opacity: 1 },
      { offset: 1, colour: [0, 0.5, 0.5], opacity: 1 },
    ],
  },
}
const hatched: Paint = {
  kind: 'tiling',
  opacity: 1,
  tiling: {
    width: 5,
    height: 5,
    matrix: [0.7, 0.7, -0.7, 0.7, 0, 0],
    marks: [
      {
        kind: 'path',
        segments: [
          ['M', 0, 0],
          ['L', 0, 5],
        ],
        stroke: { colour: [1, 1, 1], opacity: 0.6, width: 1.5, dashes: [], cap: 0, join: 0 },
      },
    ],
  },
}
const about = { title: '河曲县', subject: '36 → 22', language: 'zh-CN' }

const made = async (marks: readonly Mark[], height: number, note = '人员均为示例。') => {
  const pages = laidOut(
    { marks, box: { left: 0, top: 0, right: 720, bottom: height } },
    { title: '河曲县', note },
  )
  const all = pages.flatMap(({ layers }) => layers.flatMap((layer) => layer.marks))
  return pdfOf(pages, about, await facesFor(slicesOnDisk, all))
}

test('words are text that another reader finds, in any script and weight, and all of it is vectors', async () => {
  const marks = [
    box(0, veiled),
    box(30, hatched),
    box(60, plain(0.5)),
    words('县委机构编制委员会办公室', 10, 100),
    { ...words('自然资源局 24 → −14', 10, 120), isBold: true },
  ]
  const { pages, info } = await readPdf(await made(marks, 200))

  expect(pages.length).toBe(1)
  expect(pages[0]?.text).toContain('县委机构编制委员会办公室')
  expect(pages[0]?.text).toContain('自然资源局 24 → −14')
  expect(pages[0]?.text).toContain('人员均为示例。')
  expect([...(pages[0]?.operators ?? [])].filter((name) => /image/i.test(name))).toEqual([])
  expect(pages[0]?.operators).toContain('shadingFill')
  expect(info).toMatchObject({ Title: '河曲县', Subject: '36 → 22' })
})

test('a halo keeps words clear of what is below them, and they are still found once', async () => {
  const clear: TextMark = { ...words('7,901', 10, 20), halo: { colour: [1, 1, 1], width: 3 } }
  const { pages } = await readPdf(await made([box(0, hatched), clear], 100))
  const bare = await readPdf(await made([box(0, hatched), words('7,901', 10, 20)], 100))

  expect(pages[0]?.text).toBe(bare.pages[0]?.text)
  expect(pages[0]?.painted).toBe((bare.pages[0]?.painted ?? 0) + 1)
})

test('the same drawing gives the same bytes', async () => {
  const marks = [box(0, hatched), words('公安局', 10, 60)]

  expect(await made(marks, 100)).toEqual(await made(marks, 100))
})

test('a drawing wider than tall lies across A3, one taller stands on A4', async () => {
  const [across] = (await readPdf(await made([words('甲', 0, 20)], 300))).pages
  const [upright] = (await readPdf(await made([words('甲', 0, 20)], 800))).pages

  expect([across?.width, across?.height].map((each) => Math.round(each ?? 0))).toEqual([1191, 842])
  expect([upright?.width, upright?.height].map((each) => Math.round(each ?? 0))).toEqual([595, 842])
})

test('a letter on the very edge of a drawing is not lost', async () => {
  const { pages } = await readPdf(await made([words('上', 0, 4), words('下', 0, 199)], 200))

  expect(pages[0]?.text.split('\n')).toEqual(expect.arrayContaining(['上', '下']))
})

test('a drawing too tall to be read on one sheet goes on, no line is lost or cut, sheets are numbered', async () => {
  const rows = Array.from({ length: 200 }, (_, at) => words(`第${at + 1}行`, 10, 14 + at * 16))
  const { pages } = await readPdf(await made(rows, 3210))
  const lines = pages.map(({ text }) => text.split('\n'))

  expect(pages.length).toBeGreaterThan(2)
  for (const row of rows) expect(lines.some((page) => page.includes(row.text))).toBe(true)
  for (const [at, page] of lines.entries()) expect(page).toContain(`${at + 1} / ${pages.length}`)
})

test('a letter that the face does not have is a box to see, and still itself to a search', async () => {
  const { pages } = await readPdf(await made([words('民政\u{2A6D6}局', 10, 20)], 100))

  expect(pages[0]?.text).toContain('民政\u{2A6D6}局')
})

test('a subset keeps every outline and its parts, whatever their length', async () => {
  const text = '河曲县Éé0，'
  const face = await openFace(slicesOnDisk, 400, [text])
  const bytes = subsetOf(face)
  const view = new DataView(bytes.buffer)
  const tables = new Map(
    Array.from({ length: view.getUint16(4) }, (_, at) => {
      const entry = 12 + 16 * at
      const [start, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)]
      return [
        String.fromCharCode(...bytes.subarray(entry, entry + 4)),
        new DataView(bytes.buffer, start, length),
      ]
    }),
  )
  const empty = new DataView(new ArrayBuffer(4))
  const subset = sliceOf(new Map([...tables, ['cmap', empty]]))

  for (const [at, { slice, glyph, advance }] of face.chosen.entries()) {
    const [own, old] = [subset.outlineOf(at), slice.outlineOf(glyph)]
    expect(own.length).toBeGreaterThanOrEqual(old.length)
    const isComposed = old.length > 1 && (old[0] ?? 0) >= 0x80
    if (!isComposed) expect([...own.subarray(0, old.length)]).toEqual([...old])
    expect(subset.metricsOf(at).advance).toBe(advance)
  }
  expect(bytes.length).toBeLessThan(6000)
})

test('what is no WOFF file is refused', async () => {
  await expect(tablesOf(new Uint8Array(100))).rejects.toThrow('not a WOFF file')
})
