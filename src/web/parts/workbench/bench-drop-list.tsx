import type { Finding } from '../../../kernel/finding.ts'
import type { Tried } from '../../../reform/legal/try.ts'
import type { Trying } from '../../model/legal/use-tried.ts'
import { severityMarks } from '../findings.tsx'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { counterTexts, operationText } from './bench-drop-words.ts'

/** The lines that two units allow, each with its sentence, its counters and what it would bring; refused ones are folded. */
export const BenchDropList = ({
  trying,
  mayWrite,
  onWrite,
}: {
  readonly trying: Trying
  readonly mayWrite: boolean
  readonly onWrite: (tried: Tried) => void
}) => {
  const { t } = useWords()
  const { tried, done, of } = trying
  const offered = tried.filter(({ refusals }) => refusals.length === 0)
  const refused = tried.filter(({ refusals }) => refusals.length > 0)
  const isReady = done === of
  return (
    <>
      <h3>{t('dropOffered')}</h3>
      <p className="note" role="status">
        {isReady ? '' : t('dropTrying', { done, of })}
      </p>
      {isReady && of === 0 && <p className="empty">{t('dropOne')}</p>}
      {isReady && of > 0 && offered.length === 0 && <p className="empty">{t('dropNothing')}</p>}
      <ul className="drop-list">
        {offered.map((each) => (
          <Offered
            key={`${each.op} ${each.amends ?? ''}`}
            tried={each}
            mayWrite={mayWrite}
            onWrite={onWrite}
          />
        ))}
      </ul>
      {isReady && refused.length > 0 && (
        <details className="drop-refused">
          <summary>{t('dropRefused', { count: refused.length })}</summary>
          <ul className="drop-list">
            {refused.map((each) => (
              <Refused key={`${each.op} ${each.amends ?? ''}`} tried={each} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const Offered = ({
  tried,
  mayWrite,
  onWrite,
}: {
  readonly tried: Tried
  readonly mayWrite: boolean
  readonly onWrite: (tried: Tried) => void
}) => {
  const words = useWords()
  const { t, pick } = words
  const kind = pick(operationText(tried.op))
  const term = tried.amends === undefined ? kind : t('dropAmends', { line: tried.amends, term: kind })
  const write = t(tried.asks !== undefined ? 'dropFill' : 'dropWrite')
  const counters = counterTexts(tried.counters, words)
  return (
    <li data-op={tried.op} data-line={tried.amends}>
      <div>
        <p>
          <b>{term}</b>　{pick(tried.sentence)}
        </p>
        <p className="drop-counters">
          {counters.length === 0 ? t('dropNoChange') : counters.map((each) => <span key={each}>{each}</span>)}
        </p>
        {tried.findings.length > 0 && (
          <>
            <p className="note">{t('dropBrings')}</p>
            <ShortFindings findings={tried.findings} />
          </>
        )}
      </div>
      <button
        type="button"
        className="button small"
        aria-label={`${write} ${term}`}
        disabled={!mayWrite}
        onClick={() => onWrite(tried)}
      >
        {write}
      </button>
    </li>
  )
}

const Refused = ({ tried }: { readonly tried: Tried }) => {
  const { pick } = useWords()
  return (
    <li data-op={tried.op}>
      <div>
        <p>
          <b>{pick(operationText(tried.op))}</b>
        </p>
        <ShortFindings findings={tried.refusals} />
      </div>
    </li>
  )
}

/** Findings one below the other: mark and word, code, sentence. */
export const ShortFindings = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const { t, pick } = useWords()
  return (
    <ul className="short-findings">
      {findings.map((finding, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that changes only as a whole
        <li key={at}>
          <span className={`severity ${finding.severity}`}>
            <Icon name={severityMarks[finding.severity].icon} /> {t(severityMarks[finding.severity].key)}
          </span>{' '}
          <code>{finding.code}</code> {pick(finding.message)}
        </li>
      ))}
    </ul>
  )
}
