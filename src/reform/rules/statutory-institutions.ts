import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { functions, functionsWithoutHolder, lostSentence } from './functions-with-a-holder.ts'
import { atPlan } from './remark.ts'

/** 法律援助、妇幼保健、动物疫控等机构: they may be merged, but the function keeps a holder. */
export const statutoryInstitutions = defineRule({
  code: 'M7',
  title: say('法律要求的机构职能有承担单位', 'Functions of statutory institutions have a holder'),
  parameter: 'functions.institutions',
  shape: functions,
  gives: ['warning', 'note'],
  check: (world, list, tell) => {
    const { lost, never } = functionsWithoutHolder(world, list, tell)
    if (lost.length === 0) return never
    return [
      tell({
        severity: 'warning',
        at: atPlan(world.plan),
        message: lostSentence(lost),
        remedy: say(
          '写明承担单位，可用加挂牌子或写入职责。',
          'Name who does it, with a nameplate or as a duty.',
        ),
      }),
      ...never,
    ]
  },
})
