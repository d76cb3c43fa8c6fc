import type { ReactNode } from 'react'
import { number, say } from '../../../kernel/text.ts'
import { terms } from '../../model/register/terms.ts'
import { leadingOf, strengthOf } from '../../model/register/unit-facts.ts'
import { useWords } from '../words.tsx'
import { CardTable } from './card-table.tsx'
import type { SheetParts } from './unit-sheet.tsx'

/** 编制与实有, 领导职数与任职, 内设机构. */
export const StaffParts = ({ parts }: { readonly parts: SheetParts }) => (
  <>
    <QuotaPart parts={parts} />
    <LeadingPart parts={parts} />
    <SectionPart parts={parts} />
  </>
)

const QuotaPart = ({ parts: { register, unit } }: { readonly parts: SheetParts }) => {
  const { t, pick } = useWords()
  const strengths = strengthOf(register, unit.id)
  const total = (of: 'posts' | 'people' | 'vacant') => strengths.reduce((sum, each) => sum + each[of], 0)
  const vacancy = (vacant: number): ReactNode =>
    vacant < 0 ? <strong className="over">{t('regOver', { count: number(-vacant) })}</strong> : number(vacant)
  const columns = [
    { head: t('regPostKind') },
    { head: t('regPosts'), isNumber: true },
    { head: t('regPeople'), isNumber: true },
    { head: t('regVacant'), isNumber: true },
  ]
  return (
    <CardTable
      id="quotas"
      title={t('regQuotas')}
      count={total('posts')}
      columns={columns}
      rows={strengths.map(({ kind, posts, people, vacant }) => [
        pick(terms.postKind[kind]),
        number(posts),
        number(people),
        vacancy(vacant),
      ])}
      total={[t('total'), number(total('posts')), number(total('people')), vacancy(total('vacant'))]}
    />
  )
}

const LeadingPart = ({ parts: { register, unit, onPerson } }: { readonly parts: SheetParts }) => {
  const { t, pick } = useWords()
  const levels = leadingOf(register, unit.id)
  const posts = levels.reduce((sum, level) => sum + level.posts, 0)
  const leaders = levels.flatMap((level) => level.leaders)
  const others = register.appointments
    .heldBy(unit.id)
    .filter((each) => !leaders.includes(each) && each.office !== 'sectionHead')
  const said = levels.map(({ level, posts, leaders }) =>
    t(level === 'chief' ? 'regChiefs' : 'regDeputies', {
      posts: number(posts),
      leaders: number(leaders.length),
    }),
  )
  return (
    <CardTable
      id="leading"
      title={t('regLeadingPosts')}
      count={posts}
      note={<p className="note">{said.join(' · ')}</p>}
      columns={[
        { head: t('regPerson') },
        { head: t('regTitle') },
        { head: t('regOffice') },
        { head: t('regTakesPost') },
        { head: t('regSince') },
      ]}
      rows={[...leaders, ...others].map((each) => [
        <PersonLink key="person" id={each.person} onPerson={onPerson} />,
        each.title,
        `${pick(terms.office[each.office])}${each.concurrent ? ` · ${t('regConcurrent')}` : ''}`,
        leaders.includes(each) ? t('regYes') : t('regNo'),
        each.since ?? '—',
      ])}
    />
  )
}

const SectionPart = ({ parts: { register, unit } }: { readonly parts: SheetParts }) => {
  const { t, pick } = useWords()
  const people = register.people.heldBy(unit.id)
  const duties = register.duties.heldBy(unit.id)
  return (
    <CardTable
      id="sections"
      title={t('regSections')}
      columns={[
        { head: t('regSection') },
        { head: t('regPosts'), isNumber: true },
        { head: t('regPeople'), isNumber: true },
        { head: t('regDuties'), isNumber: true },
      ]}
      rows={register.sections
        .heldBy(unit.id)
        .map(({ id, name, nameEn, posts }) => [
          pick(say(name, nameEn)),
          number(posts),
          number(people.filter(({ section }) => section === id).length),
          number(duties.filter(({ section }) => section === id).length),
        ])}
    />
  )
}

/** A person by id: names do not stand in the register. */
export const PersonLink = ({
  id,
  onPerson,
}: {
  readonly id: string
  readonly onPerson: (id: string) => void
}) => (
  <button type="button" className="link" onClick={() => onPerson(id)}>
    {id}
  </button>
)
