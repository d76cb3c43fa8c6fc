import type { Finding, Severity } from '../../kernel/finding.ts'
import type { UnitId } from '../../kernel/id.ts'
import { isSatisfied } from '../model/remarks.ts'
import type { Session } from '../model/session.ts'
import type { TextKey } from '../texts/index.ts'
import { CsvButton } from './csv-button.tsx'
import { Icon, type IconName } from './icon.tsx'
import { useWords, type Words } from './words.tsx'

export const severityMarks: Readonly<Record<Severity, { readonly icon: IconName; readonly key: TextKey }>> = {
  error: { icon: 'octagon', key: 'severityError' },
  opinion: { icon: 'sheet', key: 'severityOpinion' },
  warning: { icon: 'triangle', key: 'severityWarning' },
  note: { icon: 'info', key: 'severityNote' },
}

/** 审核意见: everything the files, the rehearsal and the rules have to say, severest first. */
export const Findings = ({
  session,
  onUnit,
}: {
  readonly session: Session
  readonly onUnit: (id: string) => void
}) => {
  const { t, pick } = useWords()
  const { findings } = session
  const { id } = session.county.register.county
  return (
    <section className="section" id="findings" tabIndex={-1} aria-labelledby="findings-title">
      <h2 id="findings-title">
        {t('findings')} <small>{t('findingsMore', { count: findings.length })}</small>
        {findings.length > 0 && (
          <CsvButton
            name={[id, session.plan?.id, 'findings'].filter((part) => part !== undefined).join('-')}
            header={[
              t('colSeverity'),
              t('colCode'),
              t('colFinding'),
              t('colRemedy'),
              t('colBecause'),
              t('source'),
              t('colPlace'),
            ]}
            rows={() => findings.map((finding) => rowOf(finding, { t, pick }))}
          />
        )}
      </h2>
      {findings.length === 0 ? (
        <p className="empty">{t('findingsNone')}</p>
      ) : (
        <ul className="findings">
          {findings.map((finding, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sorted list that changes only as a whole
            <FindingItem key={at} finding={finding} session={session} onUnit={onUnit} />
          ))}
        </ul>
      )}
    </section>
  )
}

const rowOf = (
  { severity, code, message, remedy, because, at, place }: Finding,
  { t, pick }: Pick<Words, 't' | 'pick'>,
): string[] => [
  t(severityMarks[severity].key),
  code,
  pick(message),
  remedy === undefined ? '' : pick(remedy),
  because === undefined ? '' : pick(because.text),
  because?.source ?? '',
  [at, place?.line === undefined ? '' : t('line', { line: place.line })].join(' ').trim(),
]

interface ItemProps {
  readonly finding: Finding
  readonly session: Session
  readonly onUnit: (id: string) => void
}

const FindingItem = ({ finding, session, onUnit }: ItemProps) => {
  const { t, pick } = useWords()
  const { icon, key } = severityMarks[finding.severity]
  const { because, remedy } = finding
  return (
    <li className={`is-${finding.severity}`}>
      <span className={`severity ${finding.severity}`}>
        <Icon name={icon} /> {t(key)}
      </span>
      <code>{finding.code}</code>
      <div>
        <p className="message">{pick(finding.message)}</p>
        {remedy !== undefined && !isSatisfied(finding) && <p>{t('remedy', { text: pick(remedy) })}</p>}
        {because !== undefined && (
          <p className="because">{t('because', { text: pick(because.text), source: because.source })}</p>
        )}
      </div>
      <span className="where">
        <Where finding={finding} session={session} onUnit={onUnit} />
      </span>
    </li>
  )
}

/** Where to look: the line of the plan or table, and the unit it is about, which leads to its bar in the drawing. */
const Where = ({ finding, session, onUnit }: ItemProps) => {
  const { t, pick } = useWords()
  const { at, about, place } = finding
  const line = place === undefined ? '' : t('line', { line: place.line })
  const id = [about, at].find((each) => each?.startsWith('unit:'))?.slice('unit:'.length)
  const unit = id === undefined ? undefined : unitOf(session, id)
  if (id !== undefined && unit !== undefined) {
    const name = pick({ zh: unit.short, en: unit.shortEn })
    return (
      <>
        {line}{' '}
        <button type="button" className="link" title={t('showUnit', { name })} onClick={() => onUnit(id)}>
          {name}
        </button>
      </>
    )
  }
  if (at.startsWith('plan:')) return line || t('ofPlan')
  return (
    <>
      {line} <code>{about ?? at}</code>
    </>
  )
}

/** A unit that is new is in the register after the reform, one that has gone in the one before. */
const unitOf = ({ account, county }: Session, id: string) =>
  account?.after.units.get(id as UnitId) ?? county.register.units.get(id as UnitId)
