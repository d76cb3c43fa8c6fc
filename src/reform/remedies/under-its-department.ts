import { z } from 'zod'
import { number, say } from '../../kernel/text.ts'
import { unitsIn } from '../rules/tally.ts'
import { lastDay, withLines } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** Q7: as many institutions as are too many directly under the county go under the department that sponsors them. */
export const underItsDepartment = defineRemedy({
  name: 'under-its-department',
  codes: ['Q7'],
  propose: (_, { before, after, plan, policy }) => {
    const most = z.number().safeParse(policy.limit('institutions.direct')?.value)
    const direct = unitsIn(after).filter((unit) => unit.direct && unit.kind === 'publicInstitution')
    const over = most.success ? direct.length - most.data : 0
    const wasDirect = (id: string) => before.units.get(id)?.direct === true
    const moving = direct
      .filter(({ sponsor }) => sponsor !== undefined)
      .sort((a, b) => Number(wasDirect(a.id)) - Number(wasDirect(b.id)) || b.order - a.order)
      .slice(0, over)
    if (over <= 0 || moving.length < over) return []
    return [
      {
        label: say(
          `将${moving.map(({ short }) => short).join('、')}划归举办单位管理`,
          `Place ${number(over)} under the department that sponsors it: ${moving.map(({ shortEn }) => shortEn).join(', ')}`,
        ),
        edit: (text) =>
          withLines(
            text,
            moving.map(({ id, sponsor }) => ({
              op: 'change-subordination',
              unit: id,
              sponsor,
              direct: false,
              ...lastDay(plan),
            })),
          ),
      },
    ]
  },
})
