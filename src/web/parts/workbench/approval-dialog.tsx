import type { DraftKey } from '../../model/draft/drafts.ts'
import { PlanDesk } from '../account/plan-desk.tsx'
import { Modal } from '../modal.tsx'
import { useWords } from '../words.tsx'

/** The plan's way through 动议, 论证, 审议决定 and 组织实施, for the version that the server keeps. */
export const ApprovalDialog = ({
  planKey,
  isChanged,
  onChange,
  onClose,
}: {
  readonly planKey: DraftKey
  /** There are changes that the server does not keep: the steps are those of the version before them. */
  readonly isChanged: boolean
  readonly onChange: () => void
  readonly onClose: () => void
}) => {
  const { t } = useWords()
  return (
    <Modal title={t('planSteps')} isWide onClose={onClose}>
      {isChanged && <p className="severity warning">{t('stepsOfKept')}</p>}
      <PlanDesk planKey={planKey} onChange={onChange} onDrawing={onClose} />
    </Modal>
  )
}
