import type { Stage } from '../../../reform/plan.ts'
import { readPlan } from '../../../reform/plan-file.ts'
import { approvePlan, carryOutPlan, type KeptPlan, recordStage, withdrawApproval } from '../../model/plans.ts'
import { useCommand } from '../../model/use-command.ts'
import { useWords } from '../words.tsx'
import { Confirmed } from './confirmed.tsx'
import { Field } from './field.tsx'
import { Form, word } from './form.tsx'
import type { PlanParts } from './plan-desk.tsx'
import { RefusalNote } from './refusal.tsx'

/** What the plan file says of a stage stands there to begin with, because the two have to agree. */
const DocumentFields = ({ plan, stage }: { readonly plan: KeptPlan; readonly stage: Stage['stage'] }) => {
  const { t } = useWords()
  const said = readPlan(plan.text, plan.id).plan?.stages?.find((each) => each.stage === stage)
  return (
    <>
      <Field
        label={t('stageDocument')}
        help={t('stageDocumentHelp')}
        name="document"
        defaultValue={said?.document}
        maxLength={300}
        required
      />
      <Field label={t('stageHeldOn')} name="held-on" defaultValue={said?.on} type="date" required />
    </>
  )
}

const recorded = (fields: FormData, version: number) => ({
  version,
  document: word(fields, 'document').trim(),
  heldOn: word(fields, 'held-on'),
})

/** Records that the plan was initiated or argued. */
export const StageForm = ({
  stage,
  planKey,
  file,
  onDone,
}: PlanParts & { readonly stage: 'initiation' | 'argument' }) => {
  const { t } = useWords()
  const commanding = useCommand()
  return (
    <Form
      commanding={commanding}
      submit={t(stage === 'initiation' ? 'recordInitiation' : 'recordArgument')}
      onSubmit={async (fields) => {
        const body = { stage, ...recorded(fields, file.plan.version) }
        if ((await commanding.run((key) => recordStage(key, planKey, body))) !== undefined) onDone()
      }}
    >
      <DocumentFields plan={file.plan} stage={stage} />
    </Form>
  )
}

/** Decides: this text over the register of now. Whoever wrote a version of it is refused by the server. */
export const ApproveForm = ({ planKey, file, onDone }: PlanParts) => {
  const { t } = useWords()
  const commanding = useCommand()
  return (
    <Form
      commanding={commanding}
      submit={t('approve')}
      onSubmit={async (fields) => {
        const body = { ...recorded(fields, file.plan.version), expectSeq: file.plan.head.seq }
        if ((await commanding.run((key) => approvePlan(key, planKey, body))) !== undefined) onDone()
      }}
    >
      <DocumentFields plan={file.plan} stage="decision" />
      <p className="note">{t('approveHelp')}</p>
    </Form>
  )
}

export const WithdrawForm = ({ planKey, onDone }: PlanParts) => {
  const { t } = useWords()
  const commanding = useCommand()
  return (
    <details>
      <summary>{t('withdraw')}</summary>
      <Form
        commanding={commanding}
        submit={t('withdraw')}
        isMinor
        onSubmit={async (fields) => {
          const because = word(fields, 'because').trim()
          if ((await commanding.run((key) => withdrawApproval(key, planKey, because))) !== undefined) onDone()
        }}
      >
        <Field label={t('withdrawBecause')} name="because" maxLength={500} required />
      </Form>
    </details>
  )
}

/** Writes what was approved into the journal: nothing else, and not without asking once more. */
export const CarryOut = ({ approval, planKey, file, onDone }: PlanParts & { readonly approval: number }) => {
  const { t } = useWords()
  const commanding = useCommand()
  return (
    <>
      <p className="note">{t('carryOutHelp')}</p>
      <RefusalNote refusal={commanding.refusal} />
      <p>
        <Confirmed
          word={t('carryOut')}
          on={planKey.plan}
          isButton
          onConfirm={async () => {
            const body = { approval, expectSeq: file.plan.head.seq }
            if ((await commanding.run((key) => carryOutPlan(key, planKey, body))) !== undefined) onDone()
          }}
        />
      </p>
    </>
  )
}
