import type { Diagnostic } from '@codemirror/lint'
import type { Text as Rows } from '@codemirror/state'
import type { Finding, Severity } from '../../../../kernel/finding.ts'
import { severityMarks } from '../../findings.tsx'
import type { Words } from '../../words.tsx'

/** The severities of the editor, in the order of ours. */
const marks: Readonly<Record<Severity, Diagnostic['severity']>> = {
  error: 'error',
  opinion: 'info',
  warning: 'warning',
  note: 'hint',
}

/** The findings that stand somewhere in the text, as marks of the editor. */
export const marksOf = (findings: readonly Finding[], rows: Rows, words: Words): Diagnostic[] =>
  findings.flatMap((finding) => {
    const place = finding.place
    if (place === undefined || !finding.at.startsWith('plan:') || place.line > rows.lines) return []
    const row = rows.line(place.line)
    const from = Math.min(row.to, row.from + place.column - 1)
    const to = from + stretch(row.text.slice(from - row.from)).length
    return [
      {
        from,
        to,
        severity: marks[finding.severity],
        source: finding.code,
        message: toldBy(finding, words),
        renderMessage: () => drawn(finding, words),
      },
    ]
  })

/** What is underlined: a member up to the end of its row, else the word. */
const stretch = (rest: string): string =>
  (/^[^\s,[\]{}:]+:[^#]*[^#\s]/.exec(rest) ?? /^(?:"[^"]*"|'[^']*'|[^\s,[\]{}]+)/.exec(rest))?.[0] ?? ''

/** A finding in one sentence, with its remedy and clause, for who hears the page. */
export const toldBy = ({ severity, code, message, remedy, because }: Finding, { t, pick }: Words): string =>
  [
    `${t(severityMarks[severity].key)} ${code} ${pick(message)}`,
    remedy === undefined ? '' : t('remedy', { text: pick(remedy) }),
    because === undefined ? '' : `${pick(because.text)} ${because.source}`,
  ]
    .filter((part) => part !== '')
    .join(' ')

const drawn = ({ severity, code, message, remedy, because }: Finding, { t, pick }: Words): Node => {
  const box = document.createElement('div')
  box.className = 'cm-finding'
  const paragraph = (text: string, name = '') => {
    const added = box.appendChild(document.createElement('p'))
    added.textContent = text
    added.className = name
  }
  paragraph(`${t(severityMarks[severity].key)} ${code} ${pick(message)}`)
  if (remedy !== undefined) paragraph(t('remedy', { text: pick(remedy) }))
  if (because !== undefined) paragraph(`${pick(because.text)} ${because.source}`, 'cm-note')
  return box
}
