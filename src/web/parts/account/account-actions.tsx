import { useState } from 'react'
import { grantableRoles, roles, rolesOfUnit } from '../../../rights/role.ts'
import {
  disable,
  enable,
  type KeptAccount,
  proposeGrant,
  resetPassword,
  resetSecondFactor,
} from '../../model/accounts.ts'
import { useCommand } from '../../model/use-command.ts'
import { useWords } from '../words.tsx'
import type { AccountsDesk } from './accounts-page.tsx'
import { Confirmed } from './confirmed.tsx'
import { Choice, Field } from './field.tsx'
import { Form, word } from './form.tsx'
import { RefusalNote } from './refusal.tsx'

interface Props {
  readonly account: KeptAccount
  readonly desk: AccountsDesk
}

/** What the system administrator does with an account. */
export const AccountActions = ({ account, desk }: Props) => {
  const { t } = useWords()
  const commanding = useCommand()
  const [isProposing, setProposing] = useState(false)
  const name = account.username
  const turn = async () => {
    const done = await commanding.run((key) => (account.isDisabled ? enable : disable)(key, account))
    if (done !== undefined) desk.onChange()
  }
  return (
    <>
      <span className="row-actions">
        <button
          type="button"
          className="link"
          aria-expanded={isProposing}
          aria-label={t('actionOn', { what: t('propose'), on: name })}
          onClick={() => setProposing(!isProposing)}
        >
          {t('propose')}
        </button>
        <Confirmed
          word={t('resetPassword')}
          on={name}
          onConfirm={async () => {
            const answer = await commanding.run((key) => resetPassword(key, account))
            if (answer !== undefined) desk.onChange(answer.value)
          }}
        />
        <Confirmed word={t(account.isDisabled ? 'enable' : 'disable')} on={name} onConfirm={turn} />
      </span>
      <RefusalNote refusal={commanding.refusal} />
      {isProposing && <ProposalForm account={account} desk={desk} onDone={() => setProposing(false)} />}
    </>
  )
}

/** Takes away a second factor whose telephone is lost; the other administrator than the one who resets passwords. */
export const FactorReset = ({ account, desk }: Props) => {
  const { t } = useWords()
  const commanding = useCommand()
  return (
    <>
      <Confirmed
        word={t('resetFactor')}
        on={account.username}
        onConfirm={async () => {
          const done = await commanding.run((key) => resetSecondFactor(key, account))
          if (done !== undefined) desk.onChange()
        }}
      />
      <RefusalNote refusal={commanding.refusal} />
    </>
  )
}

const ProposalForm = ({ account, desk, onDone }: Props & { readonly onDone: () => void }) => {
  const { t, pick } = useWords()
  const commanding = useCommand()
  const [role, setRole] = useState<string>(grantableRoles[0] ?? '')
  const isOfUnit = rolesOfUnit.some((each) => each === role)
  const counties = desk.counties.filter(({ id }) => account.home === '-' || account.home === id)
  return (
    <Form
      commanding={commanding}
      submit={t('proposeSubmit')}
      isMinor
      onSubmit={async (fields) => {
        const unit = word(fields, 'unit').trim()
        const proposal = { role, over: word(fields, 'over'), ...(isOfUnit ? { unit } : {}) }
        const done = await commanding.run((key) => proposeGrant(key, account, proposal))
        if (done === undefined) return
        onDone()
        desk.onChange()
      }}
    >
      <Choice
        label={t('colRole')}
        value={role}
        onChange={(event) => setRole(event.target.value)}
        choices={grantableRoles.map((each) => [each, pick(roles[each])])}
      />
      <Choice
        label={t('colOver')}
        name="over"
        choices={[
          ...counties.map(({ id, name }) => [id, pick(name)] as const),
          ...(account.home === '-' ? ([['*', t('overAll')]] as const) : []),
        ]}
      />
      {isOfUnit && <Field label={t('unitId')} help={t('unitIdHelp')} name="unit" maxLength={80} required />}
    </Form>
  )
}
