import { type Caption, captioned, save } from '../model/save.ts'
import { facesFor, pdfOf } from './document.ts'
import { laidOut } from './paper.ts'
import { readSvg } from './read-svg.ts'
import { slicesOfPage } from './slice-files.ts'

/**
 * Saves a drawing of the page as a PDF: vectors and patterns kept, its words as text, in the light colours of paper,
 * with title and legend; A3 across when wider than tall, else A4. Throws when a face cannot be fetched or the drawing
 * holds something that cannot be put on paper.
 */
export const saveDrawingPdf = async (
  svg: SVGSVGElement,
  fileName: string,
  caption: Caption,
): Promise<void> => {
  const pages = laidOut(readSvg(captioned(svg, caption), svg), caption.note ?? '')
  const marks = pages.flatMap(({ layers }) => layers.flatMap((layer) => layer.marks))
  const language = svg.lang === '' ? document.documentElement.lang : svg.lang
  const about = { title: caption.title, subject: caption.description, language }
  save(`${fileName}.pdf`, 'application/pdf', await pdfOf(pages, about, await facesFor(slicesOfPage, marks)))
}
