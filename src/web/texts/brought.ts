import type { Language } from '../../kernel/text.ts'
import type { Texts } from './index.ts'

/** The words of each language are a piece of their own: who reads one does not wait for the other. */
const pieces: Readonly<Record<Language, () => Promise<Texts>>> = {
  zh: async () => (await import('./zh.ts')).zh,
  en: async () => (await import('./en.ts')).en,
}
const brought = new Map<Language, Texts>()

/** Brings the words of a language; the page shows none of it before. Fails when the server cannot be reached. */
export const bringTexts = async (language: Language): Promise<void> => {
  if (!brought.has(language)) brought.set(language, await pieces[language]())
}

export const hasTexts = (language: Language): boolean => brought.has(language)

/** The words of a language that has been brought. */
export const textsIn = (language: Language): Texts => {
  const texts = brought.get(language)
  if (texts === undefined) throw new Error(`the words of ${language} were not brought`)
  return texts
}
