import { useEffect, useState } from 'react'
import { type Palette, palettes, type Theme } from '../../tokens.ts'

const now = (): Theme => {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** The colours of the page for what is painted and not styled; follows the choice of the reader and of his system. */
export const usePalette = (): Palette => {
  const [theme, setTheme] = useState(now)
  useEffect(() => {
    const read = () => setTheme(now())
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    system.addEventListener('change', read)
    const observer = new MutationObserver(read)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => {
      system.removeEventListener('change', read)
      observer.disconnect()
    }
  }, [])
  return palettes[theme]
}
