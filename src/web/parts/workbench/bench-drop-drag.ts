import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Focus } from '../../river/walk.ts'

/** A unit under the pointer, and the one that it is over. */
export interface Dragged {
  readonly moved: Focus
  readonly onto: Focus | undefined
  readonly x: number
  readonly y: number
}

interface Options {
  readonly isOn: boolean
  readonly onDrop: (moved: string, onto: string) => void
}

/** So far the pointer goes before a press becomes a drag, in px; so long a finger rests before it does, in ms. */
const far = 6
const long = 350

/**
 * Dragging the units of a drawing: the mouse at once, a finger after it has rested, so that a swipe still scrolls. Esc
 * or a drop beside every unit does nothing.
 */
export const useUnitDrag = (box: RefObject<HTMLElement | null>, options: Options): Dragged | undefined => {
  const [dragged, setDragged] = useState<Dragged>()
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    const element = box.current
    if (element === null || !options.isOn) return undefined
    return listen(element, setDragged, (moved, onto) => latest.current.onDrop(moved, onto))
  }, [box, options.isOn])
  return dragged
}

const listen = (
  box: HTMLElement,
  tell: (dragged: Dragged | undefined) => void,
  drop: (moved: string, onto: string) => void,
): (() => void) => {
  let pressed: { readonly moved: Focus; readonly x: number; readonly y: number } | undefined
  let now: Dragged | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const put = (next: Dragged | undefined) => {
    now = next
    tell(next)
  }
  const end = () => {
    clearTimeout(timer)
    pressed = undefined
    if (now !== undefined) put(undefined)
  }
  const take = (x: number, y: number) => {
    if (pressed !== undefined) put({ moved: pressed.moved, onto: undefined, x, y })
  }
  const down = (event: PointerEvent) => {
    const moved = unitAt(event.target)
    if (event.button !== 0 || moved === undefined || !box.contains(event.target as Node)) return
    const [x, y] = [event.clientX, event.clientY]
    pressed = { moved, x, y }
    if (event.pointerType !== 'mouse') timer = setTimeout(() => take(x, y), long)
  }
  const move = (event: PointerEvent) => {
    if (pressed === undefined) return
    const [x, y] = [event.clientX, event.clientY]
    if (now === undefined) {
      if (Math.hypot(x - pressed.x, y - pressed.y) < far) return
      if (event.pointerType !== 'mouse') return end()
      take(x, y)
    }
    const over = unitAt(document.elementFromPoint(x, y))
    const onto = over?.id === pressed.moved.id ? undefined : over
    put({ moved: pressed.moved, onto, x, y })
  }
  const up = () => {
    const left = now
    end()
    if (left?.onto !== undefined) drop(left.moved.id, left.onto.id)
  }
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || now === undefined) return
    event.preventDefault()
    event.stopPropagation()
    end()
  }
  // A finger that drags does not scroll the page; only a listener that may prevent it can say so.
  const hold = (event: TouchEvent) => {
    if (now !== undefined) event.preventDefault()
  }
  box.addEventListener('pointerdown', down)
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', up)
  window.addEventListener('pointercancel', end)
  window.addEventListener('keydown', key, true)
  box.addEventListener('touchmove', hold, { passive: false })
  return () => {
    end()
    box.removeEventListener('pointerdown', down)
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('pointercancel', end)
    window.removeEventListener('keydown', key, true)
    box.removeEventListener('touchmove', hold)
  }
}

/** The unit whose bar or name is at a place of the drawing; rows that only gather others are none. */
const unitAt = (target: EventTarget | null): Focus | undefined => {
  const name = (target as Element | null)?.closest?.('[data-unit]')?.getAttribute('data-unit')
  const [side, ...rest] = name?.split(':') ?? []
  const id = rest.join(':')
  if ((side !== 'before' && side !== 'after') || ['elsewhere', 'begun', 'ended'].includes(id))
    return undefined
  return { side, id }
}
