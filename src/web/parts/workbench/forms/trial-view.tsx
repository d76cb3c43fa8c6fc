import { number } from '../../../../kernel/text.ts'
import { changeText } from '../../../format.ts'
import type { Trial } from '../../../model/forms/trial.ts'
import { severityMarks } from '../../findings.tsx'
import { Icon } from '../../icon.tsx'
import { useWords } from '../../words.tsx'

/** What the line would do where it stands: its sentence, what is wrong with it, and the counters it changes. */
export const TrialView = ({
  trial,
  hasTried,
}: {
  readonly trial: Trial | undefined
  readonly hasTried: boolean
}) => {
  const { t, pick } = useWords()
  if (trial === undefined) return null
  const remarks = trial.remarks.filter((remark) => hasTried || !remark.isMissing)
  return (
    <aside className="trial" aria-label={t('trial')}>
      <div aria-live="polite">
        <p className={trial.sentence === undefined ? 'note' : 'trial-sentence'}>
          {trial.sentence === undefined ? t('trialNotYet') : pick(trial.sentence)}
        </p>
        {remarks.length > 0 && (
          <ul className="trial-remarks">
            {remarks.map(({ code, severity, message, remedy }) => (
              <li key={`${code} ${message.zh}`}>
                <span className={`severity ${severity}`}>
                  <Icon name={severityMarks[severity].icon} /> {t(severityMarks[severity].key)}
                </span>{' '}
                <code>{code}</code> {pick(message)}
                {remedy !== undefined && <span className="note"> {pick(remedy)}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
      <h3>{t('trialChanges')}</h3>
      {trial.changes.length === 0 ? (
        <p className="note">{trial.isReadable ? t('trialNoChange') : '—'}</p>
      ) : (
        <table className="plain">
          <tbody>
            {trial.changes.map(({ id, label, before, after }) => (
              <tr key={id} data-counter={id}>
                <th scope="row">{pick(label)}</th>
                <td className="number">
                  {number(before)} → {number(after)}
                </td>
                <td className="number">{changeText(after - before)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </aside>
  )
}
