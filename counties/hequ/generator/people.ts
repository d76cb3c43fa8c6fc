import type { Cells } from './csv.ts'
import { type Lcg, lcg } from './lcg.ts'
import { sectionsIn } from './sections.ts'
import { headedByLeaders, type StaffData, staffData } from './staff.ts'

/** A synthetic person: an id and facts that fit the unit; nobody in particular (示例). */
interface PersonRow {
  readonly id: string
  readonly unit: string
  readonly section: string | undefined
  readonly postKind: string
  readonly born: string
  readonly category: string
  readonly enteredOn: string
  readonly supported: boolean
  readonly rank: string | undefined
  readonly assignment: undefined
}

/** Former retirement ages in years: how far a person is from it decides when they were born. */
const formerAge = { man: 60, woman55: 55, woman50: 50 } as const
type Category = keyof typeof formerAge

/** The baseline month, March 2020, as months since year 0. */
const baseline = 2020 * 12 + 2
const youngest = 24

const monthText = (number: number) =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`

const categoryOf = (staff: StaffData, random: Lcg): Category => {
  const drawn = random.between(1, 100)
  if (drawn <= 58) return 'man'
  return staff.postKind === 'institution' && drawn > 92 ? 'woman50' : 'woman55'
}

/** Months from the baseline to the former retirement age. About one in five is within six years of it [A]. */
const monthsLeft = (category: Category, isLeader: boolean, random: Lcg): number => {
  const most = (formerAge[category] - youngest) * 12
  if (isLeader) return random.between(96, Math.min(260, most))
  return random.between(1, 1000) <= 260 ? random.between(1, 71) : random.between(72, most)
}

const policeRanks = ['一级警长', '二级警长', '三级警长', '四级警长', '一级警员', '二级警员'] as const

/**
 * Ranks within one unit, so that its slots are kept: at most 5 % 调研员, half 主任科员 of whom fewer than half in the
 * two upper ranks, the others 科员 [A].
 */
const rankOf = (staff: StaffData, at: number): string | undefined => {
  if (staff.ladder === 'none') return undefined
  if (staff.ladder === 'police') return policeRanks[((at * policeRanks.length) / staff.people) | 0]
  const researchers = Math.floor(staff.people * 0.05)
  const [section, upper] = [Math.floor(staff.people * 0.5), Math.floor(staff.people * 0.24)]
  if (at < researchers) return '四级调研员'
  const place = at - researchers
  if (place < upper) return place % 2 === 0 ? '一级主任科员' : '二级主任科员'
  if (place < section) return place % 2 === 0 ? '三级主任科员' : '四级主任科员'
  return at % 3 === 0 ? '二级科员' : '一级科员'
}

/** Staff who hold no office are dealt out to the sections in turn. */
const sectionOf = (staff: StaffData, at: number): string | undefined => {
  const sections = sectionsIn(staff.unit)
  if (at < staff.offices.length || sections.length === 0) return undefined
  return sections[(at - staff.offices.length) % sections.length]?.id
}

const peopleIn = (staff: StaffData, first: number, random: Lcg): PersonRow[] =>
  Array.from({ length: staff.people }, (_, at): PersonRow => {
    const category = categoryOf(staff, random)
    const isLeader = at < staff.offices.length || staff.unit === 'county-leadership'
    const born = baseline + monthsLeft(category, isLeader, random) - formerAge[category] * 12
    const entered = Math.floor(born / 12) + random.between(20, 23)
    return {
      id: personId(first + at),
      unit: staff.unit,
      section: sectionOf(staff, at),
      postKind: staff.postKind,
      born: monthText(born),
      category,
      enteredOn: `${entered}-${random.pick(['07', '09', '12'])}`,
      supported: true,
      rank: rankOf(staff, at),
      assignment: undefined,
    }
  })

const personId = (number: number) => `p-${String(number).padStart(4, '0')}`

/** The number of the first person of each unit. */
const firsts: ReadonlyMap<string, number> = (() => {
  const numbers = new Map<string, number>()
  let next = 1
  for (const { unit, people } of staffData) {
    numbers.set(unit, next)
    next += people
  }
  return numbers
})()

/** The id of a person by unit and place in it, counted from 0; those who hold an office come first. */
export const personIn = (unit: string, at: number): string => personId((firsts.get(unit) ?? 0) + at)

/** Everybody, unit by unit; the same every time. */
export const peopleRows = (): PersonRow[] => {
  const random = lcg(20_200_331)
  return staffData.flatMap((staff) => peopleIn(staff, firsts.get(staff.unit) ?? 0, random))
}

/** Whether a person reaches the former retirement age after a month; the law in force from 2025 only moves it later. */
export const isStayingPast = (month: string): ((person: string) => boolean) => {
  const born = new Map(peopleRows().map((person) => [person.id, person]))
  return (id) => {
    const person = born.get(id)
    if (person === undefined) return false
    const [year = 0, monthOfYear = 1] = person.born.split('-').map(Number)
    const leaves = (year + formerAge[person.category as Category]) * 12 + monthOfYear - 1
    return monthText(leaves) > month
  }
}

const officeRow = (id: string, person: string, unit: string, facts: Cells): Cells => ({
  id,
  person,
  unit,
  concurrent: false,
  occupiesPost: true,
  ...facts,
})

/** Heads and deputies; the heads of the main Party organs are concurrent and take no post of theirs [A]. */
export const appointmentRows = (): Cells[] => [
  ...Object.entries(headedByLeaders).map(([unit, [member, title]]) =>
    officeRow(`a-${unit}-head`, personIn('county-leadership', member - 1), unit, {
      office: 'chief',
      title: `县委常委、${title}`,
      concurrent: true,
      occupiesPost: false,
    }),
  ),
  ...staffData.flatMap((staff) =>
    staff.offices.map((office, at) =>
      officeRow(`a-${staff.unit}-${at + 1}`, personIn(staff.unit, at), staff.unit, { ...office }),
    ),
  ),
]
