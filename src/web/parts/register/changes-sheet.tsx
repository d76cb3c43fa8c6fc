import { useMemo } from 'react'
import { type Day, parseDay } from '../../../kernel/day.ts'
import { number } from '../../../kernel/text.ts'
import { changeText, dayText } from '../../format.ts'
import { csvOf, type Opened } from '../../model/opened.ts'
import { type ChangeGroup, type ChangeName, changeGroups } from '../../model/register/changes.ts'
import { withinDays } from '../../model/register/days.ts'
import { save } from '../../model/save.ts'
import { TableBox } from '../account/table-box.tsx'
import { useWords } from '../words.tsx'
import type { Clocks } from './use-clocks.ts'

export const changeKeys = {
  closed: 'regChClosed',
  opened: 'regChOpened',
  renamed: 'regChRenamed',
  unitFacts: 'regChUnitFacts',
  dutiesMoved: 'regChDutiesMoved',
  dutiesBegun: 'regChDutiesBegun',
  dutiesEnded: 'regChDutiesEnded',
  dutyFacts: 'regChDutyFacts',
  posts: 'regChPosts',
  leadingPosts: 'regChLeadingPosts',
  peopleMoved: 'regChPeopleMoved',
  peopleJoined: 'regChPeopleJoined',
  peopleLeft: 'regChPeopleLeft',
  peopleFacts: 'regChPeopleFacts',
  appointmentsBegun: 'regChAppointmentsBegun',
  appointmentsEnded: 'regChAppointmentsEnded',
  appointmentsChanged: 'regChAppointmentsChanged',
  sectionsBegun: 'regChSectionsBegun',
  sectionsEnded: 'regChSectionsEnded',
  sectionsChanged: 'regChSectionsChanged',
  nameplates: 'regChNameplates',
  holdings: 'regChHoldings',
} as const satisfies Record<ChangeName, string>

/** What changed between two days: counts that open their rows, and all of it as a file. */
export const ChangesSheet = ({
  clocks,
  from,
  fileName,
  onFrom,
  onOpen,
}: {
  readonly clocks: Clocks
  readonly from: Day
  readonly fileName: string
  readonly onFrom: (day: Day) => void
  readonly onOpen: (opened: Opened) => void
}) => {
  const { t, pick, language } = useWords()
  const { days, on, registerOf, register } = clocks
  const groups = useMemo(
    () => (from <= on ? changeGroups(registerOf(from), register) : changeGroups(register, registerOf(from))),
    [registerOf, from, on, register],
  )
  const isAmount = ({ id }: ChangeGroup) => id === 'posts' || id === 'leadingPosts'
  const opened = (group: ChangeGroup): Opened => ({
    id: `changes-${group.id}`,
    label: { zh: t(changeKeys[group.id]), en: t(changeKeys[group.id]) },
    unit: group.measure,
    value: group.total,
    definition: {
      zh: t('regChDefinition', { from: dayText(from, language), to: dayText(on, language) }),
      en: t('regChDefinition', { from: dayText(from, language), to: dayText(on, language) }),
    },
    formula: {
      zh: t('regChFormula', { rows: number(group.rows.length) }),
      en: t('regChFormula', { rows: number(group.rows.length) }),
    },
    rows: group.rows,
  })
  const csv = () =>
    csvOf(
      [t('regChGroup'), t('colAddress'), t('colLabel'), t('colValue')],
      groups.flatMap((group) =>
        group.rows.map((row) => [t(changeKeys[group.id]), row.at, pick(row.label), row.value]),
      ),
    )
  return (
    <section className="changes-sheet" aria-labelledby="changes-title">
      <h2 id="changes-title">{t('regChanges')}</h2>
      <div className="changes-days">
        <label>
          <span>{t('regFrom')}</span>
          <input
            type="date"
            value={from}
            min={days.from}
            max={days.to}
            onChange={(event) => {
              const day = parseDay(event.target.value)
              if (day !== undefined) onFrom(withinDays(days, day))
            }}
          />
        </label>
        <span>{t('regTo', { day: dayText(on, language) })}</span>
        <button
          type="button"
          className="button small"
          disabled={groups.length === 0}
          onClick={() => save(`${fileName}.csv`, 'text/csv;charset=utf-8', csv())}
        >
          {t('exportCsv')}
        </button>
      </div>
      {groups.length === 0 ? (
        <p className="empty">
          {t('regChNone')}{' '}
          <button type="button" className="link" onClick={() => onFrom(days.from)}>
            {t('regChFromFirst', { day: dayText(days.from, language) })}
          </button>
        </p>
      ) : (
        <TableBox label={t('regChanges')}>
          <table className="plain changes-table">
            <thead>
              <tr>
                <th scope="col">{t('regChGroup')}</th>
                <th scope="col" className="number">
                  {t('regChCount')}
                </th>
                <th scope="col">{t('regChFirst')}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={group.id} data-change={group.id}>
                  <th scope="row">{t(changeKeys[group.id])}</th>
                  <td className="number">
                    <button
                      type="button"
                      className="figure"
                      aria-label={t('openNumber', {
                        label: t(changeKeys[group.id]),
                        value: isAmount(group) ? changeText(group.total) : number(group.total),
                      })}
                      onClick={() => onOpen(opened(group))}
                    >
                      {isAmount(group) ? changeText(group.total) : number(group.total)}
                    </button>
                  </td>
                  <td className="prose">
                    {group.rows
                      .slice(0, 3)
                      .map(({ label }) => pick(label))
                      .join(language === 'zh' ? '；' : '; ')}
                    {group.rows.length > 3 && ' …'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </section>
  )
}
