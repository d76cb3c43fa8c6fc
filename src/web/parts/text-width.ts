import { useEffect, useMemo, useState } from 'react'
import type { MeasureText } from '../river/layout.ts'
import { sans } from '../river/style.ts'

/** Measures text in the drawing's font with the browser's own ruler, and again when a face has been loaded. */
export const useTextWidth = (fontPx: number): MeasureText => {
  const [loaded, setLoaded] = useState(0)
  useEffect(() => {
    const again = () => setLoaded((count) => count + 1)
    document.fonts.addEventListener('loadingdone', again)
    return () => document.fonts.removeEventListener('loadingdone', again)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `loaded` only makes it measure again
  return useMemo(() => {
    const pen = document.createElement('canvas').getContext('2d')
    const known = new Map<string, number>()
    return (text, isBold) => {
      const key = `${isBold ? 'b' : 'n'}${text}`
      const before = known.get(key)
      if (before !== undefined) return before
      if (pen === null) return text.length * fontPx
      pen.font = `${isBold ? 700 : 400} ${fontPx}px ${sans}`
      const width = pen.measureText(text).width
      known.set(key, width)
      return width
    }
  }, [fontPx, loaded])
}
