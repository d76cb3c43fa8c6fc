import { say } from '../../kernel/text.ts'
import type { WrittenLine } from '../editing/line-spans.ts'
import { numberOf, rewritten } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** Lists with each member once. */
const once = (line: WrittenLine): WrittenLine =>
  Object.fromEntries(
    Object.entries(line).map(([key, value]) => [key, Array.isArray(value) ? [...new Set(value)] : value]),
  ) as WrittenLine

/** T02: something is named twice in one line. */
export const nameItOnce = defineRemedy({
  name: 'name-it-once',
  codes: ['T02'],
  propose: (finding) => [
    {
      label: say('删去重复的', 'Name it once'),
      edit: (text) => rewritten(text, numberOf(finding), once),
    },
  ],
})
