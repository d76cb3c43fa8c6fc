import { useState } from 'react'
import type { TextKey } from '../texts/index.ts'
import { useWords } from './words.tsx'

type Making =
  | { readonly step: 'idle' | 'busy' }
  | { readonly step: 'failed'; readonly why: TextKey }
  | { readonly step: 'done'; readonly file: string }

/** Makes a PDF: says that it is being made, that it is made, or that it was not and what to do. */
export const PdfButton = ({
  isDisabled,
  onPdf,
}: {
  readonly isDisabled: boolean
  readonly onPdf: () => Promise<string>
}) => {
  const { t } = useWords()
  const [making, setMaking] = useState<Making>({ step: 'idle' })
  const isBusy = making.step === 'busy'
  const make = () => {
    if (isBusy) return
    setMaking({ step: 'busy' })
    onPdf().then(
      (file) => setMaking({ step: 'done', file }),
      (fault: unknown) => {
        const isDrawing = fault instanceof Error && fault.name === 'NotOnPaper'
        setMaking({ step: 'failed', why: isDrawing ? 'pdfNotOnPaper' : 'pdfFailed' })
      },
    )
  }
  return (
    <>
      <button
        type="button"
        className="button small"
        onClick={make}
        disabled={isDisabled}
        aria-disabled={isBusy}
        aria-busy={isBusy}
      >
        {t('exportPdf')}
      </button>
      <span className={making.step === 'failed' ? 'severity error pdf-said' : 'note pdf-said'} role="status">
        {making.step === 'busy' && t('pdfBusy')}
        {making.step === 'done' && t('pdfDone', { file: making.file })}
        {making.step === 'failed' && t(making.why)}
      </span>
    </>
  )
}
