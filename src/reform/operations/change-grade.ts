import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import { grades } from '../../register/unit.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen } from '../refusals.ts'

const gradesEn: Readonly<Record<keyof typeof grades, string>> = {
  division: 'division level',
  deputyDivision: 'deputy division level',
  section: 'section level',
  deputySection: 'deputy section level',
  subsection: 'subsection level',
  none: 'no grade',
}

/** 调整机构规格. */
export const changeGrade = defineOperation({
  name: 'change-grade',
  terms: ['调整机构规格', '调整规格'],
  counting: say(
    '各项计数都不变；领导职务层次随规格',
    'No count changes; the level of its leading posts follows the grade',
  ),
  fields: z.strictObject({ unit: field.unit, grade: field.grade }),
  check: ({ unit }, before) => notOpen(before, [unit]),
  apply: ({ unit, grade }, draft) => {
    const was = draft.units.get(unit)
    if (was !== undefined) draft.units.put({ ...was, grade })
  },
  moves: () => [],
  describe: ({ unit, grade }, before) => {
    const was = nameOf(before, unit)
    return say(`${was.zh}机构规格调整为${grades[grade]}。`, `The ${was.en} is graded at ${gradesEn[grade]}.`)
  },
})
