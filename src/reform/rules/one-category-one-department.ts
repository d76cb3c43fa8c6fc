import type { UnitId } from '../../kernel/id.ts'
import { listed, say } from '../../kernel/text.ts'
import type { Register } from '../../register/register.ts'
import { defineRule } from '../rule.ts'
import { bodyOf } from './joined.ts'
import { atPlan, counted } from './remark.ts'
import { inForce, isOrganKind } from './terms.ts'

const kept = new WeakMap<Register, ReadonlyMap<string, ReadonlySet<UnitId>>>()

/** The organs, each with its co-located guests as one body, that hold a category of matters. */
const holders = (register: Register): ReadonlyMap<string, ReadonlySet<UnitId>> => {
  const before = kept.get(register)
  if (before !== undefined) return before
  const found = new Map<string, Set<UnitId>>()
  for (const { category, unit } of register.duties.values()) {
    const kind = register.units.get(unit)?.kind
    if (kind === undefined || !isOrganKind(kind)) continue
    const body = bodyOf(register, unit)
    const known = found.get(category)
    if (known === undefined) found.set(category, new Set([body]))
    else known.add(body)
  }
  kept.set(register, found)
  return found
}

/** 一类事项原则上由一个部门统筹: the same or close duties lie with one organ. */
export const oneCategoryOneDepartment = defineRule({
  code: 'G1',
  title: say('一类事项由一个部门统筹', 'One category of matters, one department'),
  parameter: 'duties.one-department',
  shape: inForce,
  gives: ['warning', 'note'],
  check: ({ before, after, plan }, _, tell) => {
    const [was, is] = [holders(before), holders(after)]
    const spread = [...is].filter(([, bodies]) => bodies.size > 1)
    const grown = spread.filter(([category, bodies]) => bodies.size > (was.get(category)?.size ?? 1))
    const told = grown.length > 0 ? grown : spread
    if (told.length === 0) return []
    const list = listed(
      [...told]
        .sort(([, a], [, b]) => b.size - a.size)
        .slice(0, 5)
        .map(([category, { size }]) => say(`“${category}”${size}个部门`, `“${category}” ${size}`)),
    )
    const then = [...was.values()].filter((bodies) => bodies.size > 1).length
    return [
      tell({
        severity: grown.length > 0 ? 'warning' : 'note',
        at: atPlan(plan),
        message:
          grown.length > 0
            ? say(
                `方案使${grown.length}类事项分散到更多部门：${list.zh}。`,
                `The plan spreads ${counted(grown.length, 'category', 'categories')} of matters over more departments: ${list.en}.`,
              )
            : say(
                `方案后有${spread.length}类事项由两个以上部门承担（方案前${then}类）：${list.zh}${spread.length > 5 ? '等' : ''}。`,
                `With more than one department after the plan: ${counted(spread.length, 'category', 'categories')} of matters (before: ${then}): ${list.en}.`,
              ),
        remedy: say(
          '原则上归并到一个部门；确需分担的，写明牵头部门并报编办备案。',
          'Bring each to one department; where it must be shared, name the one that leads.',
        ),
      }),
    ]
  },
})
