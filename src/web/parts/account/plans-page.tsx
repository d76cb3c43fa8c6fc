import { useCallback } from 'react'
import { stateTerms } from '../../../reform/approval-chain.ts'
import { minuteText } from '../../format.ts'
import { actorText } from '../../model/audit-words.ts'
import { fetchPlans, type ListedPlan } from '../../model/plans.ts'
import { useLoading } from '../../model/use-loading.ts'
import { useWords } from '../words.tsx'
import { Loaded } from './loaded.tsx'
import { PageHead } from './page-head.tsx'
import { PlanDesk } from './plan-desk.tsx'
import { TableBox } from './table-box.tsx'

interface Props {
  readonly county: string
  /** The plan that is open, by the address. */
  readonly chosen: string | undefined
  readonly onChoose: (plan: string) => void
  /** Shows a plan in the drawing of its county. */
  readonly onDrawing: (plan: string) => void
}

/** The plans of a county on their way from draft to journal. */
export const PlansPage = ({ county, chosen, onChoose, onDrawing }: Props) => {
  const { t } = useWords()
  const load = useCallback((signal: AbortSignal) => fetchPlans(county, signal), [county])
  const loader = useLoading(load)
  return (
    <main className="desk">
      <PageHead title={t('pagePlans')} lead={t('plansLead')} />
      <Loaded loader={loader} id={county} isInside>
        {(plans) => {
          const open = plans.find(({ id }) => id === chosen) ?? plans[0]
          if (open === undefined) return <p className="empty">{t('plansNone')}</p>
          return (
            <>
              <PlanTable plans={plans} open={open.id} onChoose={onChoose} />
              <PlanDesk
                key={open.id}
                planKey={{ county, plan: open.id }}
                onChange={loader.refresh}
                onDrawing={() => onDrawing(open.id)}
              />
            </>
          )
        }}
      </Loaded>
    </main>
  )
}

const PlanTable = ({
  plans,
  open,
  onChoose,
}: {
  readonly plans: readonly ListedPlan[]
  readonly open: string
  readonly onChoose: (plan: string) => void
}) => {
  const { t, pick } = useWords()
  return (
    <TableBox label={t('pagePlans')}>
      <table className="plain plans-table">
        <thead>
          <tr>
            <th scope="col">{t('plan')}</th>
            <th scope="col">{t('colState')}</th>
            <th scope="col" className="number">
              {t('colVersion')}
            </th>
            <th scope="col">{t('colChangedBy')}</th>
            <th scope="col">{t('colAt')}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map(({ id, title, state, version, changedBy, changedAt }) => (
            <tr key={id} data-plan={id}>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  aria-current={id === open}
                  onClick={() => onChoose(id)}
                >
                  {title || id}
                </button>{' '}
                <small>{id}</small>
              </th>
              <td>{pick(stateTerms[state])}</td>
              <td className="number">{version}</td>
              <td>{pick(actorText(changedBy.id, changedBy.name))}</td>
              <td>{minuteText(changedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}
