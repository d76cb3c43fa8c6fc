import { type FormEvent, useId } from 'react'
import type { Finding } from '../../../kernel/finding.ts'
import type { Remedy } from '../../../reform/remedies/remedy.ts'
import type { Bench } from '../../model/bench.ts'
import type { Found } from '../../model/legal/use-remedies.ts'
import { isSatisfied } from '../../model/remarks.ts'
import { word } from '../account/form.tsx'
import { severityMarks } from '../findings.tsx'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { ShortFindings } from './bench-drop-list.tsx'
import { counterTexts } from './bench-drop-words.ts'

interface Props {
  readonly finding: Finding
  /** The line that it leads to. */
  readonly line: number | undefined
  readonly bench: Bench
  readonly found: Found | undefined
  readonly onAsk: () => void
  readonly onApply: (remedy: Remedy, answer?: string) => void
}

/** One finding: what, where, on which clause, and the edits that mend it. */
export const BenchFindingsItem = (props: Props) => {
  const { finding, line, bench, found, onAsk, onApply } = props
  const { t, pick } = useWords()
  const { severity, code, message, remedy, because, place } = finding
  const mayAsk = bench.mayEdit && !bench.isBehind && found === undefined && !isSatisfied(finding)
  return (
    <li
      className="bench-finding"
      data-finding={code}
      aria-current={line !== undefined && line === bench.chosen ? 'true' : undefined}
    >
      <p>
        <span className={`severity ${severity}`}>
          <Icon name={severityMarks[severity].icon} />
          <span className="hidden">{t(severityMarks[severity].key)}</span>
        </span>{' '}
        <code>{code}</code> {pick(message)}
      </p>
      {remedy !== undefined && !isSatisfied(finding) && (
        <p className="note">{t('remedy', { text: pick(remedy) })}</p>
      )}
      {because !== undefined && (
        <details>
          <summary>{t('findingClause')}</summary>
          {t('because', { text: pick(because.text), source: because.source })}
        </details>
      )}
      <div className="doing">
        {line !== undefined && (
          <button type="button" className="link" onClick={() => bench.choose(line)}>
            {t('findingLine', { line })}
          </button>
        )}
        {line === undefined && place !== undefined && (
          <span className="note">{t('findingRow', { row: place.line })}</span>
        )}
        {mayAsk && (
          <button type="button" className="link" onClick={onAsk}>
            {t('remedyMore')}
          </button>
        )}
        {found !== undefined && found.left > 0 && <span className="note">{t('remedyTrying')}</span>}
        {found?.remedies
          .filter(({ asks }) => asks === undefined)
          .map((each) => (
            <RemedyButton key={each.label.en} remedy={each} onApply={onApply} />
          ))}
      </div>
      {found?.remedies
        .filter(({ asks }) => asks !== undefined)
        .map((each) => (
          <Asking key={each.label.en} remedy={each} onApply={onApply} />
        ))}
      {found !== undefined && found.left === 0 && found.remedies.length === 0 && (
        <p className="note">{t('remedyNone')}</p>
      )}
      {found !== undefined && found.priced.length > 0 && (
        <details>
          <summary>{t('remedyPriced', { count: found.priced.length })}</summary>
          {found.priced.map((each) => (
            <div key={each.label.en}>
              <p>{pick(each.label)}</p>
              <p className="note">{t('dropBrings')}</p>
              <ShortFindings findings={each.effect.findings} />
            </div>
          ))}
        </details>
      )}
    </li>
  )
}

const RemedyButton = ({ remedy, onApply }: { readonly remedy: Remedy } & Pick<Props, 'onApply'>) => {
  const words = useWords()
  const effect = counterTexts(remedy.effect.counters, words)
  const brings = remedy.effect.findings.map(({ code }) => code)
  return (
    <>
      <button type="button" className="button small remedy" onClick={() => onApply(remedy)}>
        {words.pick(remedy.label)}
      </button>
      {effect.length > 0 && <span className="note">{effect.join(' ')}</span>}
      {brings.length > 0 && <span className="note">{`${words.t('dropBrings')} ${brings.join(' ')}`}</span>}
    </>
  )
}

/** A remedy that has to be told something first, such as the document that is attached. */
const Asking = ({ remedy, onApply }: { readonly remedy: Remedy } & Pick<Props, 'onApply'>) => {
  const { pick } = useWords()
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onApply(remedy, word(new FormData(event.currentTarget), 'answer'))
  }
  return (
    <details className="asking">
      <summary className="button small">{`${pick(remedy.label)}…`}</summary>
      <form onSubmit={submit}>
        <label htmlFor={id}>
          {pick(remedy.asks ?? remedy.label)}
          <input id={id} name="answer" required autoComplete="off" maxLength={200} />
        </label>
        <button type="submit" className="button small">
          {pick(remedy.label)}
        </button>
      </form>
    </details>
  )
}
