import { useState } from 'react'
import { number } from '../../../kernel/text.ts'
import { roles } from '../../../rights/role.ts'
import { type KeptAccount, revokeGrant } from '../../model/accounts.ts'
import { useCommand } from '../../model/use-command.ts'
import { useWords } from '../words.tsx'
import { AccountActions, FactorReset } from './account-actions.tsx'
import type { AccountsDesk } from './accounts-page.tsx'
import { Confirmed } from './confirmed.tsx'
import { Field } from './field.tsx'
import { OverText } from './over-text.tsx'
import { RefusalNote } from './refusal.tsx'
import { TableBox } from './table-box.tsx'

/** Every account with its state, its rights, and what one may do about it. */
export const AccountsTable = ({ desk }: { readonly desk: AccountsDesk }) => {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const found = desk.accounts.filter(({ username, displayName }) =>
    `${username} ${displayName}`.toLowerCase().includes(words.trim().toLowerCase()),
  )
  return (
    <section aria-labelledby="accounts-title">
      <h2 id="accounts-title">
        {t('accounts')} <small>{number(desk.accounts.length)}</small>
      </h2>
      <search className="filters">
        <Field
          label={t('rowsFilter')}
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </search>
      {found.length === 0 ? (
        <p className="empty">{t('rowsNone')}</p>
      ) : (
        <TableBox label={t('accounts')}>
          <table className="plain accounts-table">
            <thead>
              <tr>
                <th scope="col">{t('colAccount')}</th>
                <th scope="col">{t('colHome')}</th>
                <th scope="col">{t('colState')}</th>
                <th scope="col">{t('colRights')}</th>
                {(desk.mayKeep || desk.mayReset) && <th scope="col">{t('colActions')}</th>}
              </tr>
            </thead>
            <tbody>
              {found.map((account) => (
                <Row key={`${account.home} ${account.id}`} account={account} desk={desk} />
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </section>
  )
}

interface RowProps {
  readonly account: KeptAccount
  readonly desk: AccountsDesk
}

const Row = ({ account, desk }: RowProps) => {
  const { t, pick } = useWords()
  const home = desk.counties.find(({ id }) => id === account.home)
  const states = [
    account.isDisabled ? t('stateDisabled') : '',
    account.mustChangePassword ? t('stateFirstPassword') : '',
    account.secondFactorEnrolled ? t('stateFactor') : '',
  ].filter((word) => word !== '')
  return (
    <tr data-account={account.username}>
      <th scope="row">
        {account.username}
        <br />
        <small>{account.displayName}</small>
      </th>
      <td>
        {account.home === '-' ? t('auditInstallation') : home === undefined ? account.home : pick(home.name)}
      </td>
      <td>{states.length === 0 ? <span className="none">{t('stateUsual')}</span> : states.join(' · ')}</td>
      <td>
        <Rights account={account} desk={desk} />
      </td>
      {(desk.mayKeep || desk.mayReset) && (
        <td>
          {desk.mayKeep && <AccountActions account={account} desk={desk} />}
          {desk.mayReset && account.secondFactorEnrolled && <FactorReset account={account} desk={desk} />}
        </td>
      )}
    </tr>
  )
}

/** The rights that hold or wait; what was refused or taken away stays in the audit. */
const Rights = ({ account, desk }: RowProps) => {
  const { t, pick } = useWords()
  const commanding = useCommand()
  const shown = account.grants.filter(({ state }) => state === 'granted' || state === 'proposed')
  if (shown.length === 0) return <span className="none">{t('noRole')}</span>
  return (
    <>
      <ul>
        {shown.map((grant) => (
          <li key={grant.id}>
            {pick(roles[grant.role])}{' '}
            <small>
              <OverText grant={grant} counties={desk.counties} />
              {grant.state === 'proposed' && ` · ${t('stateProposed')}`}
            </small>{' '}
            {desk.mayDecide && grant.state === 'granted' && (
              <Confirmed
                word={t('revoke')}
                on={`${account.username} · ${pick(roles[grant.role])}`}
                onConfirm={async () => {
                  const done = await commanding.run((key) => revokeGrant(key, account, grant.id))
                  if (done !== undefined) desk.onChange()
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <RefusalNote refusal={commanding.refusal} />
    </>
  )
}
