import { useCallback, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { dayText } from '../../format.ts'
import { choiceWord } from '../../model/forms/choice-words.ts'
import { csvOf } from '../../model/opened.ts'
import {
  fetchPublished,
  fetchPublishedCounties,
  type PublishedCounty,
  type PublishedUnit,
  unitsWith,
} from '../../model/published.ts'
import { save } from '../../model/save.ts'
import { useLoading } from '../../model/use-loading.ts'
import '../../styles/published.css'
import { Choice, Field } from '../account/field.tsx'
import { Loaded } from '../account/loaded.tsx'
import { PageHead } from '../account/page-head.tsx'
import { useWords } from '../words.tsx'

/** 公开: the bodies of a county and their functions, for everybody; by the columns that the law publishes. */
export const PublishedPage = ({
  county,
  onCounty,
}: {
  readonly county: string | undefined
  readonly onCounty: (id: string) => void
}) => {
  const { t, pick } = useWords()
  const counties = useLoading(fetchPublishedCounties)
  return (
    <main className="desk published">
      <PageHead title={t('pagePublished')} lead={t('publishedLead')} />
      <Loaded loader={counties} isInside>
        {(list) => {
          const open = list.find(({ id }) => id === county) ?? list[0]
          if (open === undefined) return <p className="empty">{t('publishedNone')}</p>
          return (
            <>
              {list.length > 1 && (
                <Choice
                  label={t('county')}
                  value={open.id}
                  choices={list.map(({ id, name }) => [id, pick(name)])}
                  onChange={(event) => onCounty(event.currentTarget.value)}
                />
              )}
              <County key={open.id} id={open.id} />
            </>
          )
        }}
      </Loaded>
    </main>
  )
}

const County = ({ id }: { readonly id: string }) => {
  const load = useCallback((signal: AbortSignal) => fetchPublished(id, signal), [id])
  const loader = useLoading(load)
  return (
    <Loaded loader={loader} id={id} isInside>
      {(county) => <Units county={county} />}
    </Loaded>
  )
}

const Units = ({ county }: { readonly county: PublishedCounty }) => {
  const { t, pick, language } = useWords()
  const [words, setWords] = useState('')
  const units = unitsWith(county.units, words)
  const rows = units.flatMap((unit) =>
    unit.duties.map((duty) => [pick(unit.name), pick(duty.name), pick(choiceWord(duty.power)), duty.basis]),
  )
  return (
    <>
      <p className="published-head">
        {t('publishedOn', {
          county: pick(county.name),
          day: dayText(county.on as Day, language),
          count: units.length,
        })}{' '}
        <button
          type="button"
          className="button small"
          onClick={() =>
            save(
              `${county.county}-${county.on}-public.csv`,
              'text/csv',
              csvOf([t('publishedUnit'), t('publishedDuty'), t('publishedPower'), t('publishedBasis')], rows),
            )
          }
        >
          CSV
        </button>
      </p>
      <Field
        label={t('publishedFind')}
        type="search"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {units.length === 0 ? (
        <p className="empty">{t('publishedFindNone')}</p>
      ) : (
        <ul className="published-units">
          {units.map((unit) => (
            <li key={unit.id}>
              <UnitDetails unit={unit} isOpen={words.trim() !== '' && units.length < 6} all={county.units} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const UnitDetails = ({
  unit,
  isOpen,
  all,
}: {
  readonly unit: PublishedUnit
  readonly isOpen: boolean
  readonly all: readonly PublishedUnit[]
}) => {
  const { t, pick, language } = useWords()
  const host = all.find(({ id }) => id === unit.coLocatedWith)
  return (
    <details open={isOpen}>
      <summary>
        <b>{pick(unit.name)}</b>{' '}
        <small>
          {pick(choiceWord(unit.kind))} · {t('publishedDuties', { count: unit.duties.length })}
        </small>
        {unit.nameplates.map((plate) => (
          <span key={plate.zh} className="plate">
            {pick(plate)}
          </span>
        ))}
      </summary>
      {host !== undefined && <p className="note">{t('publishedWith', { unit: pick(host.name) })}</p>}
      {unit.sections.length > 0 && (
        <p className="note">
          {t('publishedSections', { list: unit.sections.map(pick).join(language === 'zh' ? '、' : ', ') })}
        </p>
      )}
      <ol>
        {unit.duties.map((duty) => (
          <li key={duty.name.zh}>
            {pick(duty.name)}{' '}
            <small>
              {pick(choiceWord(duty.power))} · {duty.basis}
            </small>
          </li>
        ))}
      </ol>
    </details>
  )
}
