import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import { say } from '../../kernel/text.ts'
import type { Unit } from '../../register/unit.ts'
import { defineRule, type World } from '../rule.ts'
import { atUnits, counted, someOf } from './remark.ts'
import { reshapingsOf } from './reshaped.ts'

/** The days on which the plan reshapes each body. */
const daysOf = (world: World): ReadonlyMap<string, ReadonlySet<Day>> => {
  const days = new Map<string, Set<Day>>()
  for (const { step, ids } of reshapingsOf(world))
    for (const id of ids) days.set(id, (days.get(id) ?? new Set<Day>()).add(step.on))
  return days
}

/** 一届任期内保持相对稳定: a department that was set up or changed in this term is changed again. */
export const departmentsStableInTerm = defineRule({
  code: 'P9',
  title: say('工作部门在任期内相对稳定', 'Departments are stable within a term'),
  parameter: 'stable-structure.years',
  shape: z.number(),
  gives: ['warning'],
  check: (world, years, tell) => {
    const { before, after, plan } = world
    const { effectiveOn } = plan
    const from = plan.term?.from ?? `${Number(effectiveOn.slice(0, 4)) - years}${effectiveOn.slice(4)}`
    const again: { unit: Unit; since: string }[] = []
    for (const [id, days] of daysOf(world)) {
      const was = before.units.get(id)
      const unit = was ?? after.units.get(id)
      if (unit?.kind !== 'governmentDepartment') continue
      const opened = was?.openedOn
      if (opened !== undefined && opened >= from) again.push({ unit, since: opened })
      else if (days.size > 1) again.push({ unit, since: [...days].sort()[0] ?? effectiveOn })
    }
    if (again.length === 0) return []
    const names = someOf(
      again.map(({ unit, since }) => say(`${unit.short}（${since}）`, `${unit.shortEn} (${since})`)),
    )
    return [
      tell({
        severity: 'warning',
        at: atUnits(
          plan,
          again.map(({ unit }) => unit),
        ),
        message: say(
          `${again.length}个工作部门在${plan.term === undefined ? `${years}年` : '本届政府任期'}内再次调整（上次）：${names.zh}。`,
          `${counted(again.length, 'department')} changed again within ${plan.term === undefined ? `${years} years` : 'this term'} (last time): ${names.en}.`,
        ),
        remedy: say('说明再次调整的理由，或推迟到下届政府。', 'Say why, or leave it to the next term.'),
      }),
    ]
  },
})
