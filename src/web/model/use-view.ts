import { useEffect, useRef, useState } from 'react'
import { hashOf, type View, viewFrom } from './address.ts'

/** Changes the view; `step` makes it a step of its own in the browser's history, to which Back returns. */
export type SetView = (change: Partial<View>, step?: 'step') => void

/** The view, kept in the address. The address is written when the reader pauses, because a slider passes many days. */
export const useView = (): [View, SetView] => {
  const [view, setView] = useState(() => viewFrom(window.location.hash))
  const written = useRef(window.location.hash)
  const write = (hash: string, how: 'pushState' | 'replaceState') => {
    // An address that was typed and not yet read wins over the one that is about to be written.
    if (window.location.hash !== written.current || hash === written.current || hash === '#') return
    written.current = hash
    window.history[how](null, '', hash)
  }
  useEffect(() => {
    const read = () => {
      const { hash } = window.location
      if (hash === written.current) return
      written.current = hash
      setView(viewFrom(hash))
    }
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `write` only touches the address
  useEffect(() => {
    const timer = setTimeout(() => write(hashOf(view), 'replaceState'), 200)
    return () => clearTimeout(timer)
  }, [view])
  const change: SetView = (part, step) => {
    if (step !== undefined) {
      write(hashOf(view), 'replaceState')
      write(hashOf({ ...view, ...part }), 'pushState')
    }
    setView((known) => ({ ...known, ...part }))
  }
  return [view, change]
}
