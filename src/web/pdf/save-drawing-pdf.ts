import { type Caption, captioned, captionMargin, save } from '../model/save.ts'
import { facesFor, pdfOf } from './document.ts'
import { type Around, type Drawing, laidOut } from './paper.ts'
import { readSvg } from './read-svg.ts'
import { type Making, slicesOfPage } from './slice-files.ts'

/** What is said of a drawing that needs no legend. */
export type PlainCaption = Pick<Caption, 'title' | 'description' | 'note'>

/**
 * Saves a drawing of the page as a PDF: vectors and patterns kept, its words as text, in the light colours of paper,
 * with title and legend; A3 across when wider than tall, else A4. Throws when a face cannot be fetched or the making was
 * given up, and `NotOnPaper` when the drawing holds something that cannot be put there.
 */
export const saveDrawingPdf = async (
  svg: SVGSVGElement,
  fileName: string,
  caption: (Caption | PlainCaption) & { readonly making?: Making },
): Promise<void> => {
  const note = caption.note ?? ''
  const pages = laidOut(...('fates' in caption ? river(svg, caption, note) : plain(svg, caption, note)))
  const marks = pages.flatMap(({ layers }) => layers.flatMap((layer) => layer.marks))
  const language = svg.getAttribute('lang') ?? document.documentElement.lang
  const about = { title: caption.title, subject: caption.description, language }
  const bytes = await pdfOf(pages, about, await facesFor(slicesOfPage(caption.making), marks))
  caption.making?.signal?.throwIfAborted()
  save(`${fileName}.pdf`, 'application/pdf', bytes)
}

/** The faces come along: the room for wider ones is not needed. */
const spared = captionMargin - 4

const river = (svg: SVGSVGElement, caption: Caption, note: string): [Drawing, Around] => {
  const { marks, box } = readSvg(captioned(svg, caption), svg)
  const { left, top, right, bottom } = box
  return [
    {
      marks,
      box: { left: left + spared, top: top + spared / 2, right: right - spared, bottom: bottom - spared },
    },
    { title: caption.title, note },
  ]
}

const plain = (svg: SVGSVGElement, { title, description }: PlainCaption, note: string): [Drawing, Around] => [
  readSvg(svg.cloneNode(true) as SVGSVGElement, svg),
  { title, note, description },
]
