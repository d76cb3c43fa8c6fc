import { type Day, parseDay } from '../../kernel/day.ts'
import type { Language } from '../../kernel/text.ts'
import { type Measure, measures, type Scope, scopes } from '../river/types.ts'
import { type Page, pages } from './pages.ts'

/** What a view is made of: kept in the address after `#`, so that it can be shared and bookmarked. */
export interface View {
  /** Undefined for the first page that one's roles open. */
  readonly page: Page | undefined
  readonly county: string | undefined
  readonly plan: string | undefined
  /** The line of the plan's text that is meant; from 1. */
  readonly line?: number | undefined
  /** The unit, and the person, that the register is open at. */
  readonly unit?: string | undefined
  readonly person?: string | undefined
  readonly on: Day | undefined
  readonly measure: Measure
  readonly scope: Scope
  readonly language: Language | undefined
}

/** Reads the part of an address after `#`. What cannot be read is left to its default. */
export const viewFrom = (hash: string): View => {
  const words = new URLSearchParams(hash.replace(/^#/, ''))
  const word = (name: string) => words.get(name) ?? undefined
  const on = word('on')
  const language = word('lang')
  return {
    page: pages.find((each) => each === word('page')),
    county: word('county'),
    plan: word('plan'),
    line: lineFrom(word('line')),
    unit: word('unit'),
    person: word('person'),
    on: on === undefined ? undefined : parseDay(on),
    measure: measures.find((each) => each === word('width')) ?? 'people',
    scope: scopes.find((each) => each === word('units')) ?? 'organs',
    language: language === 'zh' || language === 'en' ? language : undefined,
  }
}

/** Only the plain writing of a whole number from 1; anything else is no line. */
const lineFrom = (word: string | undefined): number | undefined =>
  word !== undefined && /^[1-9]\d{0,6}$/.test(word) ? Number(word) : undefined

export const hashOf = (view: View): string => {
  const words = new URLSearchParams()
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined) words.set(name, value)
  }
  put('page', view.page)
  put('county', view.county)
  put('plan', view.plan)
  put('line', view.line?.toString())
  put('unit', view.unit)
  put('person', view.person)
  put('on', view.on)
  put('width', view.measure === 'people' ? undefined : view.measure)
  put('units', view.scope === 'organs' ? undefined : view.scope)
  put('lang', view.language)
  return `#${words}`
}
