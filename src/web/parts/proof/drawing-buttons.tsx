import { type RefObject, useState } from 'react'
import { drawingText } from '../../model/proof/drawing-text.ts'
import { save } from '../../model/save.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'

/** Takes a drawing away as vectors: SVG or PDF. */
export const DrawingButtons = ({
  drawing,
  title,
  description,
  fileName,
}: {
  readonly drawing: RefObject<SVGSVGElement | null>
  readonly title: string
  readonly description: string
  readonly fileName: string
}) => {
  const { t } = useWords()
  const [hasFailed, setFailed] = useState(false)
  const saveSvg = () => {
    if (drawing.current === null) return
    save(`${fileName}.svg`, 'image/svg+xml', drawingText(drawing.current, title))
  }
  const savePdf = async () => {
    if (drawing.current === null) return
    try {
      const { saveDrawingPdf } = await import('../../pdf/save-drawing-pdf.ts')
      await saveDrawingPdf(drawing.current, fileName, { title, description })
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <button type="button" className="button small" onClick={saveSvg}>
        {t('proofSvg')}
      </button>
      <button type="button" className="button small" onClick={savePdf}>
        {t('proofDrawingPdf')}
      </button>
      {hasFailed && (
        <p className="severity error" role="alert">
          <Icon name="octagon" /> {t('proofDrawingPdfFailed')}
        </p>
      )}
    </>
  )
}
