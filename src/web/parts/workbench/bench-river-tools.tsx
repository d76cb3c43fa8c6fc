import type { RefObject } from 'react'
import type { Bench } from '../../model/bench.ts'
import { plainName } from '../../model/name.ts'
import { fileName, saveSvg } from '../../model/save.ts'
import type { Flow } from '../../river/types.ts'
import { captionOf } from '../caption.ts'
import { PdfButton } from '../pdf-button.tsx'
import { RiverTools } from '../river-tools.tsx'
import { useWords } from '../words.tsx'

interface Props {
  readonly bench: Bench
  readonly flow: Flow
  readonly drawing: RefObject<SVGSVGElement | null>
  readonly isTable: boolean
  /** Whether T does the same as the button. */
  readonly hasLetters: boolean
  readonly onTable: () => void
}

/** Over the river at work: what is drawn and how wide, drawing or table, the drawing as a file, and how to drag. */
export const BenchRiverTools = ({ bench, flow, drawing, isTable, hasLetters, onTable }: Props) => {
  const words = useWords()
  const { t, pick } = words
  const { session, setView } = bench
  const { county } = session.county.register
  const on = session.moves.at(-1)?.on ?? county.baselineOn
  const file = fileName(county.id, on, bench.planId ?? '', flow.scope, flow.measure)
  const caption = () =>
    captionOf(
      plainName(pick({ zh: county.name, en: county.nameEn })),
      flow,
      { baseline: county.baselineOn, on },
      words,
    )
  return (
    <>
      <RiverTools
        onMeasure={(measure) => setView({ measure })}
        onScope={(scope) => setView({ scope })}
        measure={flow.measure}
        scope={flow.scope}
      />
      <div className="bench-river-tools">
        <button
          type="button"
          className="button small"
          aria-pressed={isTable}
          onClick={onTable}
          {...(hasLetters ? { 'aria-keyshortcuts': 'T' } : {})}
        >
          {t('table')}
          {hasLetters && <kbd>T</kbd>}
        </button>
        <button
          type="button"
          className="button small"
          disabled={isTable}
          onClick={() => drawing.current && saveSvg(drawing.current, file, caption())}
        >
          {t('exportSvg')}
        </button>
        <PdfButton
          isDisabled={isTable}
          onPdf={async (making) => {
            const { saveDrawingPdf } = await import('../../pdf/save-drawing-pdf.ts')
            if (drawing.current === null) throw new Error('the drawing has gone')
            await saveDrawingPdf(drawing.current, file, { ...caption(), making })
            return `${file}.pdf`
          }}
        />
        {bench.mayEdit && <span className="note">{t('dropHelp')}</span>}
      </div>
    </>
  )
}
