import { type ReactNode, useMemo, useState } from 'react'
import type { Finding, Severity } from '../../../kernel/finding.ts'
import type { Remedy } from '../../../reform/remedies/remedy.ts'
import { type Bench, lineOfFinding } from '../../model/bench.ts'
import { useRemedies } from '../../model/legal/use-remedies.ts'
import { remarksOf } from '../../model/remarks.ts'
import { severityMarks } from '../findings.tsx'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { BenchEffect } from './bench-effect.tsx'
import { BenchFindingsItem } from './bench-findings-item.tsx'

const order: readonly Severity[] = ['error', 'opinion', 'warning', 'note']

/** What is found about the plan as it is written now, by severity, with remedies; and what the line in hand changes. */
export const BenchFindings = ({ bench }: { readonly bench: Bench }) => {
  const { t, pick } = useWords()
  const { findings } = bench.session
  const counts = useMemo(() => remarksOf(findings), [findings])
  const { found, ask } = useRemedies(bench, findings)
  const [done, setDone] = useState<{ readonly label: string; readonly text: string }>()
  const apply = (remedy: Remedy, answer?: string) => {
    const text = remedy.edit(bench.text, answer)
    if (text !== undefined && bench.edit(text)) setDone({ label: pick(remedy.label), text })
  }
  const isLast = done !== undefined && bench.text === done.text
  return (
    <aside className="bench-findings" aria-label={t('findings')}>
      <h2>
        {t('findingsCheck')} <small>{findings.length}</small>{' '}
        <small role="status">{bench.isBehind ? t('findingsBehind') : ''}</small>
      </h2>
      <div className="remedy-said">
        <span role="status">
          {done === undefined ? '' : isLast ? t('remedyDone', { label: done.label }) : ''}
        </span>
        {isLast && (
          <button type="button" className="button small" onClick={() => bench.draft?.undo()}>
            {t('undo')}
          </button>
        )}
      </div>
      {findings.length === 0 && <p className="empty">{t('findingsNone')}</p>}
      {order.map((severity) =>
        counts[severity] === 0 ? null : (
          <section key={severity} aria-labelledby={`bench-${severity}`}>
            <h3 id={`bench-${severity}`} className={`severity ${severity}`}>
              <Icon name={severityMarks[severity].icon} /> {t(severityMarks[severity].key)}{' '}
              {t('findingsCounts', { count: counts[severity] })}
            </h3>
            <Fold isFolded={severity === 'note'} label={t('findingsShow')}>
              <ul>
                {ofSeverity(findings, severity).map((finding, at) => (
                  <BenchFindingsItem
                    // biome-ignore lint/suspicious/noArrayIndexKey: a sorted list that changes only as a whole
                    key={at}
                    finding={finding}
                    line={lineOfFinding(finding, bench.planId)}
                    bench={bench}
                    found={found.get(finding)}
                    onAsk={() => ask(finding)}
                    onApply={apply}
                  />
                ))}
              </ul>
            </Fold>
          </section>
        ),
      )}
      <BenchEffect bench={bench} />
    </aside>
  )
}

/** What is only worth knowing is folded. */
const Fold = ({
  isFolded,
  label,
  children,
}: {
  readonly isFolded: boolean
  readonly label: string
  readonly children: ReactNode
}) =>
  isFolded ? (
    <details className="bench-notes">
      <summary>{label}</summary>
      {children}
    </details>
  ) : (
    children
  )

const ofSeverity = (findings: readonly Finding[], severity: Severity): readonly Finding[] =>
  findings.filter((finding) => finding.severity === severity)
