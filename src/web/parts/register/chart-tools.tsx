import type { RefObject } from 'react'
import { useWords } from '../words.tsx'
import type { ChartCanvas } from './chart-canvas.ts'
import { moved } from './chart-hands.ts'

/** Buttons for everything that a mouse can do with the chart, its legend, and the chart as a file. */
export const ChartTools = ({
  chart,
  hasClosed,
  onClosed,
  onVector,
}: {
  readonly chart: RefObject<ChartCanvas | undefined>
  readonly hasClosed: boolean
  readonly onClosed: () => void
  /** Saves what is in sight, or the whole. */
  readonly onVector: (isWhole: boolean) => void
}) => {
  const { t } = useWords()
  return (
    <div className="chart-tools">
      <button
        type="button"
        className="button small"
        aria-label={t('regZoomIn')}
        onClick={() => chart.current?.zoom(1.4)}
      >
        +
      </button>
      <button
        type="button"
        className="button small"
        aria-label={t('regZoomOut')}
        onClick={() => chart.current?.zoom(1 / 1.4)}
      >
        −
      </button>
      <button type="button" className="button small" onClick={() => chart.current?.whole()}>
        {t('regWhole')}
      </button>
      {(['←', '→', '↑', '↓'] as const).map((sign) => (
        <button
          key={sign}
          type="button"
          className="button small"
          aria-label={t(panKeys[sign][0])}
          onClick={() => moved(chart.current, panKeys[sign][1])}
        >
          {sign}
        </button>
      ))}
      <button type="button" className="button small" aria-pressed={hasClosed} onClick={onClosed}>
        {t('regWithClosed')}
      </button>
      <span className="chart-legend">
        <i className="mark organ" /> {t('regMarkOrgan')}
        <i className="mark guest" /> {t('regMarkGuest')}
        {hasClosed && (
          <>
            <i className="mark closed" /> {t('regMarkClosed')}
          </>
        )}
      </span>
      <button type="button" className="button small" onClick={() => onVector(false)}>
        {t('regSvgPart')}
      </button>
      <button type="button" className="button small" onClick={() => onVector(true)}>
        {t('regSvgWhole')}
      </button>
    </div>
  )
}

const panKeys = {
  '←': ['regPanLeft', 'ArrowLeft'],
  '→': ['regPanRight', 'ArrowRight'],
  '↑': ['regPanUp', 'ArrowUp'],
  '↓': ['regPanDown', 'ArrowDown'],
} as const
