import { type Slice, sliceOf } from './slice.ts'
import { tablesOf } from './woff.ts'

/** 400 for text, 700 for what is stressed: the two weights of the page's sans face. */
export type Weight = 400 | 700

/** Where the slices of the face come from: their names, the code points of each, and the bytes of one. */
export interface SliceSource {
  /** Names of the slices that may hold a code point, best first. */
  namesFor(code: number): readonly string[]
  load(name: string, weight: Weight): Promise<Uint8Array>
}

/** A glyph of a face as a PDF will number it. */
export interface Chosen {
  readonly code: number
  readonly slice: Slice
  readonly glyph: number
  readonly advance: number
}

/** One weight of the face with every glyph that some texts need, and nothing else. */
export interface Face {
  readonly weight: Weight
  readonly unitsPerEm: number
  /** The box for a missing letter first, then one a code point; its place is its number in the PDF. */
  readonly chosen: readonly Chosen[]
  /** Numbers of the glyphs of a text. A letter that no slice has gets a box of its own: it stays text. */
  numbersOf(text: string): number[]
  /** Width in the unit of the size. */
  widthOf(text: string, size: number): number
}

/** Opens the slices that hold the letters of the texts. Throws when a slice cannot be loaded or read. */
export const openFace = async (
  source: SliceSource,
  weight: Weight,
  texts: Iterable<string>,
): Promise<Face> => {
  const codes = [...new Set([...texts].flatMap((text) => [...text].map(codeOf)))].sort((a, b) => a - b)
  const opened = new Map<string, Promise<Slice>>()
  const open = (name: string) => {
    const slice = opened.get(name) ?? source.load(name, weight).then(tablesOf).then(sliceOf)
    opened.set(name, slice)
    return slice
  }
  const basic = await basicSlice(source, open)
  const found = await Promise.all(codes.map((code) => find(code, source.namesFor(code), open)))
  const chosen = [
    chosenAs(0, basic, 0),
    ...found.map((hit, at) => chosenAs(codes[at] as number, hit?.slice ?? basic, hit?.glyph ?? 0)),
  ]
  const odd = chosen.find(({ slice }) => slice.unitsPerEm !== basic.unitsPerEm)
  if (odd !== undefined) throw new Error('the slices of the face do not fit each other')
  const numbers = new Map(chosen.map(({ code }, at) => [code, at]))
  const numbersOf = (text: string) => [...text].map((letter) => numbers.get(codeOf(letter)) ?? 0)
  return {
    weight,
    unitsPerEm: basic.unitsPerEm,
    chosen,
    numbersOf,
    widthOf: (text, size) =>
      (numbersOf(text).reduce((sum, at) => sum + (chosen[at]?.advance ?? 0), 0) * size) / basic.unitsPerEm,
  }
}

const codeOf = (letter: string): number => letter.codePointAt(0) as number

const chosenAs = (code: number, slice: Slice, glyph: number): Chosen => ({
  code,
  slice,
  glyph,
  advance: slice.metricsOf(glyph).advance,
})

/** The slice with the letters A to Z: its measures stand for the whole face. */
const basicSlice = (source: SliceSource, open: (name: string) => Promise<Slice>) => {
  const name = source.namesFor(65)[0]
  if (name === undefined) throw new Error('the face has no slice with the letter A')
  return open(name)
}

const find = async (code: number, names: readonly string[], open: (name: string) => Promise<Slice>) => {
  for (const name of names) {
    const slice = await open(name)
    const glyph = slice.glyphOf(code)
    if (glyph !== undefined) return { slice, glyph }
  }
  return undefined
}
