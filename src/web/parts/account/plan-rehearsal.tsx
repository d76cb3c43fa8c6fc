import { useCallback, useState } from 'react'
import { type Rehearsed, rehearse } from '../../model/plans.ts'
import { useLoading } from '../../model/use-loading.ts'
import { useAround } from '../../model/use-who.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { FindingList } from './finding-list.tsx'
import { Loaded } from './loaded.tsx'
import type { PlanParts } from './plan-desk.tsx'

/** Walks the plan over the register of now and says what forbids it, before anybody decides. */
export const PlanRehearsal = ({ planKey, file }: PlanParts) => {
  const { t } = useWords()
  const { who } = useAround()
  const [isAsked, setAsked] = useState(false)
  if (who?.operations.includes('rehearse-plan') !== true) return null
  return (
    <>
      <p>
        <button type="button" className="button small" onClick={() => setAsked(true)}>
          {t('rehearse')}
        </button>
      </p>
      {isAsked && <Result key={`${file.plan.version} ${file.plan.head.seq}`} planKey={planKey} />}
    </>
  )
}

const Result = ({ planKey }: Pick<PlanParts, 'planKey'>) => {
  const { county, plan } = planKey
  const load = useCallback((signal: AbortSignal) => rehearse({ county, plan }, signal), [county, plan])
  return (
    <Loaded loader={useLoading(load)} isInside>
      {({ isBlocked, findings }) => (
        <div role="status">
          <Verdict isBlocked={isBlocked} findings={findings} />
          <FindingList findings={findings} />
        </div>
      )}
    </Loaded>
  )
}

/** What a rehearsal means for the decision: an opinion that is asked for stands in its way as well. */
const Verdict = ({ isBlocked, findings }: Rehearsed) => {
  const { t } = useWords()
  if (isBlocked)
    return (
      <p className="severity error">
        <Icon name="octagon" /> {t('rehearsalBlocked')}
      </p>
    )
  if (findings.some(({ severity }) => severity === 'opinion'))
    return (
      <p className="severity warning">
        <Icon name="sheet" /> {t('rehearsalOpinion')}
      </p>
    )
  return (
    <p className="severity ok">
      <Icon name="tick" /> {t('rehearsalFree')}
    </p>
  )
}
