import { say } from '../../kernel/text.ts'
import { defineRemedy } from './remedy.ts'

const plain: Readonly<Record<string, string>> = {
  '：': ': ',
  '，': ', ',
  '、': ', ',
  '“': '"',
  '”': '"',
  '；': ', ',
}

/** F01: punctuation of a Chinese keyboard, or a missing space after a colon, in the row that cannot be read. */
export const plainPunctuation = defineRemedy({
  name: 'plain-punctuation',
  codes: ['F01'],
  propose: ({ place }) => {
    if (place === undefined) return []
    return [
      {
        label: say(`第${place.line}行文本改用半角标点`, `Write plain punctuation in row ${place.line}`),
        edit: (text) => {
          const rows = text.split('\n')
          const row = rows[place.line - 1]
          if (row === undefined) return undefined
          const mended = row
            .replace(/[：，、“”；]\s*/gu, (mark) => plain[mark[0] ?? ''] ?? mark)
            .replace(/^(\s*(?:- +)?[A-Za-z][\w.-]*):(?=[^\s:])/, '$1: ')
            .replace(/^\t+/, (tabs) => '  '.repeat(tabs.length))
          rows[place.line - 1] = mended
          return mended === row ? undefined : rows.join('\n')
        },
      },
    ]
  },
})
