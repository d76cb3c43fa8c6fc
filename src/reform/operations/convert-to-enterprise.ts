import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen, refusal } from '../refusals.ts'
import { setLeadership, setQuota } from '../succession.ts'

/** 转企改制: an institution goes on as an enterprise; its posts end and its staff leave the establishment. */
export const convertToEnterprise = defineOperation({
  name: 'convert-to-enterprise',
  terms: ['转企改制', '转企'],
  counting: say(
    '退出事业单位计数；编制、领导职数核销；人员留用而不再由财政供养',
    'Leaves the count of institutions; its posts end; its people stay with it and are no longer paid from the budget',
  ),
  fields: z.strictObject({ unit: field.unit, attributes: field.attributes }),
  check: ({ unit }, before) => [
    ...notOpen(before, [unit]),
    ...(before.units.get(unit)?.kind === 'enterprise'
      ? [
          refusal(
            'U07',
            `unit:${unit}`,
            `${nameOf(before, unit).zh}已是企业`,
            `The ${nameOf(before, unit).en} is already an enterprise`,
            '删去本行。',
            'Remove this line.',
          ),
        ]
      : []),
  ],
  apply: ({ unit, attributes }, draft) => {
    const was = draft.units.get(unit)
    if (was === undefined) return
    const now = {
      ...was,
      kind: 'enterprise' as const,
      grade: 'none' as const,
      funding: 'self' as const,
      counts: 'none' as const,
      countReason: '转企改制',
      direct: false,
    }
    draft.units.put(field.withAttributes(now, attributes))
    for (const quota of draft.quotas.heldBy(unit)) setQuota(draft, unit, quota.kind, 0)
    for (const row of draft.leadership.heldBy(unit)) setLeadership(draft, unit, row.level, 0)
    for (const person of draft.people.heldBy(unit)) draft.people.put({ ...person, supported: false })
  },
  moves: ({ unit }, before) => [
    ...before.quotas
      .heldBy(unit)
      .map((row) => ({ kind: 'set', table: 'quotas', key: row.kind, unit, count: 0 }) as const),
    ...before.leadership
      .heldBy(unit)
      .map((row) => ({ kind: 'set', table: 'leadership', key: row.level, unit, count: 0 }) as const),
  ],
  describe: ({ unit }, before) => {
    const was = nameOf(before, unit)
    return say(
      `${was.zh}转企改制，核销其事业编制，人员依法转为企业职工。`,
      `Convert the ${was.en} into an enterprise; its posts end and its staff become employees.`,
    )
  },
})
