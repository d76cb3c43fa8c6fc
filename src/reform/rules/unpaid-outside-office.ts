import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { atLine } from './remark.ts'
import { inForce } from './terms.ts'

/** 机关外兼职: an official who also takes office in an enterprise needs approval and is not paid for it. */
export const unpaidOutsideOffice = defineRule({
  code: 'Q19b',
  title: say('机关外兼职须经批准且不取酬', 'Outside offices are approved and unpaid'),
  parameter: 'concurrent.outside',
  shape: inForce,
  gives: ['opinion'],
  check: ({ after, plan, steps }, _, tell) =>
    steps.flatMap(({ line, fields }) => {
      if (line.operation.name !== 'appoint') return []
      const { unit, person, concurrent } = fields as { unit: string; person: string; concurrent: boolean }
      const enterprise = after.units.get(unit)
      if (!concurrent || enterprise?.kind !== 'enterprise') return []
      return [
        tell({
          severity: 'opinion',
          at: atLine(plan, line),
          message: say(
            `${person}兼任${enterprise.short}职务，属机关外兼职。`,
            `${person} would also hold an office in the ${enterprise.nameEn}, outside the organs.`,
          ),
          remedy: say(
            '附有关机关的批准文件，并写明不领取兼职报酬。',
            'Attach the approval and state that it is unpaid.',
          ),
        }),
      ]
    }),
})
