import { createContext, type ReactNode, use } from 'react'
import type { Language, Text } from '../../kernel/text.ts'
import { textsIn } from '../texts/brought.ts'
import { filled, pieces, type TextKey } from '../texts/index.ts'

/** The words of the chosen language, for every part of the page. */
export interface Words {
  readonly language: Language
  t(key: TextKey, values?: Readonly<Record<string, string | number>>): string
  /** A text with parts of the page in its places. */
  parts(key: TextKey, values: Readonly<Record<string, ReactNode>>): ReactNode[]
  pick(text: Text): string
}

export const wordsIn = (language: Language): Words => ({
  language,
  t: (key, values = {}) => filled(textsIn(language)[key], values),
  parts: (key, values) =>
    pieces(textsIn(language)[key]).map((piece, at) => (at % 2 === 0 ? piece : (values[piece] ?? piece))),
  pick: (text) => text[language],
})

const WordsContext = createContext<Words>(wordsIn('zh'))
export const WordsProvider = WordsContext
export const useWords = (): Words => use(WordsContext)
