import { type Day, lastDayOf } from '../kernel/day.ts'
import type { Finding } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'
import { retirementOf } from '../measures/retirement.ts'
import type { RawTables } from '../reform/opening.ts'
import { type Person, personColumns, ranks } from '../register/person.ts'
import type { Register } from '../register/register.ts'
import { cellsOf } from './cell.ts'

const shown = 5

/** What can be read and is still hardly true of people: B13 a rank of no ladder · B14 past retirement on the day of the register. */
export const doubts = (raw: RawTables, register: Register): Finding[] => {
  const cellAt = cellsOf('people', personColumns, raw)
  const strange = new Map<string, Person[]>()
  const late: Person[] = []
  for (const person of register.people.values()) {
    const { rank } = person
    if (rank !== undefined && !ranks.has(rank)) strange.set(rank, [...(strange.get(rank) ?? []), person])
    if (isPast(person, register.county.baselineOn)) late.push(person)
  }
  return [
    ...[...strange].map(([rank, people]): Finding => {
      const { zh, en } = named(people)
      return {
        code: 'B13',
        severity: 'warning',
        ...cellAt(people[0]?.id ?? '', 'rank'),
        message: say(
          `职级“${rank}”不在任何职级序列中，${people.length}人：${zh}`,
          `“${rank}” is a rank of no ladder; held by ${people.length}: ${en}`,
        ),
        remedy: say(
          '按职级序列写，如“二级主任科员”；没有职级的留空。',
          'Write a rank such as 二级主任科员; leave it empty when there is none.',
        ),
      }
    }),
    ...(late.length === 0
      ? []
      : [pastRetirement(late, register.county.baselineOn, cellAt(late[0]?.id ?? '', 'born'))]),
  ]
}

const isPast = ({ born, category }: Person, on: Day): boolean =>
  lastDayOf(retirementOf(born, category).retiresIn) < on

const pastRetirement = (late: readonly Person[], on: Day, where: Pick<Finding, 'at' | 'place'>): Finding => {
  const { zh, en } = named(late)
  return {
    code: 'B14',
    severity: 'warning',
    ...where,
    message: say(
      `截至基准日${on}，台账中有${late.length}人已过法定退休月份：${zh}`,
      `On ${on} the register has ${late.length === 1 ? '1 person' : `${late.length} people`} past the month of statutory retirement: ${en}`,
    ),
    remedy: say(
      '已退休的从 people.csv 中删去；仍在岗的核对出生年月和退休类别。',
      'Remove who has retired from people.csv; check birth month and category of who still works.',
    ),
  }
}

/** The first few ids; the count stands before them. */
const named = (people: readonly Person[]) => {
  const ids = people.slice(0, shown).map(({ id }) => id)
  const more = people.length > shown
  return { zh: `${ids.join('、')}${more ? ' 等' : ''}`, en: `${ids.join(', ')}${more ? ' …' : ''}` }
}
