import { say } from '../../kernel/text.ts'
import { lineSpans } from '../editing/line-spans.ts'
import { setHeading } from '../editing/plan-edit.ts'
import { rewritten } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** P1: something takes effect before the decision; the plan, and every line with an earlier day of its own, waits for it. */
export const afterTheDecision = defineRemedy({
  name: 'after-the-decision',
  codes: ['P1'],
  propose: (finding, { plan }) => {
    const decision = plan.stages?.find(({ stage }) => stage === 'decision')
    if (finding.severity !== 'error' || decision === undefined) return []
    const day = decision.on
    const late = plan.lines.some(({ on }) => on < day)
    if (!late) return []
    return [
      {
        label: say(`改为自${day}起实施`, `Let it take effect on ${day}`),
        edit: (given) => {
          let text = plan.effectiveOn < day ? setHeading(given, 'effectiveOn', day) : given
          for (const [at, span] of (lineSpans(given) ?? []).entries())
            if (text !== undefined && typeof span.value?.on === 'string' && span.value.on < day)
              text = rewritten(text, at + 1, (line) => ({ ...line, on: day }))
          return text
        },
      },
    ]
  },
})
