import type { Finding } from '../kernel/finding.ts'
import { number, say } from '../kernel/text.ts'
import type { Plan } from '../reform/plan.ts'
import type { Figure } from './figure.ts'

/** E01 an assertion of the plan does not hold · E02 it names a figure that does not exist or cannot be computed. */
export const expectationsMet = (plan: Plan, figures: readonly Figure[]): Finding[] => {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  return plan.expect.flatMap(({ figure: id, value, place }): Finding[] => {
    const figure = byId.get(id)
    if (figure?.computed === undefined)
      return [
        {
          code: 'E02',
          severity: 'error',
          at: `plan:${plan.id}`,
          message: say(`expect 所写“${id}”无法计算`, `“${id}” under expect cannot be computed`),
          remedy: say(
            '核对数字的标识，或补上所需的表。',
            'Check the figure’s id, or add the table it needs.',
          ),
          place,
        },
      ]
    if (figure.computed === value) return []
    return [
      {
        code: 'E01',
        severity: 'error',
        at: `plan:${plan.id}`,
        message: say(
          `方案预期${figure.label.zh}为${number(value)}，计算得${number(figure.computed)}（${figure.formula.zh}）`,
          `The plan expects ${figure.label.en} to be ${number(value)}; it comes to ${number(figure.computed)} (${figure.formula.en})`,
        ),
        remedy: say('修改方案，或更正预期。', 'Change the plan, or correct the expectation.'),
        place,
      },
    ]
  })
}
