import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { movedPowers } from './moved-powers.ts'
import { called, counted, someOf } from './remark.ts'
import { inForce } from './terms.ts'

/** 相对集中行政处罚权: the province decides that one organ uses the penalty power of others. */
export const concentratedPenaltyPower = defineRule({
  code: 'M9',
  title: say('集中或下放行政处罚权有依据', 'Moving penalty powers has a legal basis'),
  parameter: 'powers.penalty',
  shape: inForce,
  gives: ['opinion'],
  check: (world, _, tell) =>
    movedPowers(world, 'penalty').map(({ taker, givers, duties }) => {
      const count = duties.length
      const from = someOf(givers.map(called))
      const [zh, en] =
        taker.kind === 'township'
          ? [
              '由省决定交由乡镇行使并公布，定期评估',
              'the province decides and publishes what townships may do',
            ]
          : taker.kind === 'publicInstitution'
            ? [
                '事业单位须有法律、法规授权或书面委托并公布',
                'an institution needs a law or a published written mandate',
              ]
            : ['须由国务院或者省级人民政府决定', 'the State Council or the province decides it']
      return tell({
        severity: 'opinion',
        at: `unit:${taker.id}`,
        message: say(
          `${from.zh}${givers.length > 1 ? `${givers.length}个部门` : ''}的行政处罚事项${count}项划归${taker.short}行使，${zh}。`,
          `The ${taker.nameEn} takes over ${counted(count, 'penalty power')} of ${counted(givers.length, 'department')} (${from.en}); ${en}.`,
        ),
        remedy: say(
          '附决定、授权或委托文件；限制人身自由的处罚权不得划转。',
          'Attach the decision or mandate; penalties that restrict liberty stay with public security.',
        ),
      })
    }),
})
