import { useEffect, useRef } from 'react'
import { useCommand } from '../../model/use-command.ts'
import { useAround } from '../../model/use-who.ts'
import { showSecondFactor } from '../../model/who.ts'
import { useWords } from '../words.tsx'
import { Field } from './field.tsx'
import { Form, word } from './form.tsx'

/** The second step of signing in: six digits of an authenticator. */
export const SecondFactor = ({ onBack }: { readonly onBack: () => void }) => {
  const { t } = useWords()
  const { arrive } = useAround()
  const commanding = useCommand()
  const box = useRef<HTMLDivElement>(null)
  const { refusal } = commanding
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every refusal the digits are typed anew
  useEffect(() => {
    const input = box.current?.querySelector('input')
    input?.focus()
    input?.select()
  }, [refusal])
  return (
    <div ref={box}>
      <Form
        commanding={commanding}
        submit={t('goOn')}
        onSubmit={async (fields) => {
          const answer = await commanding.run(() => showSecondFactor(word(fields, 'code')))
          if (answer !== undefined) arrive(answer.value)
        }}
      >
        <CodeField />
      </Form>
      <p>
        <button type="button" className="link" onClick={onBack}>
          {t('signInAnew')}
        </button>
      </p>
    </div>
  )
}

export const CodeField = () => {
  const { t } = useWords()
  return (
    <Field
      label={t('code')}
      help={t('codeHelp')}
      name="code"
      autoComplete="one-time-code"
      inputMode="numeric"
      pattern="[0-9]{6}"
      maxLength={6}
      required
    />
  )
}
