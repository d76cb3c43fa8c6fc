import { canonical } from '../kernel/canonical.ts'
import type { Plan } from './plan.ts'

/**
 * What a plan says will be done, as one text: two plans with the same substance differ at most in layout, comments, and
 * the record of their own procedure (stages, review documents, attached opinions).
 */
export const substanceOf = (plan: Plan): string => {
  const { digest: _, stages: __, documents: ___, base, lines, expect, ...said } = plan
  return canonical({
    ...said,
    base: base && [base.register, base.hash ?? null],
    lines: lines.map(({ operation, fields, on, basis }) => [operation.name, fields, on, basis ?? null]),
    expect: expect.map(({ figure, value }) => [figure, value]),
  })
}
