import { useEffect, useState } from 'react'
import type { Language } from '../../kernel/text.ts'
import { remembered, rememberedLanguage } from './first-language.ts'

/** What a reader chose once and finds again: language and light or dark. */
export interface Preferences {
  readonly language: Language
  readonly theme: 'system' | 'light' | 'dark'
  setLanguage(language: Language): void
  setTheme(theme: Preferences['theme']): void
}

const remember = (name: string, value: string) => {
  try {
    localStorage.setItem(`sanding.${name}`, value)
  } catch {
    // Forbidden: the choice lasts as long as the page.
  }
}

const rememberedTheme = (): Preferences['theme'] => {
  const known = remembered('theme')
  return known === 'light' || known === 'dark' ? known : 'system'
}

/** Whether the single letters T and P do something (WCAG 2.1.4): whoever speaks to the machine can switch them off. */
export const useLetterKeys = (): [boolean, (isOn: boolean) => void] => {
  const [isOn, setOn] = useState(() => remembered('letters') !== 'off')
  return [
    isOn,
    (chosen) => {
      remember('letters', chosen ? 'on' : 'off')
      setOn(chosen)
    },
  ]
}

/** `shared` is the language in the address: it wins, because whoever shared the view chose it. */
export const usePreferences = (shared: Language | undefined): Preferences => {
  const [language, setLanguage] = useState(() => shared ?? rememberedLanguage())
  const [theme, setTheme] = useState(rememberedTheme)
  useEffect(() => {
    if (shared !== undefined) setLanguage(shared)
  }, [shared])
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  return {
    language,
    theme,
    setLanguage: (chosen) => {
      remember('language', chosen)
      setLanguage(chosen)
    },
    setTheme: (chosen) => {
      remember('theme', chosen)
      setTheme(chosen)
    },
  }
}
