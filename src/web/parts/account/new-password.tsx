import { useWords } from '../words.tsx'
import { Field } from './field.tsx'

/** A new password, typed twice. */
export const NewPasswordFields = ({ differs }: { readonly differs: boolean }) => {
  const { t } = useWords()
  const rules = {
    type: 'password',
    autoComplete: 'new-password',
    minLength: 12,
    maxLength: 128,
    required: true,
  }
  return (
    <>
      <Field label={t('newPassword')} help={t('newPasswordHelp')} name="new-password" {...rules} />
      <Field
        label={t('newPasswordAgain')}
        wrong={differs ? t('passwordsDiffer') : undefined}
        name="new-password-again"
        {...rules}
      />
    </>
  )
}

export const passwordsDiffer = (fields: FormData): boolean =>
  fields.get('new-password') !== fields.get('new-password-again')
