import { say } from '../../kernel/text.ts'
import { numberOf, rewritten } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** An opinion or approval is asked for: its document is named on the line, or on the first. */
export const attachOpinion = defineRemedy({
  name: 'attach-opinion',
  codes: ['opinion'],
  propose: (finding, { plan }) => {
    const number = numberOf(finding) ?? plan.lines[0]?.number
    if (number === undefined) return []
    return [
      {
        label: say('附上文件', 'Attach the document'),
        asks: say('文件名称、文号', 'Name and number of the document'),
        edit: (text, answer = '') =>
          answer.trim() === ''
            ? undefined
            : rewritten(text, number, (line) => ({
                ...line,
                opinions: [
                  ...(Array.isArray(line.opinions) ? line.opinions : []),
                  { rule: finding.code, document: answer.trim() },
                ],
              })),
      },
    ]
  },
})
