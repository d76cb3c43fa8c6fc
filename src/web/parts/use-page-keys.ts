import { useEffect, useRef } from 'react'

interface PageKeys {
  readonly isPresenting: boolean
  /** Whether T and P do something. */
  readonly hasLetters: boolean
  readonly onTable: () => void
  readonly onPresent: () => void
  /** Moves the day; says whether the key was one that does. */
  readonly onDayKey: (key: string) => boolean
}

/** Where single letters are heard: nowhere in particular, in the drawing or its table, on the buttons that name them. */
const places = '.river-box, .view-buttons, .present-line'
const isTyping = (target: Element) => target.closest('input, select, textarea, dialog') !== null

/** T and P on the page; in the projector also the keys of the day, and Esc. */
export const usePageKeys = (keys: PageKeys): void => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const target = event.target instanceof Element ? event.target : document.body
      if (document.querySelector('dialog[open]') !== null) return
      if (answers(event.key, target, latest.current)) event.preventDefault()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}

/** Does what the key says, and says whether it did. */
const answers = (key: string, target: Element, keys: PageKeys): boolean => {
  if (keys.isPresenting && key === 'Escape') {
    keys.onPresent()
    return true
  }
  if (isTyping(target)) return false
  const letter = key.toLowerCase()
  if (keys.hasLetters && (target === document.body || target.closest(places) !== null)) {
    if (letter === 'p') keys.onPresent()
    if (letter === 't' && !keys.isPresenting) keys.onTable()
    if (letter === 'p' || letter === 't') return true
  }
  return keys.isPresenting && keys.onDayKey(key)
}
