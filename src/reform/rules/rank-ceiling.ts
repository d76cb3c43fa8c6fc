import { z } from 'zod'
import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Person } from '../../register/person.ts'
import type { Register } from '../../register/register.ts'
import type { Unit } from '../../register/unit.ts'
import type { World } from '../rule.ts'
import { atUnits, called, counted, someOf, type Tell } from './remark.ts'
import { isOrganKind, words } from './terms.ts'

/** The ranks that are too high for the organs and townships of a county, and for its leading body. */
export const above = z.strictObject({ organs: words, leadership: words })
type Above = z.output<typeof above>

/** Which of the two a unit belongs to; bodies above the county, institutions and enterprises are neither. */
export const bodyKind = (unit: Unit | undefined): keyof Above | undefined => {
  if (unit === undefined) return undefined
  if (unit.kind === 'leadership') return 'leadership'
  return isOrganKind(unit.kind) || unit.kind === 'massOrganisation' || unit.kind === 'township'
    ? 'organs'
    : undefined
}

const tooHigh = (register: Register, { unit, rank }: Person, ranks: Above): boolean => {
  const kind = rank === undefined ? undefined : bodyKind(register.units.get(unit))
  return kind !== undefined && ranks[kind].includes(rank as string)
}

/** 职级设置: an error for those whom the plan brings into a body that may not have their rank, a note for the others. */
export const aboveCeiling = ({ before, after, plan }: World, ranks: Above, tell: Tell): Finding[] => {
  const high = [...after.people.values()].filter((person) => tooHigh(after, person, ranks))
  const isOld = ({ id }: Person) => {
    const then = before.people.get(id)
    return then !== undefined && tooHigh(before, then, ranks)
  }
  const old = high.filter(isOld)
  const fresh = high.filter((person) => !isOld(person))
  return [fresh, old].flatMap((people) => {
    if (people.length === 0) return []
    const units = [...new Set(people.map(({ unit }) => unit))].flatMap((id) => after.units.get(id) ?? [])
    const names = someOf(units.map(called))
    const held = [...new Set(people.map(({ rank }) => rank))].join('、')
    const isFresh = people === fresh
    return [
      tell({
        severity: isFresh ? 'error' : 'note',
        at: atUnits(plan, units),
        message: say(
          `${names.zh}${people.length}名人员的职级（${held}）高于本级可设的最高职级${isFresh ? '' : '，方案前即有'}。`,
          `${counted(people.length, 'person', 'people')} at ${names.en} with a rank (${held}) above the highest that the level may have${isFresh ? '' : ', as before the plan'}.`,
        ),
        remedy: say(
          '核对职级；确属上级管理的干部，留在原单位。',
          'Check the rank; an official managed from above stays where they were.',
        ),
      }),
    ]
  })
}
