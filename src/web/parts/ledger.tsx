import { memo } from 'react'
import { number } from '../../kernel/text.ts'
import type { Figure } from '../../ledger/figure.ts'
import { reconciled } from '../../ledger/reconciliation.ts'
import { cellText } from '../format.ts'
import type { Session } from '../model/session.ts'
import { Icon } from './icon.tsx'
import { Savings } from './savings.tsx'
import { useWords } from './words.tsx'

/** 公布数字账: every figure as printed, as computed, whether they agree, what it means and how it is made. */
export const Ledger = memo(
  ({ session, onOpen }: { readonly session: Session; readonly onOpen: (figure: Figure) => void }) => {
    const { t, pick } = useWords()
    const figures = session.account?.figures ?? []
    const published = figures.filter((figure) => figure.published !== undefined)
    const disagreements = reconciled(figures).filter(({ fits }) => !fits)
    return (
      <section className="section ledger" id="ledger" aria-labelledby="ledger-title">
        <h2 id="ledger-title">
          {t('ledger')}{' '}
          <small>
            {t('ledgerCount', {
              published: number(published.length),
              agree: number(published.filter((figure) => figure.agrees === true).length),
            })}
          </small>
        </h2>
        <p className="lead">{t('ledgerIntro')}</p>
        {figures.length === 0 ? (
          <p className="empty">{t('noPlan')}</p>
        ) : (
          <>
            <Savings figures={figures} onOpen={onOpen} />
            {disagreements.length > 0 && (
              <div className="notes">
                <h3>{t('disagree')}</h3>
                <ul>
                  {disagreements.map(({ id, statement }) => (
                    <li key={id}>
                      <span className="severity warning">
                        <Icon name="triangle" />
                      </span>
                      {pick(statement)}
                    </li>
                  ))}
                </ul>
              </div>
            )}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
            <section className="table-box" tabIndex={0} aria-label={t('ledger')}>
              <table className="plain ledger-table">
                <thead>
                  <tr>
                    <th scope="col">{t('colFigure')}</th>
                    <th scope="col" className="number">
                      {t('colPublished')}
                    </th>
                    <th scope="col" className="number">
                      {t('colComputed')}
                    </th>
                    <th scope="col">{t('colAgrees')}</th>
                    <th scope="col">{t('colDefinition')}</th>
                    <th scope="col">{t('colFormula')}</th>
                  </tr>
                </thead>
                <tbody>
                  {figures.map((figure) => (
                    <LedgerRow key={figure.id} figure={figure} onOpen={onOpen} />
                  ))}
                </tbody>
              </table>
            </section>
          </>
        )}
      </section>
    )
  },
)

/** “at least 14”, “at most 10”; an exact figure stands alone. */
const relationKeys = { exactly: undefined, atLeast: 'atLeast', atMost: 'atMost' } as const

const LedgerRow = ({
  figure,
  onOpen,
}: {
  readonly figure: Figure
  readonly onOpen: (figure: Figure) => void
}) => {
  const { t, pick, language } = useWords()
  const cell = (value: number | undefined) =>
    value === undefined ? undefined : cellText(value, figure.unit, language)
  const [printed, computed] = [cell(figure.published), cell(figure.computed)]
  const relation = figure.relation && relationKeys[figure.relation]
  return (
    <tr id={`figure-${figure.id}`}>
      <th scope="row">{pick(figure.label)}</th>
      <td className="number">
        {printed === undefined ? (
          <span className="none">{t('notPublished')}</span>
        ) : relation === undefined ? (
          printed.value
        ) : (
          t(relation, { value: printed.value })
        )}
        {figure.unit === 'yuan' && printed?.suffix && <small> {printed.suffix}</small>}
      </td>
      <td className="number">
        {computed === undefined ? (
          <span className="none">— {t('notComputed')}</span>
        ) : (
          <button
            type="button"
            className="figure"
            data-figure={figure.id}
            aria-label={t('openNumber', {
              label: pick(figure.label),
              value: `${computed.value} ${computed.suffix}`.trim(),
            })}
            onClick={() => onOpen(figure)}
          >
            {computed.value}
          </button>
        )}
        {computed?.suffix && <small> {computed.suffix}</small>}
      </td>
      <td>{figure.agrees !== undefined && <Agreement agrees={figure.agrees} />}</td>
      <td className="prose">{pick(figure.definition)}</td>
      <td className="prose formula">{pick(figure.formula)}</td>
    </tr>
  )
}

const Agreement = ({ agrees }: { readonly agrees: boolean }) => {
  const { t } = useWords()
  return (
    <span className={`severity ${agrees ? 'ok' : 'error'}`}>
      <Icon name={agrees ? 'tick' : 'differs'} /> {t(agrees ? 'agrees' : 'differs')}
    </span>
  )
}
