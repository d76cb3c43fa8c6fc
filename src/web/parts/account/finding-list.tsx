import type { Finding } from '../../../kernel/finding.ts'
import { severityMarks } from '../findings.tsx'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'

/** Findings in short: severity, code, sentence, remedy. Nothing where there are none. */
export const FindingList = ({
  title,
  findings,
}: {
  readonly title?: string
  readonly findings: readonly Finding[]
}) => {
  const { t, pick } = useWords()
  if (findings.length === 0) return null
  return (
    <>
      {title !== undefined && <h3>{title}</h3>}
      <ul className="finding-list">
        {findings.map((finding, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that changes only as a whole
          <li key={at}>
            <span className={`severity ${finding.severity}`}>
              <Icon name={severityMarks[finding.severity].icon} /> {t(severityMarks[finding.severity].key)}
            </span>{' '}
            <code>{finding.code}</code> {pick(finding.message)}
            {finding.remedy !== undefined && (
              <span className="note"> {t('remedy', { text: pick(finding.remedy) })}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
