import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { ChartCanvas } from './chart-canvas.ts'

/** How a chart is moved by hand. */

type ChartRef = RefObject<ChartCanvas | undefined>
type CanvasRef = RefObject<HTMLCanvasElement | null>

/** Moves the chart as the key says; whether it was one that does. */
export const moved = (chart: ChartCanvas | undefined, key: string): boolean => {
  if (chart === undefined) return false
  if (key === 'ArrowLeft') chart.pan(80, 0)
  else if (key === 'ArrowRight') chart.pan(-80, 0)
  else if (key === 'ArrowUp') chart.pan(0, 80)
  else if (key === 'ArrowDown') chart.pan(0, -80)
  else if (key === '+' || key === '=') chart.zoom(1.4)
  else if (key === '-' || key === '−') chart.zoom(1 / 1.4)
  else if (key === '0' || key === 'Home') chart.whole()
  else return false
  return true
}

/** The place of an event in the element that hears it, in px. */
export const placeIn = (event: { clientX: number; clientY: number; currentTarget: Element }) => {
  const { left, top } = event.currentTarget.getBoundingClientRect()
  return { x: event.clientX - left, y: event.clientY - top }
}

/** A press that moves pans; one that does not chooses what is under it. */
export const useDrag = (
  chart: ChartRef,
  canvas: CanvasRef,
  onHover: (id: string | undefined) => void,
  onChoose: (id: string) => void,
) => {
  const from = useRef<{ x: number; y: number; hasMoved: boolean }>(undefined)
  return {
    down: (event: PointerEvent) => {
      if (event.button !== 0) return
      from.current = { x: event.clientX, y: event.clientY, hasMoved: false }
      canvas.current?.setPointerCapture(event.pointerId)
      canvas.current?.parentElement?.focus({ preventScroll: true })
    },
    move: (event: PointerEvent) => {
      const at = from.current
      const { x, y } = placeIn(event)
      if (at === undefined) {
        const id = chart.current?.nodeAt(x, y)
        onHover(id)
        return
      }
      const by = { x: event.clientX - at.x, y: event.clientY - at.y }
      if (!at.hasMoved && Math.hypot(by.x, by.y) < 4) return
      chart.current?.pan(by.x, by.y)
      from.current = { x: event.clientX, y: event.clientY, hasMoved: true }
    },
    up: (event: PointerEvent) => {
      const hasMoved = from.current?.hasMoved === true
      from.current = undefined
      if (hasMoved) return
      const { x, y } = placeIn(event)
      const id = chart.current?.nodeAt(x, y)
      if (id !== undefined) onChoose(id)
    },
    cancel: () => {
      from.current = undefined
    },
  }
}

/** The wheel zooms where the pointer is, once the chart has the focus; before that the page scrolls. */
export const useWheel = (canvas: CanvasRef, chart: ChartRef) => {
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    const turn = (event: WheelEvent) => {
      const hasFocus = element.parentElement?.contains(document.activeElement) === true
      if (!hasFocus && !event.ctrlKey) return
      event.preventDefault()
      const { left, top } = element.getBoundingClientRect()
      const about = { x: event.clientX - left, y: event.clientY - top }
      chart.current?.zoom(Math.exp(-event.deltaY / 400), about)
    }
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  }, [canvas, chart])
}

/** How tall the chart is, so that a screen shows all of it, also a narrow one. */
export const useHeight = (width: number): number => {
  const [room, setRoom] = useState(() => window.innerHeight)
  useEffect(() => {
    const read = () => setRoom(window.innerHeight)
    window.addEventListener('resize', read)
    return () => window.removeEventListener('resize', read)
  }, [])
  return Math.round(Math.min(900, Math.max(360, room - 340), Math.max(360, width)))
}
