import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { functions, functionsWithoutHolder, lostSentence } from './functions-with-a-holder.ts'
import { atPlan } from './remark.ts'

/** 主管部门: the laws that name a competent department must be able to find it after the plan. */
export const competentDepartments = defineRule({
  code: 'M8',
  title: say('法定主管职责有承担部门', 'Statutory duties have a competent department'),
  parameter: 'functions.departments',
  shape: functions,
  gives: ['error', 'warning', 'note'],
  check: (world, list, tell) => {
    const { lost, never } = functionsWithoutHolder(world, list, tell)
    const told = ([true, false] as const).flatMap((verified): Finding[] => {
      const some = lost.filter((each) => each.verified === verified)
      if (some.length === 0) return []
      return [
        tell({
          severity: verified ? 'error' : 'warning',
          at: atPlan(world.plan),
          message: lostSentence(some),
          remedy: say('在职责划转中写明由哪个部门主管。', 'Say in a line which department is competent.'),
        }),
      ]
    })
    return [...told, ...never]
  },
})
