import { say } from '../../kernel/text.ts'
import type { WrittenLine } from '../editing/line-spans.ts'
import { freshId } from '../legal/new-names.ts'
import { numberOf, rewritten, subjectIn } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** U03: the id of the unit that the line sets up is taken. */
export const freshUnitId = defineRemedy({
  name: 'fresh-unit-id',
  codes: ['U03'],
  propose: (finding, { before, after }) => {
    const id = subjectIn(finding, 'unit')
    if (id === undefined) return []
    const fresh = freshId(id, 'units', before, after)
    const key = (line: WrittenLine) => (line.op === 'establish-unit' ? 'unit' : 'into')
    return [
      {
        label: say(`新单位标识改为“${fresh}”`, `Give the new unit the id “${fresh}”`),
        edit: (text) =>
          rewritten(text, numberOf(finding), (line) =>
            line[key(line)] === id ? { ...line, [key(line)]: fresh } : undefined,
          ),
      },
    ]
  },
})
