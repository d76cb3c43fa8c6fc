import { useState } from 'react'
import { type First, setUp } from '../../model/own-account.ts'
import { useCommand } from '../../model/use-command.ts'
import { useAround } from '../../model/use-who.ts'
import { useWords } from '../words.tsx'
import { Field } from './field.tsx'
import { Form, word } from './form.tsx'
import { NewPasswordFields, passwordsDiffer } from './new-password.tsx'
import { PageHead } from './page-head.tsx'
import { Secret } from './secret.tsx'

/** The first run: two persons, because what one proposes another decides. */
export const SetUpPage = () => {
  const { t } = useWords()
  const [first, setFirst] = useState<First>()
  return first === undefined ? (
    <main className="desk narrow">
      <PageHead title={t('setUp')} lead={t('setUpLead')} />
      <SetUpForm onDone={setFirst} />
    </main>
  ) : (
    <Done first={first} />
  )
}

const SetUpForm = ({ onDone }: { readonly onDone: (first: First) => void }) => {
  const { t } = useWords()
  const commanding = useCommand()
  const [differs, setDiffers] = useState(false)
  return (
    <Form
      commanding={commanding}
      submit={t('setUpSubmit')}
      onSubmit={async (fields) => {
        setDiffers(passwordsDiffer(fields))
        if (passwordsDiffer(fields)) return
        const answer = await commanding.run(() =>
          setUp({
            code: word(fields, 'set-up-code').trim(),
            administrator: {
              username: word(fields, 'username'),
              password: word(fields, 'new-password'),
              displayName: word(fields, 'administrator-name'),
            },
            security: { username: word(fields, 'security'), displayName: word(fields, 'security-name') },
          }),
        )
        if (answer !== undefined) onDone(answer.value)
      }}
    >
      <Field
        label={t('setUpCode')}
        help={t('setUpCodeHelp')}
        name="set-up-code"
        autoComplete="off"
        maxLength={100}
        required
      />
      <fieldset className="person">
        <legend>{t('setUpAdministrator')}</legend>
        <Field
          label={t('username')}
          help={t('usernameHelp')}
          name="username"
          autoComplete="username"
          {...names}
        />
        <Field
          label={t('displayName')}
          name="administrator-name"
          autoComplete="name"
          maxLength={60}
          required
        />
        <NewPasswordFields differs={differs} />
      </fieldset>
      <fieldset className="person">
        <legend>{t('setUpSecurity')}</legend>
        <Field
          label={t('username')}
          help={t('setUpSecurityHelp')}
          name="security"
          autoComplete="off"
          {...names}
        />
        <Field label={t('displayName')} name="security-name" autoComplete="off" maxLength={60} required />
      </fieldset>
    </Form>
  )
}

const names = {
  autoCapitalize: 'none',
  spellCheck: false,
  minLength: 2,
  maxLength: 40,
  required: true,
} as const

const Done = ({ first }: { readonly first: First }) => {
  const { t } = useWords()
  const { loader } = useAround()
  return (
    <main className="desk narrow">
      <PageHead title={t('setUpDone')} lead={t('setUpDoneLead')} />
      <Secret
        label={t('firstPasswordOf', { name: first.security.username })}
        secret={first.security.firstPassword}
      />
      <p>
        <button type="button" className="button primary" onClick={loader.retry}>
          {t('signIn')}
        </button>
      </p>
    </main>
  )
}
