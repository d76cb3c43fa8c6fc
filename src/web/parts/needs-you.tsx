import { useState } from 'react'
import { number } from '../../kernel/text.ts'
import { type Need, needsOf } from '../model/home/needs.ts'
import { unsavedPlans } from '../model/home/unsaved.ts'
import type { Place } from '../model/place.ts'
import { useAround } from '../model/use-who.ts'
import { Icon, type IconName } from './icon.tsx'
import { toFindings } from './remarks.tsx'
import { useWords, type Words } from './words.tsx'

/** As many lines as stand beside the drawing at first. */
const first = 4

const icons: Readonly<Record<Need['mark'], IconName>> = {
  error: 'octagon',
  opinion: 'sheet',
  warning: 'triangle',
  clock: 'clock',
  sheet: 'sheet',
}

/** 需要您处理: what waits for the reader by his roles, a line each, with the way to it. */
export const NeedsYou = ({ place }: { readonly place: Place }) => {
  const words = useWords()
  const { t } = words
  const { who } = useAround()
  const [isAll, setAll] = useState(false)
  const { session, planId, setView, onTheirWay } = place
  const needs = needsOf({
    who,
    session,
    planId,
    unsaved: unsavedPlans(place),
    plans: onTheirWay?.state === 'ready' ? onTheirWay.value : [],
  })
  const shown = isAll ? needs : needs.slice(0, first)
  const go = ({ to }: Need) => (to === 'findings' ? toFindings() : setView(to, 'step'))
  return (
    <section className="needs" aria-labelledby="needs-title">
      <h2 id="needs-title">
        {t('needs')} {needs.length > 0 && <small>{number(needs.length)}</small>}
        {session.findings.length > 0 && (
          <button type="button" className="link all" onClick={toFindings}>
            {t('needsFindings', { count: number(session.findings.length) })}
          </button>
        )}
      </h2>
      {needs.length === 0 && onTheirWay?.state !== 'loading' && <p className="empty">{t('needsNone')}</p>}
      <ul className="brief">
        {shown.map((need) => (
          <li key={need.id} data-need={need.id}>
            <span className={`severity ${need.mark}`}>
              <Icon name={icons[need.mark]} />
            </span>
            <button type="button" className="brief-text" onClick={() => go(need)}>
              {saidIn(need, words)}
            </button>
          </li>
        ))}
      </ul>
      {onTheirWay?.state === 'loading' && <p className="note">{t('needsLoading')}</p>}
      {onTheirWay?.state === 'failed' && <p className="note">{t('needsUnknown')}</p>}
      {needs.length > first && (
        <button type="button" className="link all" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll
            ? t('needsLess', { count: number(first) })
            : t('needsMore', { count: number(needs.length - first) })}
        </button>
      )}
    </section>
  )
}

const saidIn = ({ said }: Need, { t, pick }: Words): string => {
  if (!('key' in said)) return pick(said.message)
  const values = Object.entries(said.values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : pick(value),
  ])
  return t(said.key, Object.fromEntries(values))
}
