import type { Finding } from '../../../kernel/finding.ts'
import { planLineOf } from '../../model/proof/rule-rows.ts'
import { isSatisfied } from '../../model/remarks.ts'
import { severityMarks } from '../findings.tsx'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'

/** Goes to a line of the plan in the workbench. */
export type ToLine = (line: number) => void

/** Findings with what to do about them, their clause, and the way to the line where they can be mended. */
export const FindingLines = ({
  findings,
  toLine,
  hasCode = true,
}: {
  readonly findings: readonly Finding[]
  readonly toLine: ToLine
  readonly hasCode?: boolean
}) => {
  const { t, pick } = useWords()
  return (
    <ul className="proof-findings">
      {findings.map((finding, at) => {
        const { severity, code, message, remedy, because } = finding
        const line = planLineOf(finding)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that changes only as a whole
          <li key={at} className={`is-${severity}`}>
            {hasCode && (
              <span className={`severity ${severity}`}>
                <Icon name={severityMarks[severity].icon} /> {t(severityMarks[severity].key)}{' '}
                <code>{code}</code>
              </span>
            )}
            <p>{pick(message)}</p>
            {remedy !== undefined && !isSatisfied(finding) && (
              <p className="note">{t('remedy', { text: pick(remedy) })}</p>
            )}
            {hasCode && because !== undefined && (
              <p className="note">{t('because', { text: pick(because.text), source: because.source })}</p>
            )}
            {line !== undefined && (
              <button type="button" className="link" onClick={() => toLine(line)}>
                {t('proofToLine', { line })}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
