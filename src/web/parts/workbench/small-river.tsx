import { useMemo, useRef } from 'react'
import type { View } from '../../model/address.ts'
import type { Session } from '../../model/session.ts'
import { flowOf } from '../../river/flow.ts'
import { layoutOf } from '../../river/layout.ts'
import { amountText } from '../amount.ts'
import { RiverDrawing } from '../river-drawing.tsx'
import { useTextWidth } from '../text-width.ts'
import { useWidth } from '../use-width.ts'
import { useWords } from '../words.tsx'

const nothing = () => undefined
const fontPx = 12

/** The river of a whole plan at half the width, to be held against another one; its table is the list of units below. */
export const SmallRiver = ({
  title,
  session,
  view,
}: {
  readonly title: string
  readonly session: Session
  readonly view: Pick<View, 'measure' | 'scope'>
}) => {
  const { t, language } = useWords()
  const box = useRef<HTMLElement>(null)
  const width = Math.max(420, useWidth(box, 520))
  const measureText = useTextWidth(fontPx)
  const { measure, scope } = view
  const flow = useMemo(() => {
    const before = session.county.register
    const after = session.account?.after ?? before
    return flowOf({ before, after, moves: session.moves.flatMap(({ moves }) => moves) }, measure, scope)
  }, [session, measure, scope])
  const layout = useMemo(
    () =>
      layoutOf(flow, {
        width,
        height: 480,
        fullness: 0.5,
        fontPx,
        language,
        measureText,
        figureOf: (value) => amountText(value, flow.measure, language),
      }),
    [flow, width, language, measureText],
  )
  return (
    <figure ref={box} className="small-river">
      <figcaption>{title}</figcaption>
      <RiverDrawing
        ref={null}
        flow={flow}
        layout={layout}
        fontPx={fontPx}
        active={undefined}
        selected={undefined}
        help={t('compareRiverHelp')}
        onKeyDown={nothing}
        onHover={nothing}
        onSelect={nothing}
        onOpen={nothing}
      />
    </figure>
  )
}
