import { useState } from 'react'
import {
  beginSecondFactor,
  confirmSecondFactor,
  type Offer,
  removeSecondFactor,
} from '../../model/own-account.ts'
import { useCommand } from '../../model/use-command.ts'
import { useAround } from '../../model/use-who.ts'
import type { Who } from '../../model/who.ts'
import { useWords } from '../words.tsx'
import { Field } from './field.tsx'
import { Form, word } from './form.tsx'
import { CodeField } from './second-factor.tsx'
import { Secret } from './secret.tsx'

/** Enrolling an authenticator: the secret once, then its first code; or removing it. */
export const SecondFactorSection = ({ who }: { readonly who: Who }) => {
  const { t } = useWords()
  const { arrive } = useAround()
  const [offer, setOffer] = useState<Offer>()
  const again = (known: Who) => {
    setOffer(undefined)
    arrive(known)
  }
  if (who.secondFactorEnrolled) return <Remove onDone={again} />
  if (offer !== undefined) return <Confirm offer={offer} onDone={again} />
  return (
    <>
      <p className="lead">{t('factorLead')}</p>
      <Begin onBegun={setOffer} />
    </>
  )
}

const Begin = ({ onBegun }: { readonly onBegun: (offer: Offer) => void }) => {
  const { t } = useWords()
  const commanding = useCommand()
  return (
    <Form
      commanding={commanding}
      submit={t('factorBegin')}
      isMinor
      onSubmit={async () => {
        const answer = await commanding.run(beginSecondFactor)
        if (answer !== undefined) onBegun(answer.value)
      }}
    >
      {null}
    </Form>
  )
}

const Confirm = ({ offer, onDone }: { readonly offer: Offer; readonly onDone: (who: Who) => void }) => {
  const { t } = useWords()
  const commanding = useCommand()
  return (
    <>
      <p className="lead">{t('factorSecretLead')}</p>
      <Secret label={t('factorSecret')} secret={offer.secret} />
      <p>
        <a href={offer.address}>{t('factorLink')}</a>
      </p>
      <Form
        commanding={commanding}
        submit={t('factorConfirm')}
        isMinor
        onSubmit={async (fields) => {
          const answer = await commanding.run(() => confirmSecondFactor(word(fields, 'code')))
          if (answer !== undefined) onDone(answer.value)
        }}
      >
        <CodeField />
      </Form>
    </>
  )
}

const Remove = ({ onDone }: { readonly onDone: (who: Who) => void }) => {
  const { t } = useWords()
  const commanding = useCommand()
  return (
    <>
      <p className="severity ok">{t('factorOn')}</p>
      <details>
        <summary>{t('factorRemove')}</summary>
        <Form
          commanding={commanding}
          submit={t('factorRemove')}
          isMinor
          onSubmit={async (fields) => {
            const proof = { password: word(fields, 'password'), code: word(fields, 'code') }
            const answer = await commanding.run(() => removeSecondFactor(proof))
            if (answer !== undefined) onDone(answer.value)
          }}
        >
          <Field
            label={t('password')}
            name="password"
            type="password"
            autoComplete="current-password"
            maxLength={128}
            required
          />
          <CodeField />
        </Form>
      </details>
    </>
  )
}
