import type { Certificate } from '../../reform/certificate.ts'
import type { NamedContext } from './certificate-context.ts'
import { writeCertificate } from './certificate-parts.ts'
import { Column } from './column.ts'
import { facesFor, type Page, pdfOf } from './document.ts'
import type { SliceSource } from './face.ts'
import { footLayer, papers } from './paper.ts'
import type { Faces } from './pdf-face.ts'

/** The certificate as the bytes of a PDF of one page. */
export const certificatePdf = async (
  certificate: Certificate,
  context: NamedContext,
  source: SliceSource,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { words, county, planTitle } = context
  const blank: Faces = { of: () => ({ ...noFace }) }
  const faces = await facesFor(
    source,
    certificatePage(certificate, context, blank).layers.flatMap(({ marks }) => marks),
  )
  const page = certificatePage(certificate, context, faces)
  const about = {
    title: `${words.t('certTitle')} · ${words.pick(county)} · ${words.pick(planTitle)}`,
    subject: certificate.seal,
    language: words.language === 'zh' ? 'zh-CN' : 'en',
  }
  return pdfOf([page], about, faces)
}

/** Before a face is open every letter is as wide as its size: enough to know which letters there are. */
const noFace: ReturnType<Faces['of']> = {
  weight: 400,
  unitsPerEm: 1000,
  chosen: [],
  numbersOf: () => [],
  widthOf: (text, size) => text.length * size,
}

const margin = 54

/** The page, set as large as fits: with many opinions outstanding all of it becomes smaller. */
const certificatePage = (certificate: Certificate, context: NamedContext, faces: Faces): Page => {
  const [width, height] = papers.a4
  const room = { width: width - 2 * margin, height: height - margin - 70 }
  const written = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6].map((scale) => {
    const column = new Column(room.width / scale, faces)
    writeCertificate(column, certificate, context)
    return { scale, column }
  })
  const { scale, column } =
    written.find((each) => each.column.y * each.scale <= room.height) ??
    (written.at(-1) as (typeof written)[number])
  const note = context.isSample ? context.words.t('sampleNote') : ''
  return {
    width,
    height,
    layers: [
      {
        marks: column.marks,
        matrix: [scale, 0, 0, scale, margin, margin],
        seen: { left: -margin, top: -margin, right: width / scale, bottom: height / scale },
      },
      footLayer({ width, height }, note, '1 / 1', margin),
    ],
  }
}
