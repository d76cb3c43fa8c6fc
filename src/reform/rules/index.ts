import type { Rule } from '../rule.ts'

/** The only list of rules, in the order of the rule book. */
export const rules: readonly Rule[] = []
