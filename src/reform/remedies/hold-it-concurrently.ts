import { say } from '../../kernel/text.ts'
import { numberOf, rewritten } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** P01: somebody is appointed in a unit that is not his; the office is held beside his own. */
export const holdItConcurrently = defineRemedy({
  name: 'hold-it-concurrently',
  codes: ['P01'],
  propose: (finding) => [
    {
      label: say('写明兼任', 'Say that it is held concurrently'),
      edit: (text) => rewritten(text, numberOf(finding), (line) => ({ ...line, concurrent: true })),
    },
  ],
})
