import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { atPlan, called, counted, someOf } from './remark.ts'
import { reshapedIn, unitIn } from './reshaped.ts'
import { inForce } from './terms.ts'

/** 乡镇机构: managed by the commission one level up. */
export const townshipBodiesApproved = defineRule({
  code: 'P5',
  title: say('乡镇机构由上一级编委管理', 'Township bodies are managed one level up'),
  parameter: 'procedure.townships',
  shape: inForce,
  gives: ['opinion'],
  check: (world, _, tell) => {
    const towns = [...reshapedIn(world)].flatMap((id) => {
      const unit = unitIn(world, id)
      return unit?.kind === 'township' ? [unit] : []
    })
    if (towns.length === 0) return []
    const names = someOf(towns.map(called))
    return [
      tell({
        severity: 'opinion',
        at: towns.length === 1 && towns[0] ? `unit:${towns[0].id}` : atPlan(world.plan),
        message: say(
          `方案调整乡镇机构${towns.length}个（${names.zh}），须报上一级编委审批。`,
          `The plan changes ${counted(towns.length, 'township body', 'township bodies')} (${names.en}), which the commission one level up approves.`,
        ),
        remedy: say('附上一级编委批件。', 'Attach the approval of the level above.'),
      }),
    ]
  },
})
