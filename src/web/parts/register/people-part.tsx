import { number, say } from '../../../kernel/text.ts'
import { terms } from '../../model/register/terms.ts'
import { useWords } from '../words.tsx'
import { CardTable } from './card-table.tsx'
import { PersonLink } from './staff-parts.tsx'
import type { SheetParts } from './unit-sheet.tsx'

/** People of a unit: always in numbers, and by the rows of the register that the reader's role was given; never a name. */
export const PeoplePart = ({ parts: { register, unit, onPerson } }: { readonly parts: SheetParts }) => {
  const { t, pick } = useWords()
  const people = register.people.heldBy(unit.id)
  const supported = people.filter((each) => each.supported).length
  const assigned = people.filter(({ assignment }) => assignment !== undefined).length
  return (
    <CardTable
      id="people"
      title={t('regPeople')}
      note={
        <p className="note">
          {t('regPeopleNote', { supported: number(supported), assigned: number(assigned) })}
        </p>
      }
      columns={[
        { head: t('regPerson') },
        { head: t('regPostKind') },
        { head: t('regSection') },
        { head: t('regRank') },
        { head: t('regTitle') },
        { head: t('regAssignment') },
      ]}
      rows={people.map((person) => {
        const section = person.section === undefined ? undefined : register.sections.get(person.section)
        const titles = register.appointments.linkedTo(person.id).map(({ title }) => title)
        return [
          <PersonLink key="person" id={person.id} onPerson={onPerson} />,
          pick(terms.postKind[person.postKind]),
          section === undefined ? '—' : pick(say(section.name, section.nameEn)),
          person.rank ?? '—',
          titles.length === 0 ? '—' : titles.join('、'),
          person.assignment ?? '—',
        ]
      })}
    />
  )
}
