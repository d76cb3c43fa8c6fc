import { say } from '../../kernel/text.ts'
import { isOpen } from '../../register/unit.ts'
import { defineRule } from '../rule.ts'
import { joinedInto } from './joined.ts'
import { organsCalled } from './must-exist.ts'
import { bodyNamed } from './remark.ts'
import { words } from './terms.ts'

/** 独立的统计机构: joining it to another department needs a legal opinion. */
export const independentStatistics = defineRule({
  code: 'M3',
  title: say('统计机构独立', 'The statistics organ is independent'),
  parameter: 'must-exist.statistics',
  shape: words,
  gives: ['opinion'],
  check: (world, names, tell) =>
    organsCalled(world.before, names).flatMap((unit) => {
      const into = joinedInto(unit, world)
      const now = world.after.units.get(unit.id)
      if (into === undefined && now !== undefined && isOpen(now)) return []
      const host = bodyNamed(world.after, into ?? unit.id)
      return [
        tell({
          severity: 'opinion',
          at: `unit:${unit.id}`,
          message: say(
            `${unit.short}${into === undefined ? '撤销' : `与${host.zh}合为一体`}，县里不再有独立的统计机构。`,
            `The ${unit.nameEn} would ${into === undefined ? 'end' : `become one with the ${host.en}`}: the county would have no independent statistics organ.`,
          ),
          remedy: say(
            '保留独立统计机构，或附法制审核意见，写明统计调查、报告、监督职权如何独立行使。',
            'Keep it apart, or attach a legal opinion on how its powers stay independent.',
          ),
        }),
      ]
    }),
})
