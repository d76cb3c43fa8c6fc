import type { RefObject } from 'react'
import { drawingText } from '../model/drawing-text.ts'
import { save } from '../model/save.ts'
import { PdfButton } from './pdf-button.tsx'
import { useWords } from './words.tsx'

/** Takes a drawing away as vectors: SVG or PDF. */
export const DrawingButtons = ({
  drawing,
  title,
  description,
  isSample,
  fileName,
}: {
  readonly drawing: RefObject<SVGSVGElement | null>
  readonly title: string
  readonly description: string
  /** The county is invented or reconstructed, and its drawings say so. */
  readonly isSample: boolean
  readonly fileName: string
}) => {
  const { t } = useWords()
  return (
    <>
      <button
        type="button"
        className="button small"
        onClick={() =>
          drawing.current !== null &&
          save(`${fileName}.svg`, 'image/svg+xml', drawingText(drawing.current, title))
        }
      >
        {t('exportSvg')}
      </button>
      <PdfButton
        isDisabled={false}
        onPdf={async (making) => {
          const { saveDrawingPdf } = await import('../pdf/save-drawing-pdf.ts')
          if (drawing.current === null) throw new Error('the drawing has gone')
          const caption = { title, description, ...(isSample ? { note: t('sampleNote') } : {}) }
          await saveDrawingPdf(drawing.current, fileName, { ...caption, making })
          return `${fileName}.pdf`
        }}
      />
    </>
  )
}
