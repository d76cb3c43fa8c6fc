import { headcount } from '../../../src/register/queries.ts'
import type { Register } from '../../../src/register/register.ts'
import { groupsData } from '../generator/institutions.ts'
import { townshipsData } from '../generator/other-units-data.ts'
import { teams } from './leaders.ts'
import { chapter, long, remark } from './yaml.ts'

const on = '2021-10-01'

/** Shares of the three placements: learning in an organ of the same line, village committees, the grid. */
const cutInThree = (people: readonly string[]): string[][] => {
  const [learning, village] = [Math.ceil(people.length * 0.35), Math.ceil(people.length * 0.75)]
  return [people.slice(0, learning), people.slice(learning, village), people.slice(village)]
}

const hostOf = (sponsor: string) =>
  sponsor === 'direct' || teams[sponsor] === undefined ? 'party-office' : sponsor

/** 903 people keep post and pay in their institution while they work elsewhere; kinds of posts are not mixed. */
export const placementLines = (register: Register): string => {
  const holders = new Set([...register.appointments.values()].map((row) => row.person))
  const lines = groupsData.map((group, at) => {
    const unit = group.id as Parameters<typeof headcount>[1]
    const over = headcount(register, unit) - group.posts
    const free = register.people.heldBy(unit).filter((person) => !holders.has(person.id))
    const placed = cutInThree(free.slice(free.length - over).map((person) => person.id))
    const town = (step: number) => townshipsData[(at + step) % townshipsData.length]?.name
    const places = [
      `跟班学习锻炼：${register.units.get(hostOf(group.sponsor))?.short}`,
      `村（社区）“两委”骨干：${town(0)}`,
      `综合管理网格员：${town(5)}`,
    ]
    return places
      .map((assignment, which) => {
        const people = placed[which] ?? []
        return people.length === 0 ? '' : long({ op: 'assign-person', on, people, to: unit, assignment })
      })
      .join('')
  })
  return [
    chapter('十、超编事业人员安置 Placement of surplus staff'),
    remark('编制和工资关系留在原单位：到对口机关跟班学习、任村（社区）“两委”骨干、任综合管理网格员'),
    ...lines,
  ].join('')
}
