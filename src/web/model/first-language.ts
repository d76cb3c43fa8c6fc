import type { Language } from '../../kernel/text.ts'
import { languageOf } from '../texts/index.ts'

/** Where a reader's choices are kept. Storage may be forbidden by the browser; then nothing is remembered and nothing fails. */
export const remembered = (name: string): string | null => {
  try {
    return localStorage.getItem(`sanding.${name}`)
  } catch {
    return null
  }
}

const languageIn = (word: string | null): Language | undefined =>
  word === 'zh' || word === 'en' ? word : undefined

/** The language that a reader chose once, else the browser's. */
export const rememberedLanguage = (): Language =>
  languageIn(remembered('language')) ?? languageOf(navigator.languages)

/** The language in which the page begins: that of the address wins, because whoever shared the view chose it. */
export const firstLanguage = (hash: string): Language =>
  languageIn(new URLSearchParams(hash.replace(/^#/, '')).get('lang')) ?? rememberedLanguage()
