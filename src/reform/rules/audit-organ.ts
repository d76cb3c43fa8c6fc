import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { joinedInto } from './joined.ts'
import { organMustExist, organsCalled } from './must-exist.ts'
import { bodyNamed } from './remark.ts'
import { words } from './terms.ts'

/** 审计机关: it exists, and it audits independently, so it may not become part of a body that it audits. */
export const auditOrgan = defineRule({
  code: 'M2',
  title: say('审计机关必设且独立', 'The audit organ exists and is independent'),
  parameter: 'must-exist.audit',
  shape: words,
  gives: ['error', 'note'],
  check: (world, names, tell) => {
    const merged = organsCalled(world.before, names).flatMap((unit) => {
      const into = joinedInto(unit, world)
      return into === undefined ? [] : [{ unit, into }]
    })
    if (merged.length === 0) return organMustExist(say('审计机关', 'audit organ'))(world, names, tell)
    return merged.map(({ unit, into }) => {
      const host = bodyNamed(world.after, into)
      return tell({
        severity: 'error',
        at: `unit:${unit.id}`,
        message: say(
          `${unit.short}并入或合署于${host.zh}，审计机关不再独立，其负责人将隶属于被审计单位。`,
          `The ${unit.nameEn} would become part of the ${host.en}: the audit organ would be led by a body it audits.`,
        ),
        remedy: say('保留独立的审计机关。', 'Keep the audit organ apart.'),
      })
    })
  },
})
