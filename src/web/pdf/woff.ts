import { inflated } from './streams.ts'

/** The tables of a face by their four letters. */
export type FontTables = ReadonlyMap<string, DataView>

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Only what a PDF needs of a face with TrueType outlines; the rest is for screens. */
const needed = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']

/** Unpacks the needed tables of a WOFF 1.0 file (W3C, 2012). Throws when it is none, or lacks one of them. */
export const tablesOf = async (file: Uint8Array): Promise<FontTables> => {
  const view = viewOf(file)
  if (file.length < 44 || view.getUint32(0) !== 0x77_4f_46_46) throw new Error('not a WOFF file')
  const tables = new Map<string, DataView>()
  for (let at = 0; at < view.getUint16(12); at += 1) {
    const entry = 44 + 20 * at
    const tag = String.fromCharCode(...file.subarray(entry, entry + 4))
    if (!needed.includes(tag)) continue
    const [start, packed, full] = [4, 8, 12].map((skip) => view.getUint32(entry + skip)) as [
      number,
      number,
      number,
    ]
    const bytes = file.subarray(start, start + packed)
    tables.set(tag, viewOf(packed < full ? await inflated(bytes) : bytes))
  }
  const missing = needed.filter((tag) => !tables.has(tag))
  if (missing.length > 0) throw new Error(`the face has no ${missing.join(', ')}`)
  return tables
}
