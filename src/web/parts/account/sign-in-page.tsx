import { useCallback, useEffect, useRef, useState } from 'react'
import { type Ending, leaveMark } from '../../model/came-back.ts'
import { useCommand } from '../../model/use-command.ts'
import { useLoading } from '../../model/use-loading.ts'
import { useAround } from '../../model/use-who.ts'
import { fetchDemoAccounts, fetchProviders, signIn } from '../../model/who.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { DemoRoles } from './demo-roles.tsx'
import { Field } from './field.tsx'
import { Form, word } from './form.tsx'
import { PageHead } from './page-head.tsx'
import { SecondFactor } from './second-factor.tsx'

/** Signing in. The address stays what it was, so that one is back there afterwards. */
export const SignInPage = ({ ending }: { readonly ending: Ending | undefined }) => {
  const { t } = useWords()
  const { absence, who } = useAround()
  const [isHalf, setHalf] = useState(ending === 'second-factor')
  const lead = { never: t('signInLead'), left: t('signedOut'), expired: t('signInExpired') }[absence]
  return (
    <main className="desk narrow">
      <PageHead title={t('signIn')} lead={isHalf ? t('secondFactorLead') : lead} />
      {isHalf ? (
        <SecondFactor onBack={() => setHalf(false)} />
      ) : (
        <>
          <Ended ending={ending} />
          <WithPassword onHalf={() => setHalf(true)} />
          <Providers />
          {who?.isDemo === true && <Demo />}
        </>
      )}
    </main>
  )
}

/** Why signing in elsewhere led nowhere. */
const Ended = ({ ending }: { readonly ending: Ending | undefined }) => {
  const { t } = useWords()
  if (ending === undefined || ending === 'second-factor') return null
  const words = {
    refused: t('elsewhereRefused'),
    cancelled: t('elsewhereCancelled'),
    'not-linked': t('elsewhereNotLinked'),
  }
  return (
    <div className="failure refusal" role="alert">
      <p className="severity error">
        <Icon name="octagon" /> <strong>{words[ending]}</strong>
      </p>
    </div>
  )
}

const WithPassword = ({ onHalf }: { readonly onHalf: () => void }) => {
  const { t } = useWords()
  const { arrive } = useAround()
  const commanding = useCommand()
  const box = useRef<HTMLDivElement>(null)
  const { refusal } = commanding
  const focusOn = useCallback((name: string) => {
    const input = box.current?.querySelector<HTMLInputElement>(`[name=${name}]`)
    input?.focus()
    input?.select()
  }, [])
  useEffect(() => focusOn('username'), [focusOn])
  useEffect(() => {
    if (refusal !== undefined) focusOn('password')
  }, [refusal, focusOn])
  return (
    <div ref={box}>
      <Form
        commanding={commanding}
        submit={t('signIn')}
        onSubmit={async (fields) => {
          const answer = await commanding.run(() =>
            signIn(word(fields, 'username'), word(fields, 'password')),
          )
          if (answer === undefined) return
          if ('secondFactorNeeded' in answer.value) onHalf()
          else arrive(answer.value)
        }}
      >
        <Field
          label={t('username')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={80}
          required
        />
        <Field
          label={t('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={128}
          required
        />
      </Form>
    </div>
  )
}

const Providers = () => {
  const { t, pick } = useWords()
  const { loading } = useLoading(fetchProviders)
  if (loading.state !== 'ready' || loading.value.length === 0) return null
  return (
    <section aria-labelledby="other-ways">
      <h2 id="other-ways">{t('otherWays')}</h2>
      <ul className="ways">
        {loading.value.map(({ id, name }) => (
          <li key={id}>
            <a
              className="button"
              href={`api/auth/oidc/${encodeURIComponent(id)}/start`}
              onClick={() => leaveMark()}
            >
              {t('signInWith', { name: typeof name === 'string' ? name : pick(name) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Demo = () => {
  const { t } = useWords()
  const { loading } = useLoading(fetchDemoAccounts)
  if (loading.state !== 'ready') return null
  return (
    <section aria-labelledby="demo-ways">
      <h2 id="demo-ways">{t('demoWays')}</h2>
      <p className="note">{t('demoWaysHelp')}</p>
      <DemoRoles accounts={loading.value} />
    </section>
  )
}
