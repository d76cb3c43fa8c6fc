import { type RefObject, useMemo } from 'react'
import { type Layout, layoutOf } from '../../river/layout.ts'
import type { Flow } from '../../river/types.ts'
import { amountText } from '../amount.ts'
import { useTextWidth } from '../text-width.ts'
import { useWidth } from '../use-width.ts'
import { useWords } from '../words.tsx'

/** The size of the labels of the river at work, in px. */
export const fontPx = 12

/** The drawing in the middle column: as wide as the column, and no narrower than its names need. */
export const useBenchLayout = (flow: Flow, box: RefObject<HTMLElement | null>): Layout => {
  const { language } = useWords()
  const width = Math.max(useWidth(box, 690), 620)
  const measureText = useTextWidth(fontPx)
  const height = Math.min(900, Math.max(520, window.innerHeight - 300))
  return useMemo(() => {
    const layout = (wide: number) =>
      layoutOf(flow, {
        width: wide,
        height,
        fontPx,
        language,
        measureText,
        fullness: 0.5,
        figureOf: (value) => amountText(value, flow.measure, language),
      })
    return withRoom(layout, width)
  }, [flow, width, height, language, measureText])
}

/** The least room between the two columns of names in which ribbons can be told apart, in px. */
const leastRoom = 200

/** Long names leave no room between the columns: then the drawing is wider than its box, and scrolls in it. */
const withRoom = (layout: (width: number) => Layout, width: number): Layout => {
  let drawn = layout(width)
  for (let again = 0; again < 3 && drawn.right - drawn.left < leastRoom; again += 1)
    drawn = layout(drawn.width + Math.ceil(leastRoom - (drawn.right - drawn.left)))
  return drawn
}
