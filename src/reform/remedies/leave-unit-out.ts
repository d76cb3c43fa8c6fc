import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import { shortNameOf } from '../../register/queries.ts'
import { removeLine, replaceLine } from '../editing/plan-edit.ts'
import { subjectIn, written } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** M1 to M6: a body that has to stay is ended or joined by a line; the line does without it, or goes. */
export const leaveUnitOut = defineRemedy({
  name: 'leave-unit-out',
  codes: ['M1', 'M2', 'M3', 'M4', 'M5', 'M6'],
  propose: (finding, { plan, before }) => {
    const id = subjectIn(finding, 'unit') as UnitId | undefined
    const lines = plan.lines.filter(({ fields, operation }) => {
      const all = fields as { readonly unit?: string; readonly units?: string[]; readonly guests?: string[] }
      const ends = all.unit === id && !['add-nameplate', 'establish-section'].includes(operation.name)
      return id !== undefined && (ends || all.units?.includes(id) || all.guests?.includes(id))
    })
    const line = lines[0]
    if (id === undefined || line === undefined) return []
    const name = shortNameOf(before, id)
    return [
      {
        label: say(`${name.zh}不列入第${line.number}行`, `Leave ${name.en} out of line ${line.number}`),
        edit: (text) => {
          const value = written(text, line.number)?.value
          if (value === undefined) return undefined
          const key = (['units', 'guests'] as const).find((each) => Array.isArray(value[each]))
          const rest = key === undefined ? [] : (value[key] as string[]).filter((each) => each !== id)
          const least = line.operation.name === 'merge-units' ? 2 : 1
          return key === undefined || rest.length < least
            ? removeLine(text, line.number)
            : replaceLine(text, line.number, { ...value, [key]: rest })
        },
      },
    ]
  },
})
