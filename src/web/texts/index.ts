import type { Language } from '../../kernel/text.ts'
import type { zh } from './zh.ts'

/** Every language has exactly the keys of the Chinese texts; a missing one does not compile. */
export type TextKey = keyof typeof zh
export type Texts = Readonly<Record<TextKey, string>>

/** `{name}` in the text becomes the value. */
export const filled = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** The text cut at its `{name}` places: words at even positions, names at odd ones. */
export const pieces = (template: string): string[] => template.split(/\{(\w+)\}/)

/** The language of a list of the browser's: Chinese when any kind of it comes first, else English. */
export const languageOf = (preferred: readonly string[]): Language => {
  const known = preferred.find((tag) => /^(zh|en)\b/i.test(tag))
  return known?.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
