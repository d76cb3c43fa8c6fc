import { say } from '../../kernel/text.ts'
import { defineRemedy } from './remedy.ts'

/**
 * The marks that YAML itself reads, and no others: the colon after the key, quotation marks around the whole value, and
 * commas inside brackets. What stands in a value is the words of a document, and stays.
 */
const mended = (row: string): string =>
  row
    .replace(/^\t+/, (tabs) => '  '.repeat(tabs.length))
    .replace(/^(\s*(?:- +)?[A-Za-z][\w.-]*)(?:：\s*|:(?=[^\s:]))/, '$1: ')
    .replace(/(: +)“([^“”"]*)”(\s*)$/, '$1"$2"$3')
    .replace(/[[{][^\]}]*[\]}]\s*$/, (flow) =>
      flow.replace(/\s*[，、]\s*/g, ', ').replace(/([[{,] *[A-Za-z][\w.-]*)：\s*/g, '$1: '),
    )

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
          rows[place.line - 1] = mended(row)
          return rows[place.line - 1] === row ? undefined : rows.join('\n')
        },
      },
    ]
  },
})
