import type { UnitId } from '../../kernel/id.ts'
import { number, say } from '../../kernel/text.ts'
import { shortNameOf } from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import { tallyOf } from '../rules/tally.ts'
import { lastDay, withLines } from './lines.ts'
import { defineRemedy } from './remedy.ts'

const staffLines = (register: Register, unit: UnitId): readonly string[] =>
  register.budget
    .heldBy(unit)
    .filter(({ item }) => item === 'staff')
    .map(({ id }) => id)

/** Where most of the people of a unit have gone. */
const followed = (before: Register, after: Register, unit: UnitId): UnitId | undefined => {
  const count = new Map<UnitId, number>()
  for (const { id } of before.people.heldBy(unit)) {
    const now = after.people.get(id)?.unit
    if (now !== undefined && now !== unit) count.set(now, (count.get(now) ?? 0) + 1)
  }
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** Q18: staff money that was left behind follows the people. */
export const moneyAfterPeople = defineRemedy({
  name: 'money-after-people',
  codes: ['Q18'],
  propose: (_, { before, after, plan }) => {
    const left = [...after.units.values()].flatMap(({ id }) => {
      const lines = staffLines(after, id)
      const isEmpty = tallyOf(after, id).supported === 0 && tallyOf(before, id).supported > 0
      const to = lines.length > 0 && isEmpty ? followed(before, after, id) : undefined
      return to === undefined ? [] : [{ lines, to }]
    })
    if (left.length === 0) return []
    const names = [...new Set(left.map(({ to }) => to))].map((to) => shortNameOf(after, to))
    return [
      {
        label: say(
          `人员经费随人划入${names.map(({ zh }) => zh).join('、')}`,
          `Send ${number(left.length)} units’ staff money after the people: ${names.map(({ en }) => en).join(', ')}`,
        ),
        edit: (text) =>
          withLines(
            text,
            left.map(({ lines, to }) => ({ op: 'transfer-budget', lines, to, ...lastDay(plan) })),
          ),
      },
    ]
  },
})
