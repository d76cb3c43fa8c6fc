import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { number } from '../../../kernel/text.ts'
import { countersOf } from '../../../reform/impact.ts'
import { registerDigest } from '../../../reform/register-digest.ts'
import { dayText } from '../../format.ts'
import type { Opened as OpenedRows } from '../../model/opened.ts'
import type { Place } from '../../model/place.ts'
import type { Records } from '../../model/register/clocks.ts'
import { orgTreeOf } from '../../model/register/org-tree.ts'
import type { Entry } from '../../model/register/search.ts'
import { fileName } from '../../model/save.ts'
import { FindingList } from '../account/finding-list.tsx'
import { Loaded } from '../account/loaded.tsx'
import { PageHead } from '../account/page-head.tsx'
import { RowsPanel } from '../rows-panel.tsx'
import { Segmented } from '../segmented.tsx'
import { useWords } from '../words.tsx'
import { ChangesSheet } from './changes-sheet.tsx'
import { ChartBox } from './chart-box.tsx'
import { PersonSheet } from './person-sheet.tsx'
import { SearchBox } from './search-box.tsx'
import { ServerAgrees } from './server-agrees.tsx'
import { TimeBar } from './time-bar.tsx'
import { UnitSheet } from './unit-sheet.tsx'
import { UnitTree } from './unit-tree.tsx'
import { useClocks, useRecords } from './use-clocks.ts'
import '../../styles/register.css'

type Part = 'chart' | 'unit' | 'changes'

/** 台账: the county as it stands on a day, as known at a record: tree, chart, units, people, search, what changed. */
export const RegisterPage = ({ place }: { readonly place: Place }) => {
  const { t, pick } = useWords()
  const loader = useRecords(place)
  const { name, nameEn } = place.session.county.register.county
  return (
    <main className="desk register">
      <PageHead title={t('pageRegister')} lead={t('regLead', { county: pick({ zh: name, en: nameEn }) })} />
      <Loaded loader={loader} id={place.book.files.id} isInside>
        {(records) => <Opened place={place} records={records} />}
      </Loaded>
    </main>
  )
}

const Opened = ({ place, records }: { readonly place: Place; readonly records: Records | undefined }) => {
  const { t, pick, language } = useWords()
  const { view, setView } = place
  const clocks = useClocks(place, records)
  const { register, on, days, happenings } = clocks
  const { county } = register
  const tree = useMemo(() => orgTreeOf(register), [register])
  const counters = useMemo(() => countersOf(register), [register])
  const documents = useMemo(
    () =>
      happenings.map(({ authority, ids }) => ({
        text: authority,
        unit: [...ids].find((id) => register.units.has(id)),
      })),
    [happenings, register],
  )
  const [part, setPart] = useState<Part>(
    view.unit === undefined && view.person === undefined ? 'chart' : 'unit',
  )
  const [from, setFrom] = useState<Day>(days.from)
  const [opened, setOpened] = useState<OpenedRows>()
  const [wanted, setWanted] = useState<{ readonly part: string | undefined }>()
  // Whoever searched for a section or a duty is led to it in the card.
  useEffect(() => {
    if (wanted?.part !== undefined)
      document.querySelector(`[data-part="${wanted.part}"]`)?.scrollIntoView({ block: 'start' })
  }, [wanted])
  const openUnit = useCallback(
    (unit: string) => {
      setView({ unit, person: undefined }, 'step')
      setPart('unit')
    },
    [setView],
  )
  const openPerson = (person: string) => {
    setView({ person, unit: view.unit ?? register.people.get(person)?.unit }, 'step')
    setPart('unit')
  }
  const select = (unit: string) => {
    if (part === 'chart') setView({ unit, person: undefined })
    else openUnit(unit)
  }
  const found = ({ kind, id, unit }: Entry) => {
    if (kind === 'person') openPerson(id)
    else if (unit !== undefined) {
      openUnit(unit)
      setWanted({ part: kind === 'section' ? 'sections' : kind === 'duty' ? 'duties' : undefined })
    }
  }
  // Back and forward of the browser lead to a unit or a person as well.
  useEffect(() => {
    if (view.person !== undefined) setPart('unit')
  }, [view.person])
  const unit = view.unit === undefined ? undefined : register.units.get(view.unit)
  const named = (...what: readonly string[]) => fileName(county.id, on, 'register', ...what)
  const day = dayText(on, language)
  const countyName = pick({ zh: county.name, en: county.nameEn })
  return (
    <>
      <TimeBar clocks={clocks} />
      <p className="register-said" role="status">
        {t('regSaid', {
          day,
          units: number(counters.openUnits),
          organs: number(counters.organs),
          posts: number(counters.posts),
          people: number(counters.people),
          duties: number(counters.duties),
        })}{' '}
        <span className="badge">{t(clocks.basis === 'records' ? 'regBasisRecords' : 'regBasisPlan')}</span>
        <span className="badge">{t('sample')}</span>
      </p>
      {records !== undefined && <FindingList findings={records.findings} />}
      {clocks.basis === 'records' && (
        <ServerAgrees county={county.id} register={register} on={on} known={clocks.known} />
      )}
      <div className="register-columns">
        <div className="register-left">
          <SearchBox register={register} documents={documents} onFound={found} />
          <UnitTree tree={tree} selected={view.unit} onSelect={select} />
        </div>
        <div className="register-main">
          <div className="register-parts">
            <Segmented
              label={t('regParts')}
              choices={[
                ['chart', t('regChart')],
                ['unit', t(view.person === undefined ? 'regUnitCard' : 'regPersonCard')],
                ['changes', t('regChanges')],
              ]}
              value={part}
              onChoose={setPart}
            />
            <button type="button" className="button small" onClick={() => window.print()}>
              {t('print')}
            </button>
          </div>
          {part === 'chart' && (
            <ChartBox
              tree={tree}
              selected={view.unit}
              fileName={named('chart')}
              title={t('regChartTitle', { county: countyName, day })}
              onSelect={select}
              onOpen={openUnit}
            />
          )}
          {part === 'changes' && (
            <ChangesSheet
              clocks={clocks}
              from={from}
              fileName={named('changes', from)}
              onFrom={setFrom}
              onOpen={setOpened}
            />
          )}
          {part === 'unit' &&
            (view.person !== undefined ? (
              <PersonSheet
                register={register}
                person={view.person}
                hasRecords={place.hasRecords}
                onUnit={openUnit}
                onBack={() => setView({ person: undefined }, 'step')}
              />
            ) : unit === undefined ? (
              <p className="empty">
                {view.unit === undefined ? t('regNoUnit') : t('regUnitNone', { id: view.unit, day })}{' '}
                <button
                  type="button"
                  className="link"
                  onClick={() => (view.unit === undefined ? setPart('chart') : clocks.setOn(days.to))}
                >
                  {view.unit === undefined ? t('regShowChart') : t('regLastDay')}
                </button>
              </p>
            ) : (
              <UnitSheet
                parts={{ register, unit, onUnit: openUnit, onPerson: openPerson, onOpen: setOpened }}
                happenings={happenings}
                head={
                  <p className="print-only">
                    <b>{t('asOf', { county: countyName, day })}</b>{' '}
                    {t('digestRegister', {
                      digest: registerDigest(register).digest.replace('sha256:', '').slice(0, 16),
                    })}
                  </p>
                }
              />
            ))}
        </div>
      </div>
      {opened !== undefined && (
        <RowsPanel opened={opened} fileName={named(opened.id)} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}
