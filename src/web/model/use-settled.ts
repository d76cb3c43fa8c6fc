import { startTransition, useEffect, useState } from 'react'
import type { Bench } from './bench.ts'

/**
 * The bench as the drawings show it. While one types they stay as they are; when the findings of what was typed have
 * been painted, they follow, and give way to the next keystroke. Everything but the text is passed on at once.
 */
export const useSettled = (bench: Bench): Bench => {
  const [settled, setSettled] = useState(bench)
  const isSame = settled.session === bench.session && settled.text === bench.text
  useEffect(() => {
    if (!bench.isBehind && !isSame) startTransition(() => setSettled(bench))
  }, [bench, isSame])
  return isSame && !bench.isBehind ? bench : settled
}
