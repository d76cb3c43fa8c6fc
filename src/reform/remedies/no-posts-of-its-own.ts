import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import { removeLine } from '../editing/plan-edit.ts'
import { lineOf } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** P8: lines give a temporary body posts or leading posts of its own; they go. */
export const noPostsOfItsOwn = defineRemedy({
  name: 'no-posts-of-its-own',
  codes: ['P8'],
  propose: (finding, { plan }) => {
    const { unit } = (lineOf(plan, finding)?.fields ?? {}) as { readonly unit?: UnitId }
    if (finding.severity !== 'error' || unit === undefined) return []
    const giving = plan.lines
      .filter(
        ({ operation, fields }) =>
          ['set-staffing-quota', 'set-leadership-quota'].includes(operation.name) &&
          (fields as { readonly unit?: UnitId }).unit === unit,
      )
      .map(({ number }) => number)
    if (giving.length === 0) return []
    return [
      {
        label: say(`删去第${giving.join('、')}行的核定`, `Remove line ${giving.join(', ')}, which sets them`),
        edit: (text) =>
          [...giving]
            .sort((a, b) => b - a)
            .reduce<string | undefined>(
              (so, number) => (so === undefined ? so : removeLine(so, number)),
              text,
            ),
      },
    ]
  },
})
