import { type ComponentProps, useId, useState } from 'react'
import { useWords } from '../words.tsx'

/** A field of a form: label above, help below it, what is wrong with it in its place. */
export const Field = ({
  label,
  help,
  wrong,
  ...input
}: Omit<ComponentProps<'input'>, 'id'> & {
  readonly label: string
  readonly help?: string | undefined
  readonly wrong?: string | undefined
}) => {
  const { t } = useWords()
  const id = useId()
  const [hasCaps, setCaps] = useState(false)
  const isSecret = input.type === 'password'
  const note = wrong ?? (isSecret && hasCaps ? t('capsLock') : help)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-note`}
        {...(isSecret
          ? { onKeyUp: (event) => setCaps(event.getModifierState('CapsLock')), onBlur: () => setCaps(false) }
          : {})}
      />
      <p id={`${id}-note`} className={wrong === undefined ? 'note' : 'wrong'} aria-live="polite">
        {note}
      </p>
    </div>
  )
}

/** A choice of a form, in the same dress. */
export const Choice = ({
  label,
  choices,
  ...select
}: Omit<ComponentProps<'select'>, 'id' | 'children'> & {
  readonly label: string
  readonly choices: readonly (readonly [value: string, word: string])[]
}) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select {...select} id={id}>
        {choices.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </div>
  )
}
