import { useEffect, useRef, useState } from 'react'
import type { Making } from '../pdf/slice-files.ts'
import type { TextKey } from '../texts/index.ts'
import { useWords } from './words.tsx'

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'busy'; readonly arrived: number; readonly asked: number }
  | { readonly step: 'failed'; readonly why: TextKey }
  | { readonly step: 'done'; readonly file: string }

/** Makes a PDF: says that it is being made, that it is made, or that it was not and what to do. */
export const PdfButton = ({
  isDisabled,
  onPdf,
}: {
  readonly isDisabled: boolean
  /** Gives the name of the saved file. */
  readonly onPdf: (making: Making) => Promise<string>
}) => {
  const { t } = useWords()
  const [state, setState] = useState<State>({ step: 'idle' })
  const stop = useRef<AbortController>(undefined)
  const isBusy = state.step === 'busy'
  const isLong = useAfterASecond(isBusy)
  useEffect(() => () => stop.current?.abort(), [])
  const make = () => {
    if (isBusy) return
    const controller = new AbortController()
    stop.current = controller
    setState({ step: 'busy', arrived: 0, asked: 0 })
    const say = (said: State) => {
      if (!controller.signal.aborted) setState(said)
    }
    const onArrival = (arrived: number, asked: number) => say({ step: 'busy', arrived, asked })
    onPdf({ onArrival, signal: controller.signal }).then(
      (file) => say({ step: 'done', file }),
      (fault: unknown) => say({ step: 'failed', why: reasonOf(fault) }),
    )
  }
  const cancel = () => {
    stop.current?.abort()
    setState({ step: 'idle' })
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
      {isLong && (
        <button type="button" className="button small" onClick={cancel}>
          {t('cancel')}
        </button>
      )}
      <p className={`pdf-said ${state.step === 'failed' ? 'severity error' : 'note'}`} role="status">
        {state.step === 'busy' && (isLong ? t('pdfArriving', { ...state }) : t('pdfBusy'))}
        {state.step === 'done' && t('pdfDone', { file: state.file })}
        {state.step === 'failed' && t(state.why)}
      </p>
    </>
  )
}

const reasonOf = (fault: unknown): TextKey =>
  fault instanceof Error && fault.name === 'NotOnPaper' ? 'pdfNotOnPaper' : 'pdfFailed'

/** Whether something has been going on for more than a second. */
const useAfterASecond = (isOn: boolean): boolean => {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(() => setLong(true), 1000)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [isOn])
  return isLong
}
