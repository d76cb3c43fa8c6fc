import type { ReactNode } from 'react'
import type { Day } from '../../kernel/day.ts'
import { number } from '../../kernel/text.ts'
import type { Figure } from '../../ledger/figure.ts'
import { changeText, figureText } from '../format.ts'
import type { Session } from '../model/session.ts'
import { severityMarks } from './findings.tsx'
import { Icon } from './icon.tsx'
import { PathChart } from './path-chart.tsx'
import { toFindings } from './remarks.tsx'
import { useWords } from './words.tsx'

/** Pairs of figures for the rail, before and after; and single ones. */
const pairs = [
  ['organs.before', 'organs.after'],
  ['leadingPosts.before', 'leadingPosts.after'],
  ['institutions.before', 'institutions.after'],
  ['institutionPosts.before', 'institutionPosts.after'],
  ['supportedStaff.before', 'supportedStaff.target'],
  ['ratio.before', 'ratio.after'],
] as const
const singles = ['staffSaving.nominalYuan', 'staffSaving.steadyYuan', 'operatingSaving.yuan'] as const

/** What to look at, what was promised, whether anything is lost. */
export const Rail = ({
  session,
  recorded,
  onOpen,
  children,
}: {
  readonly session: Session
  readonly recorded: Day
  readonly onOpen: (figure: Figure) => void
  readonly children: ReactNode
}) => {
  const { t, pick } = useWords()
  const { findings, account } = session
  const first = findings.filter((finding) => finding.severity !== 'note').slice(0, 4)
  const figures = new Map(account?.figures.map((figure) => [figure.id, figure]))
  return (
    <aside className="rail" aria-label={t('figures')}>
      {children}
      <h2>
        {t('findings')}
        {findings.length > 0 && (
          <button type="button" className="link all" onClick={toFindings}>
            {t('findingsMore', { count: findings.length })}
          </button>
        )}
      </h2>
      {first.length === 0 ? (
        <p className="empty">{t('findingsNone')}</p>
      ) : (
        <ul className="brief">
          {first.map((finding) => (
            <li key={`${finding.code} ${finding.at} ${finding.message.en}`}>
              <span className={`severity ${finding.severity}`}>
                <Icon name={severityMarks[finding.severity].icon} />
              </span>
              <button type="button" className="brief-text" onClick={toFindings}>
                {pick(finding.message)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {account !== undefined && (
        <>
          <h2>{t('figures')}</h2>
          <ul className="promises">
            {pairs.map(([before, after]) => (
              <PromiseLine key={before} from={figures.get(before)} to={figures.get(after)} onOpen={onOpen} />
            ))}
            {singles.map((id) => (
              <PromiseLine key={id} from={undefined} to={figures.get(id)} onOpen={onOpen} />
            ))}
          </ul>
          <PathChart account={account} recorded={recorded} />
          <h2>{t('proof')}</h2>
          <p className={`severity ${account.conservation.holds ? 'ok' : 'error'}`}>
            <Icon name={account.conservation.holds ? 'tick' : 'octagon'} />{' '}
            {account.conservation.holds
              ? t('proofHolds')
              : t('proofFails', { count: number(account.conservation.counterExamples.length) })}
          </p>
        </>
      )}
    </aside>
  )
}

const PromiseLine = ({
  from,
  to,
  onOpen,
}: {
  readonly from: Figure | undefined
  readonly to: Figure | undefined
  readonly onOpen: (figure: Figure) => void
}) => {
  const { t, pick, language } = useWords()
  if (to?.computed === undefined) return null
  const shown = (figure: Figure) => figureText(figure.computed ?? 0, figure.unit, language).value
  const change =
    from?.computed === undefined || to.unit === 'ratio' ? '' : changeText(to.computed - from.computed)
  const label = pick(to.label).replace(/[（(].*[)）]|, (after|at|before).*| at the end.*/g, '')
  const text = from?.computed === undefined ? shown(to) : `${shown(from)} → ${shown(to)}`
  return (
    <li>
      <button
        type="button"
        onClick={() => onOpen(to)}
        title={t('openNumber', { label: pick(to.label), value: text })}
      >
        <span>{label}</span>
        <span className="number">
          {text}
          {change && <i>{change}</i>}
        </span>
      </button>
    </li>
  )
}
