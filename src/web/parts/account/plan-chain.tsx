import { type DraftState, standing } from '../../../reform/approval-chain.ts'
import { type Stage, stageNames } from '../../../reform/plan.ts'
import { dayText } from '../../format.ts'
import { actorText } from '../../model/audit-words.ts'
import { approvalInForce, type KeptPlan, standingReturns } from '../../model/plans.ts'
import { useAround } from '../../model/use-who.ts'
import { PlanReturns } from '../comments/plan-returns.tsx'
import { ReturnForm } from '../comments/return-form.tsx'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import type { PlanParts } from './plan-desk.tsx'
import { ApproveForm, CarryOut, StageForm, WithdrawForm } from './plan-steps.tsx'

type StageName = Stage['stage']

/** The stage that comes next in each state. */
const nextIn: Readonly<Record<DraftState, StageName | undefined>> = {
  drafted: 'initiation',
  initiated: 'argument',
  withdrawn: 'argument',
  argued: 'decision',
  approved: 'implementation',
  'carried-out': undefined,
}

/** 动议 → 论证 → 审议决定 → 组织实施, and what was returned on the way. */
export const PlanChain = (parts: PlanParts) => (
  <>
    <Stages {...parts} />
    <PlanReturns {...parts} />
  </>
)

/** What stands with its document, and the next step for whoever may take it. */
const Stages = (parts: PlanParts) => {
  const { t } = useWords()
  const { plan } = parts.file
  const names: Readonly<Record<StageName, string>> = {
    initiation: t('stageInitiation'),
    argument: t('stageArgument'),
    decision: t('stageDecision'),
    implementation: t('stageImplementation'),
  }
  return (
    <ol className="chain">
      {stageNames.map((stage) => {
        const isDone = standing[plan.state].includes(stage)
        const isNext = nextIn[plan.state] === stage
        return (
          <li key={stage} data-stage={stage} className={isDone ? 'is-done' : isNext ? 'is-next' : ''}>
            <h3>
              {names[stage]}{' '}
              {isDone && (
                <span className="severity ok">
                  <Icon name="tick" /> {t('stageDone')}
                </span>
              )}
            </h3>
            {isDone && <Record plan={plan} stage={stage} />}
            {isNext && <Next stage={stage} {...parts} />}
          </li>
        )
      })}
    </ol>
  )
}

const Record = ({ plan, stage }: { readonly plan: KeptPlan; readonly stage: StageName }) => {
  const { t, pick, language } = useWords()
  const record = plan.stages.filter((each) => each.stage === stage && each.lapsedAt === null).at(-1)
  if (record === undefined) return null
  const { document, heldOn, recordedBy, version } = record
  return (
    <p className="note">
      {document} · {dayText(heldOn, language)}
      <br />
      {t('stageBy', { name: pick(actorText(recordedBy.id, recordedBy.name)), version })}
    </p>
  )
}

/** The form of the next step, or who it waits for. */
const Next = ({ stage, ...parts }: PlanParts & { readonly stage: StageName }) => {
  const { t } = useWords()
  const { who } = useAround()
  const may = (name: 'record-stage' | 'approve-plan' | 'apply-plan' | 'withdraw-approval') =>
    who?.operations.includes(name) === true
  const inForce = approvalInForce(parts.file.plan)
  if (stage === 'initiation' || stage === 'argument')
    return may('record-stage') ? <StageForm stage={stage} {...parts} /> : <Waits text={t('waitsPlanner')} />
  if (stage === 'decision' && standingReturns(parts.file.plan).length > 0)
    return <Waits text={t('waitsAnswer')} />
  if (stage === 'decision')
    return may('approve-plan') ? (
      <>
        <ApproveForm {...parts} />
        <ReturnForm {...parts} />
      </>
    ) : (
      <Waits text={t('waitsApprover')} />
    )
  return (
    <>
      {may('apply-plan') && inForce !== undefined ? (
        <CarryOut approval={inForce.number} {...parts} />
      ) : (
        <Waits text={t('waitsPlanner')} />
      )}
      {may('withdraw-approval') && <WithdrawForm {...parts} />}
    </>
  )
}

const Waits = ({ text }: { readonly text: string }) => <p className="note">{text}</p>
