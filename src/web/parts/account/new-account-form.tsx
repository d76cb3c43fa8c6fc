import { openAccount } from '../../model/accounts.ts'
import { useCommand } from '../../model/use-command.ts'
import { useWords } from '../words.tsx'
import type { AccountsDesk } from './accounts-page.tsx'
import { Choice, Field } from './field.tsx'
import { Form, word } from './form.tsx'

/** Opens an account; it has no rights before another administrator grants them. */
export const NewAccountForm = ({ desk }: { readonly desk: AccountsDesk }) => {
  const { t, pick } = useWords()
  const commanding = useCommand()
  return (
    <section aria-labelledby="new-account">
      <h2 id="new-account">{t('newAccount')}</h2>
      <p className="note">{t('newAccountHelp')}</p>
      <Form
        commanding={commanding}
        submit={t('newAccountSubmit')}
        onSubmit={async (fields, form) => {
          const answer = await commanding.run((key) =>
            openAccount(key, {
              home: word(fields, 'home'),
              username: word(fields, 'new-username').trim(),
              displayName: word(fields, 'display-name').trim(),
            }),
          )
          if (answer === undefined) return
          form.reset()
          desk.onChange(answer.value)
          window.scrollTo({ top: 0 })
        }}
      >
        <Field
          label={t('username')}
          help={t('usernameHelp')}
          name="new-username"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          minLength={2}
          maxLength={40}
          required
        />
        <Field label={t('displayName')} name="display-name" autoComplete="off" maxLength={60} required />
        <Choice
          label={t('colHome')}
          name="home"
          choices={[
            ...desk.counties.map(({ id, name }) => [id, pick(name)] as const),
            ['-', t('auditInstallation')] as const,
          ]}
        />
      </Form>
    </section>
  )
}
