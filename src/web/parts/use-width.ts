import { type RefObject, useLayoutEffect, useState } from 'react'

/** The width of an element in px, followed as it changes. */
export const useWidth = (box: RefObject<HTMLElement | null>, initial: number): number => {
  const [width, setWidth] = useState(initial)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const read = () => setWidth(Math.floor(element.getBoundingClientRect().width))
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return width
}
