import { type Fate, fates, type Measure, measures, type Scope, scopes } from '../river/types.ts'
import type { TextKey } from '../texts/index.ts'
import { Segmented } from './segmented.tsx'
import { useWords } from './words.tsx'

export const fateKeys: Readonly<Record<Fate, TextKey>> = {
  kept: 'fateKept',
  merged: 'fateMerged',
  moved: 'fateMoved',
  colocated: 'fateColocated',
  dissolved: 'fateDissolved',
  ended: 'fateEnded',
}
export const measureKeys: Readonly<Record<Measure, TextKey>> = {
  people: 'measurePeople',
  posts: 'measurePosts',
  duties: 'measureDuties',
  money: 'measureMoney',
}
export const scopeKeys: Readonly<Record<Scope, TextKey>> = {
  organs: 'scopeOrgans',
  institutions: 'scopeInstitutions',
}

/** Legend, which units are drawn, and what the width stands for. */
export const RiverTools = ({
  measure,
  scope,
  onMeasure,
  onScope,
}: {
  readonly measure: Measure
  readonly scope: Scope
  readonly onMeasure: (measure: Measure) => void
  readonly onScope: (scope: Scope) => void
}) => {
  const { t } = useWords()
  return (
    <div className="tools">
      <ul className="legend">
        {fates.map((fate) => (
          <li key={fate}>
            <Sample fate={fate} />
            {t(fateKeys[fate])}
          </li>
        ))}
        <li>
          <svg className="river" width="24" height="14" aria-hidden="true">
            <rect className="plate" x="1" y="3" width="22" height="8" rx="1.5" />
          </svg>
          {t('nameplate')}
        </li>
      </ul>
      <div className="switches">
        <Segmented
          label={t('scope')}
          choices={scopes.map((each) => [each, t(scopeKeys[each])])}
          value={scope}
          onChoose={onScope}
        />
        <Segmented
          label={t('width')}
          choices={measures.map((each) => [each, t(measureKeys[each])])}
          value={measure}
          onChoose={onMeasure}
        />
      </div>
    </div>
  )
}

const Sample = ({ fate }: { readonly fate: Fate }) => (
  <svg className="river sample" width="24" height="14" aria-hidden="true">
    <rect className={`swatch ${fate}`} y="3" width="24" height="8" />
    {fate === 'colocated' && <path className="lane" d="M0 7H24" />}
    {fate === 'moved' && <path className="dash" d="M0 7H24" />}
    {fate === 'dissolved' && (
      <g className="hatch-line">
        {[0, 5, 10, 15, 20].map((x) => (
          <path key={x} d={`M${x} 11l6 -8`} />
        ))}
      </g>
    )}
  </svg>
)
