import { type DragEvent, useRef, useState } from 'react'
import type { CardActions } from './use-card-keys.ts'

/** Where a dragged card would be put: above or below a card. */
interface Target {
  readonly line: number
  readonly isBelow: boolean
}

/** Puts cards in another order by dragging; Alt with the arrows and the buttons of a card do the same. */
export const useCardDrag = ({ move }: CardActions, mayEdit: boolean) => {
  const dragged = useRef<number>(undefined)
  const [target, setTarget] = useState<Target>()
  const targetOf = (event: DragEvent): Target | undefined => {
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-line]')
    if (card === null) return undefined
    const { top, height } = card.getBoundingClientRect()
    return { line: Number(card.dataset.line), isBelow: event.clientY > top + height / 2 }
  }
  const list = !mayEdit
    ? {}
    : {
        onDragStart: (event: DragEvent) => {
          const line = targetOf(event)?.line
          dragged.current = line
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData('text/plain', String(line))
        },
        onDragOver: (event: DragEvent) => {
          if (dragged.current === undefined) return
          event.preventDefault()
          const next = targetOf(event)
          if (next?.line !== target?.line || next?.isBelow !== target?.isBelow) setTarget(next)
        },
        onDrop: (event: DragEvent) => {
          event.preventDefault()
          const to = targetOf(event)
          if (dragged.current !== undefined && to !== undefined) {
            const place = placeOf(dragged.current, to)
            if (place !== dragged.current) move(dragged.current, place)
          }
          dragged.current = undefined
          setTarget(undefined)
        },
        onDragEnd: () => {
          dragged.current = undefined
          setTarget(undefined)
        },
      }
  const markOf = (line: number): string =>
    target?.line !== line ? '' : target.isBelow ? ' is-drop-below' : ' is-drop-above'
  return { list, markOf }
}

/** The place that a card has after it was put above or below another. */
export const placeOf = (from: number, { line, isBelow }: Target): number => {
  const gap = isBelow ? line + 1 : line
  return gap > from ? gap - 1 : gap
}
