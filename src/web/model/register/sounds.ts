import type { Sounds } from './search.ts'

/**
 * How Chinese is read aloud, without tones; each text is worked out once, whatever day it is searched on. The dictionary is
 * large, so it comes only when somebody begins to search.
 */
export const loadSounds = async (): Promise<Sounds> => {
  const { pinyin } = await import('pinyin-pro')
  const known = new Map<string, readonly string[]>()
  return (text) => {
    const sounds =
      known.get(text) ?? pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' })
    known.set(text, sounds)
    return sounds
  }
}
