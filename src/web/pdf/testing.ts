import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ranges from '@fontsource/noto-sans-sc/unicode.json' with { type: 'json' }
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { SliceSource } from './face.ts'
import { slicesByRange } from './slice-ranges.ts'

const folder = join(import.meta.dirname, '../../../node_modules/@fontsource/noto-sans-sc/files')

/** The slices of the page’s face from the disk, for tests without a server. */
export const slicesOnDisk: SliceSource = {
  namesFor: slicesByRange(ranges),
  load: async (name, weight) => readFile(join(folder, `noto-sans-sc-${name}-${weight}-normal.woff`)),
}

/** A page as a reader that is not ours finds it. */
export interface ReadPage {
  readonly width: number
  readonly height: number
  readonly text: string
  /** The names of what is painted, each once: `paintImageXObject` would be a picture. */
  readonly operators: ReadonlySet<string>
  /** How many outlines are painted. */
  readonly painted: number
}

/** Reads a PDF with pdf.js. */
export const readPdf = async (bytes: Uint8Array) => {
  const { OPS } = await getResolvedPDFJS()
  const names = new Map(Object.entries(OPS as Record<string, number>).map(([name, code]) => [code, name]))
  const document = await getDocumentProxy(Uint8Array.from(bytes))
  const pages: ReadPage[] = []
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at)
    const [{ items }, { fnArray }] = await Promise.all([page.getTextContent(), page.getOperatorList()])
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    pages.push({
      width: right - left,
      height: top - bottom,
      text: items.map((item) => ('str' in item ? item.str : '')).join('\n'),
      painted: fnArray.filter((code) => names.get(code) === 'constructPath').length,
      operators: new Set(fnArray.map((code) => names.get(code) ?? '')),
    })
  }
  const { info } = await document.getMetadata()
  return { pages, info: info as { readonly Title?: string; readonly Subject?: string } }
}
