import type { SliceSource } from './face.ts'
import type { Mark, TextMark } from './marks.ts'
import { after, type Matrix } from './matrix.ts'
import { nothingNamed, painted } from './painter.ts'
import type { Box } from './path-data.ts'
import { embed, type Faces, openFaces } from './pdf-face.ts'
import { decimal, decimals, PdfFile, textString } from './pdf-file.ts'
import { writePaints } from './pdf-paints.ts'

/** Marks in an own scale on a page, and the part of them that is seen: nothing is painted beyond it. */
export interface Layer {
  readonly marks: readonly Mark[]
  /** From the layer to the page, both with the axis going down from the upper left corner. */
  readonly matrix: Matrix
  readonly seen: Box
}

/** A page in points of 1/72 inch. */
export interface Page {
  readonly width: number
  readonly height: number
  readonly layers: readonly Layer[]
}

/** What the file says of itself outside its pages. */
export interface About {
  readonly title: string
  readonly subject: string
  /** `zh-CN` or `en`. */
  readonly language: string
}

/** The faces that some marks need. */
export const facesFor = (source: SliceSource, marks: Iterable<Mark>): Promise<Faces> =>
  openFaces(
    source,
    [...marks].filter((mark): mark is TextMark => mark.kind === 'text'),
  )

/** Writes pages as one PDF: vectors and letters only, no clock in it, so the same pages are the same bytes. */
export const pdfOf = async (
  pages: readonly Page[],
  about: About,
  faces: Faces,
): Promise<Uint8Array<ArrayBuffer>> => {
  const file = new PdfFile()
  const [root, tree, resources] = [file.reserve(), file.reserve(), file.reserve()]
  const named = nothingNamed()
  const kids: number[] = []
  for (const page of pages) {
    const content = await file.stream('', pageContent(page, faces, named))
    kids.push(
      file.put(
        `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${decimals([page.width, page.height])}]/Resources ${resources} 0 R/Contents ${content} 0 R/Group<</S/Transparency/CS/DeviceRGB>>>>`,
      ),
    )
  }
  const paints = await writePaints(
    file,
    named,
    union(pages.flatMap(({ layers }) => layers.map(({ seen }) => seen))),
  )
  const fonts = [await embed(file, faces.of(false)), await embed(file, faces.of(true))]
  file.put(`<</Font<</F400 ${fonts[0]} 0 R/F700 ${fonts[1]} 0 R>>${paints}>>`, resources)
  file.put(`<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`, tree)
  file.put(
    `<</Type/Catalog/Pages ${tree} 0 R/Lang(${about.language})/ViewerPreferences<</DisplayDocTitle true>>>>`,
    root,
  )
  const info = file.put(`<</Title${textString(about.title)}/Subject${textString(about.subject)}>>`)
  return file.bytes(root, info)
}

const pageContent = (page: Page, faces: Faces, named: ReturnType<typeof nothingNamed>): string =>
  page.layers
    .map(({ marks, matrix, seen }) => {
      const onPage = after([1, 0, 0, -1, 0, page.height], matrix)
      const { left, top, right, bottom } = seen
      const clip = `${decimals([left, top, right - left, bottom - top])} re W n`
      return `q ${onPage.map(precise).join(' ')} cm ${clip}\n${painted(marks, { faces, named, page: onPage })}\nQ`
    })
    .join('\n')

/** A scale needs more digits than a place. */
const precise = (value: number): string =>
  Math.abs(value) < 10 ? String(Number(value.toFixed(6))) : decimal(value)

const union = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
})
