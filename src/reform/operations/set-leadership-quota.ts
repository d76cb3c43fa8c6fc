import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { leadingPostsOf, nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen } from '../refusals.ts'
import { setLeadership } from '../succession.ts'

/** 核定领导职数: chiefs and deputies are set; the difference is cut or added on this line's authority. */
export const setLeadershipQuota = defineOperation({
  name: 'set-leadership-quota',
  terms: ['核定领导职数'],
  counting: say(
    '领导职数改为所写之数；人员不变',
    'The leading posts become the number written; people unchanged',
  ),
  fields: z.strictObject({ unit: field.unit, chief: field.count, deputy: field.count }),
  check: ({ unit }, before) => notOpen(before, [unit]),
  apply: ({ unit, chief, deputy }, draft) => {
    setLeadership(draft, unit, 'chief', chief)
    setLeadership(draft, unit, 'deputy', deputy)
  },
  moves: ({ unit, chief, deputy }) => [
    { kind: 'set', table: 'leadership', key: 'chief', unit, count: chief },
    { kind: 'set', table: 'leadership', key: 'deputy', unit, count: deputy },
  ],
  describe: ({ unit, chief, deputy }, before) => {
    const name = nameOf(before, unit)
    const was = leadingPostsOf(before, unit)
    return say(
      `核定${name.zh}领导职数${chief + deputy}名：正职${chief}名、副职${deputy}名（原${was}名）。`,
      `Set the leading posts of the ${name.en} at ${chief + deputy}: ${chief} chief, ${deputy} deputy (was ${was}).`,
    )
  },
})
