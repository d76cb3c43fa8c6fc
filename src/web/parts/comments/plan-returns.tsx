import { minuteText } from '../../format.ts'
import { actorText } from '../../model/audit-words.ts'
import { settleComment } from '../../model/comments.ts'
import { commentsMoved } from '../../model/comments-moved.ts'
import { type KeptPlan, standingReturns } from '../../model/plans.ts'
import { useCommand } from '../../model/use-command.ts'
import { useAround } from '../../model/use-who.ts'
import type { PlanParts } from '../account/plan-desk.tsx'
import { RefusalNote } from '../account/refusal.tsx'
import '../../styles/comments.css'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'

type Returned = KeptPlan['returns'][number]

/** The returns of a plan as part of its chain: what stands in the way of the decision, and what was answered before. */
export const PlanReturns = (parts: PlanParts) => {
  const { t } = useWords()
  const { returns } = parts.file.plan
  const stands = standingReturns(parts.file.plan)
  const before = returns.filter((each) => !stands.includes(each))
  return (
    <div className="plan-returns">
      {stands.map((each) => (
        <div key={each.number} className="returned">
          <p className="severity warning">
            <Icon name="triangle" /> <strong>{t('returned')}</strong> · {t('returnStands')}
          </p>
          <Reason returned={each} />
          <TakeBack returned={each} {...parts} />
        </div>
      ))}
      {before.length > 0 && (
        <details>
          <summary>{t('returnsBefore', { count: before.length })}</summary>
          {before.map((each) => (
            <Reason key={each.number} returned={each} />
          ))}
        </details>
      )}
    </div>
  )
}

const Reason = ({ returned }: { readonly returned: Returned }) => {
  const { t, pick } = useWords()
  const { by, at, version, because, answeredBy, takenBack } = returned
  const name = pick(actorText(by.id, by.name))
  return (
    <div className="return-reason">
      <p className="note">
        {t('returnedBy', { name, at: minuteText(at), version })}
        {answeredBy !== null && ` · ${t('returnAnswered', { version: answeredBy })}`}
        {takenBack !== null && ` · ${t('returnTakenBack')}`}
      </p>
      <p className="comment-text">{because}</p>
    </div>
  )
}

/** Who returned a plan by mistake takes that back. */
const TakeBack = ({ returned, planKey, onDone }: PlanParts & { readonly returned: Returned }) => {
  const { t } = useWords()
  const { who } = useAround()
  const commanding = useCommand()
  if (who?.account == null || returned.by.id !== `account:${who.account.id}`) return null
  return (
    <>
      <RefusalNote refusal={commanding.refusal} />
      <button
        type="button"
        className="button small"
        aria-busy={commanding.isBusy}
        onClick={async () => {
          if (commanding.isBusy) return
          const answer = await commanding.run((key) => settleComment(key, planKey, returned.number))
          if (answer === undefined) return
          commentsMoved(planKey)
          onDone()
        }}
      >
        {t('commentTakeBack')}
      </button>
    </>
  )
}
