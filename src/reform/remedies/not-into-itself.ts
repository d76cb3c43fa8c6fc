import { say } from '../../kernel/text.ts'
import { numberOf, rewritten, subjectIn } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** U04: the unit that takes the others is among them. */
export const notIntoItself = defineRemedy({
  name: 'not-into-itself',
  codes: ['U04'],
  propose: (finding) => {
    const id = subjectIn(finding, 'unit')
    if (id === undefined) return []
    return [
      {
        label: say(`从来源中删去“${id}”`, `Take “${id}” out of the sources`),
        edit: (text) =>
          rewritten(text, numberOf(finding), (line) => {
            const key = (['units', 'guests'] as const).find((each) => Array.isArray(line[each]))
            const rest = key === undefined ? [] : (line[key] as string[]).filter((each) => each !== id)
            return key === undefined || rest.length === 0 ? undefined : { ...line, [key]: rest }
          }),
      },
    ]
  },
})
