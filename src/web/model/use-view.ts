import { useEffect, useRef, useState } from 'react'
import { hashOf, type View, viewFrom } from './address.ts'

/** The view, kept in the address. The address is written when the reader pauses, because a slider passes many days. */
export const useView = (): [View, (change: Partial<View>) => void] => {
  const [view, setView] = useState(() => viewFrom(window.location.hash))
  const written = useRef(window.location.hash)
  useEffect(() => {
    const read = () => {
      if (window.location.hash !== written.current) setView(viewFrom(window.location.hash))
    }
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => {
      const hash = hashOf(view)
      if (hash === window.location.hash || hash === '#') return
      written.current = hash
      window.history.replaceState(null, '', hash)
    }, 200)
    return () => clearTimeout(timer)
  }, [view])
  return [view, (change) => setView((known) => ({ ...known, ...change }))]
}
