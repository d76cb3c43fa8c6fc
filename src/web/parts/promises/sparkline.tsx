import type { Day } from '../../../kernel/day.ts'
import type { Point } from '../../model/promises/curve.ts'
import { plotOf } from '../../model/promises/plot.ts'

const box = { width: 88, height: 24, top: 3, foot: 3 }

/** A curve in a cell. It says nothing to a screen reader: the row opens to the same curve with its table. */
export const Sparkline = ({
  points,
  recorded,
}: {
  readonly points: readonly Point[]
  readonly recorded: Day
}) => {
  const { past, rest } = plotOf(points, box, { recorded, published: undefined })
  return (
    <svg className="curve" {...size(box)} aria-hidden="true">
      {past && <path className="past" d={past} />}
      {rest && <path className="rest" d={rest} />}
    </svg>
  )
}

/** Width, height and the coordinates of a drawing that is shown as large as it is made. */
export const size = ({ width, height }: { readonly width: number; readonly height: number }) => ({
  width,
  height,
  viewBox: `0 0 ${width} ${height}`,
})
