import { useState } from 'react'
import { isPlanId } from '../../model/draft/plan-ids.ts'
import type { Commanding } from '../../model/use-command.ts'
import { Field } from '../account/field.tsx'
import { Form, word } from '../account/form.tsx'
import { Modal } from '../modal.tsx'
import { useWords } from '../words.tsx'

/** The first time that a plan is kept: under which id, and with which note. */
export const KeepDialog = ({
  plan,
  taken,
  commanding,
  onKeep,
  onClose,
}: {
  readonly plan: string
  /** Ids that the server knows. */
  readonly taken: readonly string[]
  readonly commanding: Commanding
  readonly onKeep: (plan: string, note: string) => void
  readonly onClose: () => void
}) => {
  const { t } = useWords()
  const [wrong, setWrong] = useState<string>()
  return (
    <Modal title={t('keepTitle')} onClose={onClose}>
      <Form
        commanding={commanding}
        submit={t('keepPlan')}
        onSubmit={(fields) => {
          const id = word(fields, 'plan').trim()
          const problem = !isPlanId(id) ? t('keepIdWrong') : taken.includes(id) ? t('keepIdTaken') : undefined
          setWrong(problem)
          if (problem === undefined) onKeep(id, word(fields, 'note').trim())
        }}
      >
        <Field
          name="plan"
          label={t('keepId')}
          help={t('keepIdHelp')}
          wrong={wrong}
          defaultValue={plan}
          maxLength={80}
        />
        <Field name="note" label={t('keepNote')} maxLength={500} />
      </Form>
    </Modal>
  )
}
