import type { Reconciliation } from '../../../ledger/reconciliation.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'

/** Published figures that do not fit one another: they measure different things and must not be mixed. */
export const Disagreements = ({ disagreements }: { readonly disagreements: readonly Reconciliation[] }) => {
  const { t, pick } = useWords()
  if (disagreements.length === 0) return null
  return (
    <section className="notes" aria-labelledby="disagreements-title">
      <h2 id="disagreements-title">{t('disagree')}</h2>
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
    </section>
  )
}
