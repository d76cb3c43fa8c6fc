import { z } from 'zod'
import { listed, say } from '../../kernel/text.ts'
import { documentKinds } from '../plan.ts'
import { defineRule } from '../rule.ts'
import { atPlan } from './remark.ts'

const kind = z.enum(
  Object.keys(documentKinds) as [keyof typeof documentKinds, ...(keyof typeof documentKinds)[]],
)
const inEnglish: Readonly<Record<string, string>> = {
  necessity: 'necessity',
  rationality: 'rationality',
  feasibility: 'feasibility',
}

/** 论证: that the plan is necessary, rational and feasible has been argued on paper. */
export const feasibilityArgued = defineRule({
  code: 'P2',
  title: say('必要性、合理性、可行性经过论证', 'Necessity, rationality and feasibility are argued'),
  parameter: 'procedure.argument',
  shape: z.array(kind),
  gives: ['warning'],
  check: ({ plan }, kinds, tell) => {
    const missing = kinds.filter((each) => !plan.documents?.some((document) => document.kind === each))
    if (missing.length === 0) return []
    const names = listed(missing.map((each) => say(documentKinds[each], inEnglish[each] ?? each)))
    return [
      tell({
        severity: 'warning',
        at: atPlan(plan),
        message: say(`方案没有附${names.zh}材料。`, `The plan names no document on its ${names.en}.`),
        remedy: say('在 documents 中列明。', 'List them under `documents`.'),
      }),
    ]
  },
})
