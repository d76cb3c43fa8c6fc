import { useState } from 'react'
import { commentsMoved } from '../../model/comments-moved.ts'
import { returnPlan } from '../../model/plans.ts'
import { isTyped } from '../../model/typed-comment.ts'
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
  const box = `account:${who?.account?.id}/${planKey.county}/${planKey.plan}/return`
  // What was begun and not sent stands open.
  const [isBegun] = useState(() => isTyped(box))
  if (who?.account == null || !who.operations.includes('return-plan')) return null
  const { version } = file.plan
  return (
    <details className="return-form" open={isBegun}>
      <summary>{t('returnPlan')}</summary>
      <CommentBox
        box={box}
        label={t('returnBecause')}
        help={t('returnHelp')}
        submit={t('returnPlan')}
        commanding={commanding}
        onSend={async (text) => {
          const answer = await commanding.run((key) => returnPlan(key, planKey, { version, text }))
          if (answer === undefined) return false
          commentsMoved(planKey)
          onDone()
          return true
        }}
      />
    </details>
  )
}
