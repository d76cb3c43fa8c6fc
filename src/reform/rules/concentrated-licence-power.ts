import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { movedPowers } from './moved-powers.ts'
import { called, counted, someOf } from './remark.ts'
import { inForce } from './terms.ts'

/** 相对集中行政许可权: the province decides it, with the approval of the State Council. */
export const concentratedLicencePower = defineRule({
  code: 'M10',
  title: say('集中行政许可权有依据', 'Concentrating licence powers has a legal basis'),
  parameter: 'powers.licence',
  shape: inForce,
  gives: ['opinion'],
  check: (world, _, tell) =>
    movedPowers(world, 'licence').map(({ taker, givers, duties }) => {
      const from = someOf(givers.map(called))
      return tell({
        severity: 'opinion',
        at: `unit:${taker.id}`,
        message: say(
          `${from.zh}的行政许可事项${duties.length}项划归${taker.short}行使，须经国务院批准、由省级人民政府决定。`,
          `The ${taker.nameEn} takes over ${counted(duties.length, 'licence power')} (${from.en}); the province decides it with the approval of the State Council.`,
        ),
        remedy: say('附批准和决定文件。', 'Attach approval and decision.'),
      })
    }),
})
