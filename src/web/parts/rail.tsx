import type { ReactNode } from 'react'
import type { Day } from '../../kernel/day.ts'
import { number } from '../../kernel/text.ts'
import type { Figure } from '../../ledger/figure.ts'
import { changeText, figureText } from '../format.ts'
import type { Place } from '../model/place.ts'
import { Icon } from './icon.tsx'
import { NeedsYou } from './needs-you.tsx'
import { PathChart } from './path-chart.tsx'
import { TryChange } from './try-change.tsx'
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

/** What needs the reader, a change to try, what was promised, whether anything is lost; and what can be done with the drawing. */
export const Rail = ({
  place,
  on,
  recorded,
  onOpen,
  children,
}: {
  readonly place: Place
  readonly on: Day
  readonly recorded: Day
  readonly onOpen: (figure: Figure) => void
  readonly children: ReactNode
}) => {
  const { t } = useWords()
  const { account } = place.session
  const figures = new Map(account?.figures.map((figure) => [figure.id, figure]))
  return (
    <aside className="rail" aria-label={t('needs')}>
      <NeedsYou place={place} />
      <TryChange place={place} on={on} />
      {account !== undefined && (
        <>
          <h2>
            {t('figures')}
            <button
              type="button"
              className="link all"
              onClick={() => place.setView({ page: 'promises' }, 'step')}
            >
              {t('allPromises')}
            </button>
          </h2>
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
      {children}
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
