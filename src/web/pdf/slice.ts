import type { FontTables } from './woff.ts'

/** A part of a face: the glyphs of some characters, as one file of the page's fonts holds them. */
export interface Slice {
  /** In units of the em, 1000 of them for the faces of the page. */
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly tables: FontTables
  /** The number of the glyph of a code point; undefined when this slice has none. */
  glyphOf(code: number): number | undefined
  /** How far the pen moves, and where the outline begins, in units of the em. */
  metricsOf(glyph: number): { readonly advance: number; readonly bearing: number }
  /** The outline as the `glyf` table holds it; empty for a blank. */
  outlineOf(glyph: number): Uint8Array
}

const table = (tables: FontTables, tag: string): DataView => {
  const found = tables.get(tag)
  if (found === undefined) throw new Error(`the face has no ${tag}`)
  return found
}

/** Reads a slice from its tables (OpenType 1.9: cmap formats 4 and 12, glyf, loca, hmtx). */
export const sliceOf = (tables: FontTables): Slice => {
  const [head, hhea, hmtx, loca, glyf] = ['head', 'hhea', 'hmtx', 'loca', 'glyf'].map((tag) =>
    table(tables, tag),
  ) as [DataView, DataView, DataView, DataView, DataView]
  const codes = codesIn(table(tables, 'cmap'))
  const full = hhea.getUint16(34)
  const isLong = head.getInt16(50) === 1
  const offset = (glyph: number) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  return {
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    tables,
    glyphOf: (code) => codes.get(code),
    metricsOf: (glyph) => ({
      advance: hmtx.getUint16(4 * Math.min(glyph, full - 1)),
      bearing: hmtx.getInt16(glyph < full ? 4 * glyph + 2 : 2 * glyph + 2 * full),
    }),
    outlineOf: (glyph) =>
      new Uint8Array(glyf.buffer, glyf.byteOffset + offset(glyph), offset(glyph + 1) - offset(glyph)),
  }
}

/** Glyph by code point, from every subtable of a format that holds Unicode. */
const codesIn = (cmap: DataView): ReadonlyMap<number, number> => {
  const codes = new Map<number, number>()
  for (let at = 0; at < cmap.getUint16(2); at += 1) {
    const start = cmap.getUint32(8 + 8 * at)
    const format = cmap.getUint16(start)
    if (format === 4) readSegments(cmap, start, codes)
    if (format === 12) readGroups(cmap, start, codes)
  }
  return codes
}

const readSegments = (cmap: DataView, start: number, codes: Map<number, number>) => {
  const double = cmap.getUint16(start + 6)
  const [ends, starts] = [start + 14, start + 16 + double]
  for (let at = 0; at < double; at += 2) {
    const [last, first] = [cmap.getUint16(ends + at), cmap.getUint16(starts + at)]
    const delta = cmap.getUint16(starts + double + at)
    const rangeAt = starts + 2 * double + at
    const range = cmap.getUint16(rangeAt)
    for (let code = first; code <= last && code !== 0xff_ff; code += 1) {
      const found = range === 0 ? code : cmap.getUint16(rangeAt + range + 2 * (code - first))
      if (found !== 0) codes.set(code, (found + delta) & 0xff_ff)
    }
  }
}

const readGroups = (cmap: DataView, start: number, codes: Map<number, number>) => {
  for (let at = 0; at < cmap.getUint32(start + 12); at += 1) {
    const group = start + 16 + 12 * at
    const [first, last, glyph] = [0, 4, 8].map((skip) => cmap.getUint32(group + skip)) as [
      number,
      number,
      number,
    ]
    for (let code = first; code <= last; code += 1) codes.set(code, glyph + code - first)
  }
}
