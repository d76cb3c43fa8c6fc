import { useEffect, useState } from 'react'
import type { Language } from '../../kernel/text.ts'
import { bringTexts, hasTexts } from '../texts/brought.ts'
import { whenIdle } from './idle.ts'

const all: readonly Language[] = ['zh', 'en']

/** The language that the page speaks: the chosen one as soon as its words are here, until then the one before. */
export const useSpoken = (chosen: Language): Language => {
  const [spoken, speak] = useState(chosen)
  useEffect(() => {
    if (hasTexts(chosen)) return speak(chosen)
    let isDropped = false
    bringTexts(chosen).then(
      () => !isDropped && speak(chosen),
      // The server is gone: the page goes on in the language that it has.
      () => undefined,
    )
    return () => {
      isDropped = true
    }
  }, [chosen])
  useEffect(() => whenIdle(all.map((language) => () => bringTexts(language))), [])
  return spoken
}
