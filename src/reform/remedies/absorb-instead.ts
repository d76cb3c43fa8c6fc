import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import { shortNameOf } from '../../register/queries.ts'
import { numberOf, rewritten, subjectIn } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** U03 and U04 of a merger into a unit that is there: it is absorbed by it. */
export const absorbInstead = defineRemedy({
  name: 'absorb-instead',
  codes: ['U03', 'U04'],
  propose: (finding, { after }) => {
    const id = subjectIn(finding, 'unit')
    if (id === undefined) return []
    const name = shortNameOf(after, id as UnitId)
    return [
      {
        label: say(`改为并入既有的${name.zh}`, `Absorb them into ${name.en} as it is`),
        edit: (text) =>
          rewritten(text, numberOf(finding), ({ op, units, on, basis, opinions }) => {
            const others = Array.isArray(units) ? units.filter((each) => each !== id) : []
            if (!['merge-units', '合并组建', '整合组建', '合并', '组建'].includes(op) || others.length === 0)
              return undefined
            return { op: 'absorb-unit', units: others, into: id, on, basis, opinions }
          }),
      },
    ]
  },
})
