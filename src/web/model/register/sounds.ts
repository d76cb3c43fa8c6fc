import type { Sounds } from './search.ts'

/** How Chinese is read aloud, without tones. Large, so it comes only when somebody begins to search. */
export const loadSounds = async (): Promise<Sounds> => {
  const { pinyin } = await import('pinyin-pro')
  return (text) => pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' })
}
