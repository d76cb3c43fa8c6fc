import type { ReactNode } from 'react'
import type { FormField } from '../../../model/forms/field.ts'
import type { Remark } from '../../../model/forms/trial.ts'
import { severityMarks } from '../../findings.tsx'
import { Icon } from '../../icon.tsx'
import { useWords } from '../../words.tsx'

/** The label of a field, what there is to know about it, and what is wrong with it, in its place. */
export const FieldFrame = ({
  id,
  field,
  remarks,
  children,
}: {
  readonly id: string
  readonly field: FormField
  readonly remarks: readonly Remark[]
  readonly children: ReactNode
}) => {
  const { t, pick } = useWords()
  return (
    <div className="field">
      <label htmlFor={id}>
        {pick(field.label)}
        {!field.isRequired && <small>{t('formOptional')}</small>}
      </label>
      {children}
      <FieldNotes id={id} field={field} remarks={remarks} />
    </div>
  )
}

export const notesId = (id: string): string => `${id}-notes`

/** The help of a field, or in its place what is wrong with it and what to do. */
export const FieldNotes = ({
  id,
  field,
  remarks,
}: {
  readonly id: string
  readonly field: FormField
  readonly remarks: readonly Remark[]
}) => {
  const { pick } = useWords()
  return (
    <div id={notesId(id)} className="field-notes" aria-live="polite">
      {remarks.length === 0 && field.help !== undefined && <p className="note">{pick(field.help)}</p>}
      {remarks.map(({ code, severity, message, remedy }) => (
        <p key={`${code} ${message.zh}`} className={severity === 'error' ? 'wrong' : 'doubt'}>
          <Icon name={severityMarks[severity].icon} /> {pick(message)}
          {remedy !== undefined && ` ${pick(remedy)}`}
        </p>
      ))}
    </div>
  )
}
