import { useState } from 'react'
import { fetchAccounts, type KeptAccount, type WithFirstPassword } from '../../model/accounts.ts'
import type { CountyList } from '../../model/files.ts'
import { useLoading } from '../../model/use-loading.ts'
import { useAround } from '../../model/use-who.ts'
import { useWords } from '../words.tsx'
import { AccountsTable } from './accounts-table.tsx'
import { GrantsWaiting } from './grants-waiting.tsx'
import { Loaded } from './loaded.tsx'
import { NewAccountForm } from './new-account-form.tsx'
import { PageHead } from './page-head.tsx'
import { Secret } from './secret.tsx'

/** What the parts of this page need: the counties by name, what happens to a change, what one may do. */
export interface AccountsDesk {
  readonly counties: CountyList['counties']
  readonly accounts: readonly KeptAccount[]
  /** Opens accounts, shuts them, proposes rights. */
  readonly mayKeep: boolean
  /** Decides about rights and takes them away. */
  readonly mayDecide: boolean
  /** Takes away the second factor of who has lost it. */
  readonly mayReset: boolean
  /** Something was changed: the list is read again, and a first password is shown. */
  onChange(first?: WithFirstPassword): void
}

/** Accounts and rights: one administrator keeps them, another decides. */
export const AccountsPage = ({ counties }: { readonly counties: CountyList['counties'] }) => {
  const { t } = useWords()
  const { who } = useAround()
  const loader = useLoading(fetchAccounts)
  const [first, setFirst] = useState<WithFirstPassword>()
  const mayKeep = who?.operations.includes('keep-accounts') === true
  const mayDecide = who?.operations.includes('decide-grant') === true
  const mayReset = who?.operations.includes('reset-second-factor') === true
  const onChange = (given?: WithFirstPassword) => {
    setFirst(given)
    loader.refresh()
  }
  return (
    <main className="desk">
      <PageHead title={t('pageAccounts')} lead={t(mayKeep ? 'accountsLeadKeep' : 'accountsLeadDecide')} />
      <div role="status">{first !== undefined && <FirstPassword first={first} />}</div>
      <Loaded loader={loader} isInside>
        {(accounts) => {
          const desk = { counties, accounts, mayKeep, mayDecide, mayReset, onChange }
          return (
            <>
              <GrantsWaiting desk={desk} />
              <AccountsTable desk={desk} />
              {mayKeep && <NewAccountForm desk={desk} />}
            </>
          )
        }}
      </Loaded>
    </main>
  )
}

const FirstPassword = ({ first }: { readonly first: WithFirstPassword }) => {
  const { t } = useWords()
  const { account, firstPassword } = first
  if (firstPassword === null) return <p className="note">{t('firstPasswordGone')}</p>
  return <Secret label={t('firstPasswordOf', { name: account.username })} secret={firstPassword} />
}
