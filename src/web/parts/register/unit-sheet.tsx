import type { ReactNode } from 'react'
import { number, say } from '../../../kernel/text.ts'
import type { Register } from '../../../register/register.ts'
import type { Unit } from '../../../register/unit.ts'
import { dayText, figureText } from '../../format.ts'
import type { Opened } from '../../model/opened.ts'
import { about, type Happening } from '../../model/register/happened.ts'
import { terms } from '../../model/register/terms.ts'
import { type HeldFigure, headFigures, kinOf, openedHeld } from '../../model/register/unit-facts.ts'
import { useWords } from '../words.tsx'
import { CardTable } from './card-table.tsx'
import { HistoryPart } from './history-part.tsx'
import { HoldingParts } from './holding-parts.tsx'
import { PeoplePart } from './people-part.tsx'
import { StaffParts } from './staff-parts.tsx'

/** What every part of the card is given. */
export interface SheetParts {
  readonly register: Register
  readonly unit: Unit
  readonly onUnit: (id: string) => void
  readonly onPerson: (id: string) => void
  readonly onOpen: (opened: Opened) => void
}

/** 三定 card of a unit on the day of the page: what it is, does, has, who is in it, where it comes from. */
export const UnitSheet = ({
  parts,
  happenings,
  head,
}: {
  readonly parts: SheetParts
  readonly happenings: readonly Happening[]
  /** County, day and digests, for paper. */
  readonly head: ReactNode
}) => {
  const { t, pick } = useWords()
  const { unit } = parts
  return (
    <article className="unit-sheet" aria-labelledby="unit-title" data-unit={unit.id}>
      {head}
      <header>
        <h2 id="unit-title">
          {pick(say(unit.name, unit.nameEn))}
          {unit.closedOn !== undefined && <span className="badge">{t('regClosed')}</span>}
        </h2>
        <p className="lead">{pick(say(unit.nameEn, unit.name))}</p>
      </header>
      <Figures parts={parts} />
      <Facts parts={parts} />
      <DutyPart parts={parts} />
      <StaffParts parts={parts} />
      <PeoplePart parts={parts} />
      <HoldingParts parts={parts} />
      <HistoryPart happenings={about(happenings, [unit.id])} />
      <p className="print-only">{t('sampleNote')}</p>
    </article>
  )
}

const shownFigures = [
  ['posts', 'regPosts'],
  ['people', 'regPeople'],
  ['leadingPosts', 'regLeadingPosts'],
  ['leaders', 'regLeaders'],
  ['duties', 'regDuties'],
  ['budget', 'regBudget'],
  ['premises', 'regArea'],
] as const satisfies readonly (readonly [HeldFigure, string])[]

const Figures = ({ parts: { register, unit, onOpen } }: { readonly parts: SheetParts }) => {
  const { t, language } = useWords()
  const figures = headFigures(register, unit.id)
  const measured = {
    budget: 'yuan',
    premises: 'm2',
    posts: 'posts',
    leadingPosts: 'posts',
    duties: 'duties',
  } as const
  return (
    <dl className="unit-figures">
      {shownFigures.map(([figure, key]) => {
        const measure = figure === 'people' || figure === 'leaders' ? 'people' : measured[figure]
        const { value, suffix } = figureText(figures[figure], measure, language)
        return (
          <div key={figure}>
            <dt>{t(key)}</dt>
            <dd>
              <button
                type="button"
                className="figure"
                data-figure={figure}
                aria-label={t('openNumber', { label: t(key), value: `${value} ${suffix}`.trim() })}
                onClick={() => onOpen(openedHeld(register, unit, figure, t(key)))}
              >
                {value}
              </button>{' '}
              <small>{suffix}</small>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const Facts = ({ parts: { register, unit, onUnit } }: { readonly parts: SheetParts }) => {
  const { t, pick, language } = useWords()
  const kin = kinOf(register, unit)
  const links = (units: readonly Unit[]): ReactNode =>
    units.length === 0
      ? '—'
      : units.map((each, at) => (
          <span key={each.id}>
            <button type="button" className="link" onClick={() => onUnit(each.id)}>
              {pick(say(each.short, each.shortEn))}
            </button>
            {at < units.length - 1 && (language === 'zh' ? '、' : ', ')}
          </span>
        ))
  const one = (id: string | undefined): ReactNode => {
    const other = id === undefined ? undefined : register.units.get(id)
    return links(other === undefined ? [] : [other])
  }
  const day = (on: Unit['openedOn']) => (on === undefined ? '—' : dayText(on, language))
  const plates = register.nameplates.heldBy(unit.id)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('regId'), <code key="id">{unit.id}</code>],
    [t('regCode'), unit.code === undefined ? '—' : <code key="code">{unit.code}</code>],
    [t('regKind'), pick(terms.kind[unit.kind])],
    [t('regGrade'), pick(terms.grade[unit.grade])],
    [t('regManagement'), pick(terms.management[unit.management])],
    [t('regFunding'), pick(terms.funding[unit.funding])],
    [
      t('regCounts'),
      `${pick(terms.counts[unit.counts])}${language === 'zh' && unit.countReason ? `（${unit.countReason}）` : ''}`,
    ],
    [t('regSponsor'), one(unit.sponsor)],
    [t('regHost'), one(unit.coLocatedWith)],
    [t('regGuests'), links(kin.guests)],
    [
      t('regPlates'),
      plates.length === 0
        ? '—'
        : plates.map(({ name, nameEn }) => pick(say(name, nameEn))).join(language === 'zh' ? '、' : ', '),
    ],
    [t('regOpenedOn'), day(unit.openedOn)],
    [t('regClosedOn'), day(unit.closedOn)],
    [t('regPredecessors'), links(kin.predecessors)],
    [t('regSuccessors'), links(kin.successors)],
    [t('regSponsored'), kin.sponsored.length > 12 ? number(kin.sponsored.length) : links(kin.sponsored)],
  ]
  return (
    <dl className="unit-facts">
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}

const DutyPart = ({ parts: { register, unit } }: { readonly parts: SheetParts }) => {
  const { t, pick } = useWords()
  const rows = register.duties.heldBy(unit.id).map((duty) => {
    const section = duty.section === undefined ? undefined : register.sections.get(duty.section)
    return [
      <span key="name">
        {pick(say(duty.name, duty.nameEn))} <small>{duty.id}</small>
      </span>,
      pick(terms.power[duty.power]),
      duty.statutory ? t('regYes') : t('regNo'),
      section === undefined ? '—' : pick(say(section.name, section.nameEn)),
      duty.basis === '' ? '—' : duty.basis,
    ]
  })
  const columns = [t('regDuty'), t('regPower'), t('regStatutory'), t('regSection'), t('regBasisOf')]
  return (
    <CardTable id="duties" title={t('regDuties')} columns={columns.map((head) => ({ head }))} rows={rows} />
  )
}
