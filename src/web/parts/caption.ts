import type { Day } from '../../kernel/day.ts'
import { dayText } from '../format.ts'
import type { Caption } from '../model/save.ts'
import { type Flow, fates } from '../river/types.ts'
import { sideText } from './river-ends.tsx'
import { fateKeys, measureKeys, scopeKeys } from './river-tools.tsx'
import type { Words } from './words.tsx'

/** What an exported drawing says of itself, because it leaves the page behind. */
export const captionOf = (
  county: string,
  flow: Flow,
  { baseline, on }: { readonly baseline: Day; readonly on: Day },
  words: Words,
): Caption => {
  const { t, language } = words
  const [before, after] = (['before', 'after'] as const).map((side) => {
    const { count, total } = sideText(flow, side, words)
    const day = dayText(side === 'before' ? baseline : on, language)
    return `${t(side === 'before' ? 'sideBefore' : 'sideAfter', { day })} ${count} ${total}`
  }) as [string, string]
  return {
    title: t('drawingTitle', { county, day: dayText(on, language), scope: t(scopeKeys[flow.scope]) }),
    description: t('drawingDesc', { before, after, measure: t(measureKeys[flow.measure]) }),
    before,
    after,
    legend: t('legend'),
    fates: fates.map((fate) => [fate, t(fateKeys[fate])]),
    plate: t('nameplate'),
  }
}
