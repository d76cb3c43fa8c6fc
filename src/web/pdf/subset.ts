import type { Face } from './face.ts'
import type { Slice } from './slice.ts'

/**
 * The chosen glyphs of a face as one small TrueType file, numbered as they were chosen: the tables that a PDF asks of a
 * CIDFontType2 (ISO 32000-1, 9.9) and no others.
 */
export const subsetOf = (face: Face): Uint8Array => {
  const { outlines, metrics } = gathered(face)
  const [basic] = face.chosen
  if (basic === undefined) throw new Error('a face without glyphs')
  const starts = [0]
  for (const outline of outlines) starts.push((starts.at(-1) ?? 0) + padded(outline.length))
  const glyf = new Uint8Array(starts.at(-1) ?? 0)
  for (const [at, outline] of outlines.entries()) glyf.set(outline, starts[at] ?? 0)
  const loca = filled(4 * starts.length, (view) => {
    for (const [at, start] of starts.entries()) view.setUint32(4 * at, start)
  })
  const hmtx = filled(4 * metrics.length, (view) => {
    for (const [at, { advance, bearing }] of metrics.entries()) {
      view.setUint16(4 * at, advance)
      view.setInt16(4 * at + 2, bearing)
    }
  })
  const slices = [...new Set(face.chosen.map(({ slice }) => slice))]
  const head = changed(basic.slice, 'head', (view) => {
    view.setUint32(8, 0)
    view.setInt16(50, 1) // long offsets, so that no glyph need be of even length
    for (const [at, pick] of [36, 38, 40, 42].map((each, index) => [each, index < 2 ? least : most] as const))
      view.setInt16(at, pick(slices.map((slice) => slice.tables.get('head')?.getInt16(at) ?? 0)))
  })
  const hhea = changed(basic.slice, 'hhea', (view) => view.setUint16(34, metrics.length))
  const maxp = changed(basic.slice, 'maxp', (view) => {
    view.setUint16(4, outlines.length)
    for (let at = 6; at < 32; at += 2)
      view.setUint16(at, most(slices.map((slice) => slice.tables.get('maxp')?.getUint16(at) ?? 0)))
  })
  return fileOf({ glyf, head, hhea, hmtx, loca, maxp })
}

const padded = (length: number) => (length + 3) & ~3
const least = (values: readonly number[]) => Math.min(...values)
const most = (values: readonly number[]) => Math.max(...values)

const filled = (length: number, fill: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(length)
  fill(new DataView(bytes.buffer))
  return bytes
}

const changed = (slice: Slice, tag: string, change: (view: DataView) => void): Uint8Array => {
  const view = slice.tables.get(tag)
  if (view === undefined) throw new Error(`the face has no ${tag}`)
  const bytes = new Uint8Array(view.byteLength)
  bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))
  change(new DataView(bytes.buffer))
  return bytes
}

/** The outlines of all chosen glyphs; parts of composed ones are added behind, and named by their new numbers. */
const gathered = (face: Face) => {
  const wanted: { readonly slice: Slice; readonly glyph: number }[] = [...face.chosen]
  const places = new Map<Slice, Map<number, number>>()
  const placeOf = (slice: Slice, glyph: number): number => {
    const known = places.get(slice) ?? new Map<number, number>()
    places.set(slice, known)
    const place = known.get(glyph) ?? wanted.push({ slice, glyph }) - 1
    known.set(glyph, place)
    return place
  }
  const outlines: Uint8Array[] = []
  for (let at = 0; at < wanted.length; at += 1) {
    const { slice, glyph } = wanted[at] as (typeof wanted)[number]
    outlines.push(renumbered(slice.outlineOf(glyph), (part) => placeOf(slice, part)))
  }
  return { outlines, metrics: wanted.map(({ slice, glyph }) => slice.metricsOf(glyph)) }
}

/** Flags of a part of a composed glyph (OpenType, glyf): how long its entry is, and whether another follows. */
const flag = { words: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 }

const renumbered = (outline: Uint8Array, placeOf: (part: number) => number): Uint8Array => {
  const bytes = outline.slice()
  const view = new DataView(bytes.buffer)
  if (bytes.length < 10 || view.getInt16(0) >= 0) return bytes
  for (let at = 10, flags = flag.more; (flags & flag.more) !== 0; ) {
    flags = view.getUint16(at)
    view.setUint16(at + 2, placeOf(view.getUint16(at + 2)))
    at += 4 + ((flags & flag.words) === 0 ? 2 : 4)
    if ((flags & flag.scale) !== 0) at += 2
    else if ((flags & flag.twoScales) !== 0) at += 4
    else if ((flags & flag.matrix) !== 0) at += 8
  }
  return bytes
}

/** Puts tables together with their directory and sums, as every reader of TrueType expects them. */
const fileOf = (tables: Readonly<Record<string, Uint8Array>>): Uint8Array => {
  const entries = Object.entries(tables)
  const power = 2 ** Math.floor(Math.log2(entries.length))
  const starts = [12 + 16 * entries.length]
  for (const [, bytes] of entries) starts.push((starts.at(-1) ?? 0) + padded(bytes.length))
  const file = new Uint8Array(starts.at(-1) ?? 0)
  const view = new DataView(file.buffer)
  view.setUint32(0, 0x1_00_00)
  for (const [at, value] of [
    entries.length,
    power * 16,
    Math.log2(power),
    (entries.length - power) * 16,
  ].entries())
    view.setUint16(4 + 2 * at, value)
  for (const [at, [tag, bytes]] of entries.entries()) {
    const [entry, start] = [12 + 16 * at, starts[at] ?? 0]
    file.set(bytes, start)
    for (const [index, letter] of [...tag].entries()) view.setUint8(entry + index, letter.charCodeAt(0))
    view.setUint32(entry + 4, sumOf(view, start, padded(bytes.length)))
    view.setUint32(entry + 8, start)
    view.setUint32(entry + 12, bytes.length)
  }
  const head = starts[entries.findIndex(([tag]) => tag === 'head')] ?? 0
  view.setUint32(head + 8, (0xb1_b0_af_ba - sumOf(view, 0, file.length)) >>> 0)
  return file
}

const sumOf = (view: DataView, start: number, length: number): number => {
  let sum = 0
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
