import type { Layout } from '../river/layout.ts'
import { scaleStep } from '../river/scale.ts'
import type { Measure } from '../river/types.ts'
import { totalText } from './river-ends.tsx'
import { useWords } from './words.tsx'

/** How wide so many are, drawn to scale. */
export const RiverScale = ({
  layout,
  measure,
  fontPx,
}: {
  readonly layout: Layout
  readonly measure: Measure
  readonly fontPx: number
}) => {
  const words = useWords()
  const step = scaleStep(layout.pxPerUnit, fontPx)
  if (step === undefined) return null
  const size = step * layout.pxPerUnit
  const [x, y] = [layout.right - 8, layout.height + fontPx * 0.4]
  return (
    <g>
      <path className="scale" d={`M${x - 4} ${y}h8M${x} ${y}v${size}M${x - 4} ${y + size}h8`} />
      <text className="quiet" x={x - 10} y={y + size / 2 + fontPx * 0.35} textAnchor="end">
        {words.t('scaleBar', { value: totalText(step, measure, words) })}
      </text>
    </g>
  )
}
