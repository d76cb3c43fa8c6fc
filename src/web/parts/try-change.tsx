import { useEffect } from 'react'
import type { Day } from '../../kernel/day.ts'
import { drafts } from '../model/draft/use-draft.ts'
import { whenIdle } from '../model/idle.ts'
import type { Place } from '../model/place.ts'
import { useAround } from '../model/use-who.ts'
import { useWords } from './words.tsx'

/** Writing plans is no part of reading them: it comes when there is time, or with the first click. */
const writing = () => import('../model/home/trial.ts')

/** The one button of the page: a copy of the open plan on the workbench, which changes nothing that is kept. */
export const TryChange = ({ place, on }: { readonly place: Place; readonly on: Day }) => {
  const { t } = useWords()
  const { who } = useAround()
  useEffect(() => whenIdle([writing]), [])
  if (who !== undefined && !who.operations.includes('draft-plan')) return null
  const begin = async () => {
    const { trialOf } = await writing()
    const county = place.book.files.id
    const { id, text } = trialOf(place, {
      heading: { title: t('tryTitle'), titleEn: t('tryTitle'), authority: t('tryAuthority') },
      on,
      taken: drafts.unsaved(county),
    })
    drafts.begin({ county, plan: id }, text)
    place.setView({ page: 'workbench', plan: id }, 'step')
  }
  return (
    <section className="try-change" aria-labelledby="try-title">
      <h2 id="try-title">{t('tryChange')}</h2>
      <p className="note">{t('tryChangeHelp')}</p>
      <button type="button" className="button primary" onClick={begin}>
        {t('tryChange')}
      </button>
    </section>
  )
}
