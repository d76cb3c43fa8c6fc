import { useCallback, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { number } from '../../../kernel/text.ts'
import { dayText } from '../../format.ts'
import { choiceWord } from '../../model/forms/choice-words.ts'
import { csvOf } from '../../model/opened.ts'
import { fetchUnitToday, type UnitToday, unitsOf } from '../../model/own-unit.ts'
import { save } from '../../model/save.ts'
import { useLoading } from '../../model/use-loading.ts'
import { useAround } from '../../model/use-who.ts'
import { Choice } from '../account/field.tsx'
import { Loaded } from '../account/loaded.tsx'
import { PageHead } from '../account/page-head.tsx'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'

/** 三定: the unit that one heads or works for, as it stands today, also after a merger: its duties, posts and people. */
export const OwnUnitPage = ({ county }: { readonly county: string }) => {
  const { t } = useWords()
  const { who } = useAround()
  const units = who === undefined ? [] : unitsOf(who, county)
  const [chosen, setChosen] = useState(units[0])
  const unit = chosen !== undefined && units.includes(chosen) ? chosen : units[0]
  return (
    <main className="desk">
      <PageHead title={t('pageUnit')} />
      {units.length > 1 && (
        <Choice
          label={t('pageUnit')}
          value={unit ?? ''}
          choices={units.map((id) => [id, id])}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      {unit === undefined ? (
        <p className="empty">{t('unitNone')}</p>
      ) : (
        <Today key={unit} county={county} unit={unit} />
      )}
    </main>
  )
}

const Today = ({ county, unit }: { readonly county: string; readonly unit: string }) => {
  const load = useCallback((signal: AbortSignal) => fetchUnitToday(county, unit, signal), [county, unit])
  return (
    <Loaded loader={useLoading(load)} id={unit} isInside>
      {(today) => <Card county={county} today={today} />}
    </Loaded>
  )
}

const Card = ({ county, today: { on, was, is } }: { readonly county: string; readonly today: UnitToday }) => {
  const { t, pick, language } = useWords()
  const rows = [
    [t('unitKind'), `${pick(choiceWord(is.kind))} · ${pick(choiceWord(is.grade, 'grade'))}`],
    [t('unitPosts'), number(is.posts)],
    [t('unitPeople'), number(is.people)],
    [t('unitLeaders'), `${number(is.leaders)} / ${number(is.leadingPosts)}`],
    ...(is.sections.length > 0 ? [[t('unitSections'), is.sections.join('、')]] : []),
    ...(is.nameplates.length > 0 ? [[t('unitPlates'), is.nameplates.join('、')]] : []),
  ] as const
  return (
    <section aria-labelledby="unit-title" className="own-unit">
      <h2 id="unit-title">
        {pick(is.name)} <small>{dayText(on as Day, language)}</small>
      </h2>
      {was.id !== is.id && was.closedOn !== null && (
        <p className="severity note" role="status">
          <Icon name="info" />{' '}
          {t('unitMerged', {
            was: pick(was.name),
            day: dayText(was.closedOn as Day, language),
            unit: pick(is.name),
          })}
        </p>
      )}
      {!is.isOpen && <p className="severity warning">{t('unitClosed')}</p>}
      {is.people > is.posts && (
        <p className="severity warning">
          <Icon name="triangle" /> {t('unitOver', { count: number(is.people - is.posts) })}
        </p>
      )}
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>
        {t('unitDuties')} <small>{number(is.duties.length)}</small>{' '}
        <button
          type="button"
          className="link"
          onClick={() =>
            save(
              `${county}-${is.id}-${on}-duties.csv`,
              'text/csv',
              csvOf(
                [t('unitDutyId'), t('unitDuty')],
                is.duties.map(({ id, name }) => [id, name]),
              ),
            )
          }
        >
          CSV
        </button>
      </h3>
      {is.duties.length === 0 ? (
        <p className="empty">{t('unitDutiesNone')}</p>
      ) : (
        <ol className="unit-duties">
          {is.duties.map(({ id, name }) => (
            <li key={id} data-duty={id}>
              {name}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
