import { say } from '../../kernel/text.ts'
import type { WrittenLine } from '../editing/line-spans.ts'
import { nearest } from '../plan-problems.ts'
import { numberOf, renamed, rewritten, subjectIn } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** U01, a slip of the pen: the unit whose id differs least is meant. */
export const nameKnownUnit = defineRemedy({
  name: 'name-known-unit',
  codes: ['U01'],
  propose: (finding, { before, after }) => {
    const id = subjectIn(finding, 'unit')
    const units = new Map([...before.units, ...after.units])
    const near = id === undefined ? undefined : nearest(id, [...units.keys()])
    const unit = near === undefined ? undefined : units.get(near)
    if (id === undefined || unit === undefined) return []
    return [
      {
        label: say(`改为“${unit.id}”（${unit.short}）`, `Write “${unit.id}” (${unit.shortEn})`),
        edit: (text) =>
          rewritten(text, numberOf(finding), (line) => renamed(line, id, unit.id) as WrittenLine),
      },
    ]
  },
})
