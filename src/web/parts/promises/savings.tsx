import type { Figure } from '../../../ledger/figure.ts'
import { moneyText } from '../../format.ts'
import { useWords } from '../words.tsx'

const ways = [
  ['staffSaving.nominalYuan', 'savingNominal'],
  ['staffSaving.realisedYuan', 'savingRealised'],
  ['staffSaving.steadyYuan', 'savingSteady'],
] as const

/** The staff saving counted in its three ways, side by side and to one scale, so that none can pass for another. */
export const Savings = ({
  figures,
  onOpen,
}: {
  readonly figures: readonly Figure[]
  readonly onOpen: (figure: Figure) => void
}) => {
  const { t, pick, language } = useWords()
  const found = ways.flatMap(([id, key]) => {
    const figure = figures.find((each) => each.id === id)
    return figure?.computed === undefined ? [] : [{ figure, key, yuan: figure.computed }]
  })
  if (found.length === 0) return null
  const most = Math.max(...found.map(({ yuan }) => yuan), 1)
  return (
    <div className="savings">
      <h3>{t('savings')}</h3>
      <ol>
        {found.map(({ figure, key, yuan }) => (
          <li key={figure.id}>
            <span className="way">{t(key)}</span>
            <button
              type="button"
              className="figure"
              aria-label={t('openNumber', { label: pick(figure.label), value: moneyText(yuan, language) })}
              onClick={() => onOpen(figure)}
            >
              {moneyText(yuan, language)}
            </button>
            <i className={`measure ${key}`} style={{ width: `${Math.max(0, (yuan / most) * 100)}%` }} />
            <span className="prose">{pick(figure.definition)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
