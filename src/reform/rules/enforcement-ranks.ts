import { z } from 'zod'
import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import type { Person } from '../../register/person.ts'
import type { Register } from '../../register/register.ts'
import { defineRule } from '../rule.ts'
import { says } from './bearers.ts'
import { atPlan, counted } from './remark.ts'
import { words } from './terms.ts'

/** 行政执法类职级: those who hold one work in an enforcement body; who leaves it changes to the general ladder. */
export const enforcementRanks = defineRule({
  code: 'Q13b',
  title: say('行政执法类职级只在执法机构', 'Enforcement ranks stay with enforcement bodies'),
  parameter: 'ranks.enforcement',
  shape: z.strictObject({ ranks: words, bodies: words }),
  gives: ['warning', 'note'],
  check: ({ before, after, plan }, { ranks, bodies }, tell) => {
    const known = new Map<string, boolean>()
    const enforces = (register: Register, id: UnitId, side: string): boolean => {
      const key = side + id
      const kept = known.get(key)
      if (kept !== undefined) return kept
      const names = [register.units.get(id), ...register.nameplates.heldBy(id)].map(
        (each) => each?.name ?? '',
      )
      const does = says(names.join('\n'), bodies)
      known.set(key, does)
      return does
    }
    const strays: Person[] = []
    for (const person of after.people.values())
      if (person.rank !== undefined && says(person.rank, ranks) && !enforces(after, person.unit, 'after'))
        strays.push(person)
    if (strays.length === 0) return []
    const moved = strays.filter(({ id }) => {
      const was = before.people.get(id)
      return was === undefined || enforces(before, was.unit, 'before')
    })
    const count = moved.length > 0 ? moved.length : strays.length
    return [
      tell({
        severity: moved.length > 0 ? 'warning' : 'note',
        at: atPlan(plan),
        message: say(
          `${count}名行政执法类职级人员${moved.length > 0 ? '因本方案离开执法机构' : '在方案前即不在执法机构'}。`,
          `${counted(count, 'person', 'people')} with an enforcement rank ${moved.length > 0 ? 'taken out of' : 'outside'} an enforcement body ${moved.length > 0 ? 'by' : 'before'} the plan.`,
        ),
        remedy: say(
          '按对应关系套转为综合管理类职级，或留在执法队伍。',
          'Change them to the matching general rank, or keep them in the brigade.',
        ),
      }),
    ]
  },
})
