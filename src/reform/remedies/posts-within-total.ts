import { number, say } from '../../kernel/text.ts'
import { sum } from '../../register/queries.ts'
import { quotaId } from '../../register/quota.ts'
import type { Register } from '../../register/register.ts'
import { rewritten } from './lines.ts'
import { defineRemedy } from './remedy.ts'

const administrative = (register: Register) =>
  sum(
    [...register.quotas.values()].filter(
      ({ kind }) => kind === 'administrative' || kind === 'politicalLegal',
    ),
    ({ posts }) => posts,
  )

/** Q4: a line sets more posts than the total allows; it sets as many as still fit. */
export const postsWithinTotal = defineRemedy({
  name: 'posts-within-total',
  codes: ['Q4'],
  propose: (finding, { before, after, plan }) => {
    const over = administrative(after) - administrative(before)
    if (finding.severity !== 'error' || over <= 0) return []
    return plan.lines.flatMap(({ operation, fields, number: line }) => {
      if (operation.name !== 'set-staffing-quota') return []
      const { unit, kind, posts } = fields as { unit: string; kind: 'administrative'; posts: number }
      const was = before.quotas.get(quotaId(unit, kind))?.posts ?? 0
      const fits = posts - over
      if (fits < was || !['administrative', 'politicalLegal'].includes(kind)) return []
      return [
        {
          label: say(`第${line}行核定数改为${fits}名`, `Set ${number(fits)} posts in line ${line}`),
          edit: (text: string) => rewritten(text, line, (written) => ({ ...written, posts: fits })),
        },
      ]
    })
  },
})
