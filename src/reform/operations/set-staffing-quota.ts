import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import { postKinds, postKindsEn, quotaId } from '../../register/quota.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen } from '../refusals.ts'
import { setQuota } from '../succession.ts'

/** 核定编制: the authorised posts of one kind are set; the difference is cut or added on this line's authority. */
export const setStaffingQuota = defineOperation({
  name: 'set-staffing-quota',
  terms: ['核定编制', '核增编制', '核减编制'],
  counting: say('编制数改为所写之数；人员不变', 'The posts become the number written; people unchanged'),
  fields: z.strictObject({ unit: field.unit, kind: field.postKind, posts: field.count }),
  check: ({ unit }, before) => notOpen(before, [unit]),
  apply: ({ unit, kind, posts }, draft) => setQuota(draft, unit, kind, posts),
  moves: ({ unit, kind, posts }) => [{ kind: 'set', table: 'quotas', key: kind, unit, count: posts }],
  describe: ({ unit, kind, posts }, before) => {
    const name = nameOf(before, unit)
    const was = before.quotas.get(quotaId(unit, kind))?.posts ?? 0
    return say(
      `核定${name.zh}${postKinds[kind]}${posts}名（原${was}名）。`,
      `Set the ${postKindsEn[kind]} posts of the ${name.en} at ${posts} (was ${was}).`,
    )
  },
})
