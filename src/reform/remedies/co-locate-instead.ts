import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import { shortNameOf } from '../../register/queries.ts'
import { replaceLine } from '../editing/plan-edit.ts'
import { subjectIn, written } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** M1: a body that must exist is absorbed; it shares a staff instead and keeps its name (合署办公). */
export const coLocateInstead = defineRemedy({
  name: 'co-locate-instead',
  codes: ['M1', 'M3'],
  propose: (finding, { plan, before }) => {
    const id = subjectIn(finding, 'unit') as UnitId | undefined
    const line = plan.lines.find(({ operation, fields }) => {
      const { units } = fields as { readonly units?: readonly string[] }
      return operation.name === 'absorb-unit' && id !== undefined && units?.includes(id)
    })
    if (line === undefined || id === undefined) return []
    const name = shortNameOf(before, id)
    return [
      {
        label: say(`${name.zh}改为合署办公`, `Co-locate ${name.en} instead`),
        edit: (text) => {
          const value = written(text, line.number)?.value
          if (value === undefined || !Array.isArray(value.units) || value.units.length !== 1) return undefined
          const { units, into, attributes: _, ...rest } = value
          return replaceLine(text, line.number, { ...rest, op: 'co-locate-units', host: into, guests: units })
        },
      },
    ]
  },
})
