import { returnPlan } from '../../model/plans.ts'
import { useCommand } from '../../model/use-command.ts'
import { useAround } from '../../model/use-who.ts'
import type { PlanParts } from '../account/plan-desk.tsx'
import '../../styles/comments.css'
import { useWords } from '../words.tsx'
import { CommentBox } from './comment-box.tsx'

/** 退回: an approver gives the version of now back to the planner, with the reason. Nothing for who may not. */
export const ReturnForm = ({ planKey, file, onDone }: PlanParts) => {
  const { t } = useWords()
  const { who } = useAround()
  const commanding = useCommand()
  if (who?.account == null || !who.operations.includes('return-plan')) return null
  const { version } = file.plan
  return (
    <details className="return-form">
      <summary>{t('returnPlan')}</summary>
      <CommentBox
        box={`account:${who.account.id}/${planKey.county}/${planKey.plan}/return`}
        label={t('returnBecause')}
        help={t('returnHelp')}
        submit={t('returnPlan')}
        commanding={commanding}
        onSend={async (text) => {
          const answer = await commanding.run((key) => returnPlan(key, planKey, { version, text }))
          if (answer === undefined) return false
          onDone()
          return true
        }}
      />
    </details>
  )
}
