import type { ReactNode } from 'react'
import { say } from '../../../kernel/text.ts'
import { nameOf } from '../../../register/queries.ts'
import type { Register } from '../../../register/register.ts'
import { reachOf } from '../../model/register/person-file.ts'
import { terms } from '../../model/register/terms.ts'
import { useAround } from '../../model/use-who.ts'
import { useWords } from '../words.tsx'
import { CardTable } from './card-table.tsx'
import { PersonFilePart } from './person-file-part.tsx'

/** A person by right: what the register has of him on the day of the page, and his file as far as a role opens it. */
export const PersonSheet = ({
  register,
  person: id,
  hasRecords,
  onUnit,
  onBack,
}: {
  readonly register: Register
  readonly person: string
  readonly hasRecords: boolean
  readonly onUnit: (id: string) => void
  readonly onBack: () => void
}) => {
  const { t } = useWords()
  const person = register.people.get(id)
  return (
    <article className="unit-sheet" aria-labelledby="person-title" data-person={id}>
      <header>
        <h2 id="person-title">
          {id} <span className="badge">{t('regSamplePerson')}</span>
        </h2>
        <button type="button" className="link" onClick={onBack}>
          {t('regBack')}
        </button>
      </header>
      {person === undefined ? (
        <p className="empty">{t('regPersonNone')}</p>
      ) : (
        <>
          <PersonFacts register={register} person={person} onUnit={onUnit} />
          <Appointments register={register} person={id} onUnit={onUnit} />
        </>
      )}
      <section className="card-part" aria-labelledby="card-file" data-part="file">
        <h3 id="card-file">{t('regFile')}</h3>
        <FileByRight county={register.county.id} person={id} hasRecords={hasRecords} />
      </section>
    </article>
  )
}

/** The file where a role opens it; otherwise plainly why it does not. */
const FileByRight = ({
  county,
  person,
  hasRecords,
}: {
  readonly county: string
  readonly person: string
  readonly hasRecords: boolean
}) => {
  const { t } = useWords()
  const { who } = useAround()
  if (!hasRecords || who === undefined) return <p className="none">{t('regFilePreview')}</p>
  const reach = reachOf(who, 'read-person', county)
  // A right over oneself alone cannot be told from here to be about this person: the file is asked for on one’s own page.
  if (reach === undefined || reach === 'own') return <p className="none">{t('regFileNoRight')}</p>
  return <PersonFilePart key={person} county={county} person={person} who={who} />
}

const PersonFacts = ({
  register,
  person,
  onUnit,
}: {
  readonly register: Register
  readonly person: NonNullable<ReturnType<Register['people']['get']>>
  readonly onUnit: (id: string) => void
}) => {
  const { t, pick } = useWords()
  const section = person.section === undefined ? undefined : register.sections.get(person.section)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('regUnit'),
      <button key="unit" type="button" className="link" onClick={() => onUnit(person.unit)}>
        {pick(nameOf(register, person.unit))}
      </button>,
    ],
    [t('regSection'), section === undefined ? '—' : pick(say(section.name, section.nameEn))],
    [t('regPostKind'), pick(terms.postKind[person.postKind])],
    [t('regRank'), person.rank ?? '—'],
    [t('regAssignment'), person.assignment ?? '—'],
    [t('regSupported'), person.supported ? t('regYes') : t('regNo')],
    [t('regBorn'), person.born],
    [t('regEntered'), person.enteredOn],
    [t('regRetirement'), pick(terms.retirement[person.category])],
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

const Appointments = ({
  register,
  person,
  onUnit,
}: {
  readonly register: Register
  readonly person: string
  readonly onUnit: (id: string) => void
}) => {
  const { t, pick } = useWords()
  return (
    <CardTable
      id="appointments"
      title={t('regAppointments')}
      columns={[
        { head: t('regUnit') },
        { head: t('regTitle') },
        { head: t('regOffice') },
        { head: t('regSince') },
      ]}
      rows={register.appointments.linkedTo(person).map((each) => [
        <button key="unit" type="button" className="link" onClick={() => onUnit(each.unit)}>
          {pick(nameOf(register, each.unit))}
        </button>,
        each.title,
        `${pick(terms.office[each.office])}${each.concurrent ? ` · ${t('regConcurrent')}` : ''}`,
        each.since ?? '—',
      ])}
    />
  )
}
