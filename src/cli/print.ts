import { blocks, type Finding, type Severity } from '../kernel/finding.ts'
import { type Language, say, type Text } from '../kernel/text.ts'
import { type Command, exit, type Io } from './command.ts'

const severities: Readonly<Record<Severity, Text>> = {
  error: say('阻断', 'error'),
  opinion: say('须附意见', 'opinion needed'),
  warning: say('提示', 'warning'),
  note: say('说明', 'note'),
}

/** A finding as lines for a terminal: severity, code, place; message; remedy; clause. */
export const findingText = (finding: Finding, language: Language): string => {
  const place = finding.place === undefined ? '' : `:${finding.place.line}:${finding.place.column}`
  const lines = [
    `${severities[finding.severity][language]} ${finding.code} ${finding.at}${place}`,
    `  ${finding.message[language]}`,
  ]
  if (finding.remedy !== undefined) lines.push(`  → ${finding.remedy[language]}`)
  if (finding.because !== undefined) {
    const mark = finding.because.verified ? '' : language === 'zh' ? '（待核）' : ' (unverified 待核)'
    lines.push(`  ${finding.because.text[language]} · ${finding.because.source}${mark}`)
  }
  return lines.join('\n')
}

/** All findings and one line that counts them. */
export const printFindings = (findings: readonly Finding[], io: Io): void => {
  for (const finding of findings) io.print(findingText(finding, io.language))
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const counts = (Object.keys(severities) as Severity[])
    .filter((severity) => count(severity) > 0)
    .map((severity) => `${severities[severity][io.language]} ${count(severity)}`)
  io.print(counts.length === 0 ? say('没有问题', 'nothing to remark')[io.language] : counts.join(' · '))
}

export const printJson = (value: unknown, io: Io): void => io.print(JSON.stringify(value, undefined, 2))

/** The call itself is wrong: says what, and how it is written. Exit code 2. */
export const misused = (command: Command, what: Text, io: Io): number => {
  if (io.json) printJson({ problem: what, usage: command.usage }, io)
  else io.error(`${what[io.language]}\n  ${command.usage}\n      ${command.summary[io.language]}`)
  return exit.usage
}

/** What was asked for is not there: one finding, as text or JSON. Exit code 1. */
export const notThere = (finding: Finding, io: Io): number => {
  if (io.json) printJson({ findings: [finding] }, io)
  else printFindings([finding], io)
  return exit.blocked
}

export const exitFor = (findings: readonly Finding[]): number => (blocks(findings) ? exit.blocked : exit.fine)

/** Columns of text padded to the same width; wide characters (汉字) count two. */
export const columns = (rows: readonly (readonly string[])[]): string => {
  const widths: number[] = []
  for (const row of rows)
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))
    })
  return rows
    .map((row) =>
      row
        .map((cell, at) =>
          at === row.length - 1 ? cell : cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const widthOf = (text: string): number => {
  let width = 0
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1
  return width
}
