import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import { heirOf, shortNameOf } from '../../register/queries.ts'
import type { WrittenLine } from '../editing/line-spans.ts'
import { numberOf, renamed, rewritten, subjectIn } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** U02: the unit was closed; the one that carries it on is meant. */
export const nameSuccessor = defineRemedy({
  name: 'name-successor',
  codes: ['U02'],
  propose: (finding, { after }) => {
    const id = subjectIn(finding, 'unit')
    const heir = id === undefined ? undefined : heirOf(after, id as UnitId)
    if (id === undefined || heir === undefined || heir === id) return []
    const name = shortNameOf(after, heir)
    return [
      {
        label: say(`改为承继单位${name.zh}`, `Name its successor, ${name.en}`),
        edit: (text) => rewritten(text, numberOf(finding), (line) => renamed(line, id, heir) as WrittenLine),
      },
    ]
  },
})
