import { type Face, openFace, type SliceSource } from './face.ts'
import { decimal, hex, type PdfFile, type Ref } from './pdf-file.ts'
import { subsetOf } from './subset.ts'

/** The faces of a file: text of weight 400 is `/F400` on its pages. */
export interface Faces {
  of(isBold: boolean): Face
}

/** Opens the weights that the texts need. */
export const openFaces = async (
  source: SliceSource,
  texts: Iterable<{ readonly text: string; readonly isBold: boolean }>,
): Promise<Faces> => {
  const all = [...texts]
  const wordsOf = (isBold: boolean) => all.filter((each) => each.isBold === isBold).map(({ text }) => text)
  const [plain, bold] = await Promise.all([
    openFace(source, 400, wordsOf(false)),
    openFace(source, 700, wordsOf(true)),
  ])
  return { of: (isBold) => (isBold ? bold : plain) }
}

/** Embeds a face with its chosen glyphs, and the code point of each, so that text can be found and copied. */
export const embed = async (file: PdfFile, face: Face): Promise<Ref> => {
  const name = `${tagOf(face)}+NotoSansSC-${face.weight === 700 ? 'Bold' : 'Regular'}`
  const ofEm = (value: number) => decimal((value * 1000) / face.unitsPerEm)
  const basic = face.chosen[0]?.slice
  if (basic === undefined) throw new Error('a face without glyphs')
  const bytes = subsetOf(face)
  const program = await file.stream(`/Length1 ${bytes.length}`, bytes)
  const [ascent, descent] = [ofEm(basic.ascent), ofEm(basic.descent)]
  const descriptor = file.put(
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[-1000 ${descent} 2000 ${ascent}]/ItalicAngle 0/Ascent ${ascent}/Descent ${descent}/CapHeight 733/StemV ${face.weight === 700 ? 140 : 80}/FontFile2 ${program} 0 R>>`,
  )
  const widths = face.chosen.map(({ advance }) => ofEm(advance)).join(' ')
  const descendant = file.put(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R/DW 1000/W[0[${widths}]]/CIDToGIDMap/Identity>>`,
  )
  const unicode = await file.stream('', unicodeMap(face))
  return file.put(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
  )
}

/** Six capitals that differ when the chosen letters do, as a subset of a face is named. */
const tagOf = (face: Face): string => {
  let sum = face.weight
  for (const { code } of face.chosen) sum = (Math.imul(sum, 31) + code) >>> 0
  return Array.from({ length: 6 }, (_, at) =>
    String.fromCharCode(65 + (Math.floor(sum / 26 ** at) % 26)),
  ).join('')
}

/** Blocks of a CMap hold a hundred lines at most. */
const block = 100

const unicodeMap = ({ chosen }: Face): string => {
  const lines = chosen.map(({ code }, at) => `<${hex(at)}><${utf16(code)}>`).slice(1)
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += block) {
    const some = lines.slice(at, at + block)
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

const utf16 = (code: number): string => {
  const text = String.fromCodePoint(code)
  return Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('')
}
