import { useState } from 'react'
import { roles, rolesWithSecondFactor } from '../../../rights/role.ts'
import { changePassword } from '../../model/own-account.ts'
import { useCommand } from '../../model/use-command.ts'
import { useAround } from '../../model/use-who.ts'
import type { Who } from '../../model/who.ts'
import { useWords } from '../words.tsx'
import { Field } from './field.tsx'
import { Form, word } from './form.tsx'
import { NewPasswordFields, passwordsDiffer } from './new-password.tsx'
import { PageHead } from './page-head.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'

/** One's own account: who one is here, the password, the second factor. */
export const OwnPage = () => {
  const { t } = useWords()
  const { who } = useAround()
  if (who?.account == null) return null
  if (who.mustChangePassword)
    return (
      <main className="desk narrow">
        <PageHead title={t('firstPassword')} lead={t('firstPasswordLead')} />
        <PasswordForm />
      </main>
    )
  return (
    <main className="desk narrow">
      <PageHead title={t('ownAccount')} />
      <Facts who={who} />
      <section aria-labelledby="password-title">
        <h2 id="password-title">{t('changePassword')}</h2>
        {who.isDemo ? <p className="note">{t('demoPassword')}</p> : <PasswordForm />}
      </section>
      <section aria-labelledby="factor-title">
        <h2 id="factor-title">{t('secondFactor')}</h2>
        {who.isDemo ? <p className="note">{t('demoPassword')}</p> : <SecondFactorSection who={who} />}
      </section>
    </main>
  )
}

const Facts = ({ who }: { readonly who: Who }) => {
  const { t, pick } = useWords()
  const needsFactor =
    !who.isDemo && !who.hasSecondFactor && who.grants.some(({ role }) => rolesWithSecondFactor.includes(role))
  return (
    <>
      <dl className="panel-facts">
        <div>
          <dt>{t('username')}</dt>
          <dd>{who.account?.username}</dd>
        </div>
        <div>
          <dt>{t('displayName')}</dt>
          <dd>{who.account?.displayName}</dd>
        </div>
        <div>
          <dt>{t('ownRoles')}</dt>
          <dd>
            {who.grants.length === 0 && t('noRole')}
            <ul>
              {who.grants.map(({ role, over, unit }) => (
                <li key={`${role} ${over} ${unit}`}>
                  {pick(roles[role])}{' '}
                  <span className="note">
                    {over === '*' ? t('overAll') : over}
                    {unit === undefined ? '' : ` · ${unit}`}
                  </span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      {needsFactor && (
        <p className="severity warning" role="status">
          {t('factorNeeded')}
        </p>
      )}
    </>
  )
}

const PasswordForm = () => {
  const { t } = useWords()
  const { who, arrive } = useAround()
  const commanding = useCommand()
  const [differs, setDiffers] = useState(false)
  const [isDone, setDone] = useState(false)
  return (
    <>
      <Form
        commanding={commanding}
        submit={t('changePassword')}
        onSubmit={async (fields, form) => {
          setDiffers(passwordsDiffer(fields))
          setDone(false)
          if (passwordsDiffer(fields)) return
          const passwords = { current: word(fields, 'password'), next: word(fields, 'new-password') }
          const answer = await commanding.run(() => changePassword(passwords))
          if (answer === undefined) return
          form.reset()
          setDone(true)
          arrive(answer.value)
        }}
      >
        {/* For whoever keeps passwords: which account this one is of. */}
        <input hidden type="text" autoComplete="username" defaultValue={who?.account?.username} readOnly />
        <Field
          label={t('oldPassword')}
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={128}
          required
        />
        <NewPasswordFields differs={differs} />
      </Form>
      <p role="status" className="note">
        {isDone ? t('passwordChanged') : ''}
      </p>
    </>
  )
}
