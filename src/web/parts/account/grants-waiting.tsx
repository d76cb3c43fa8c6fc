import { roles } from '../../../rights/role.ts'
import { minuteText } from '../../format.ts'
import { decideGrant, nameOf, waiting } from '../../model/accounts.ts'
import { useCommand } from '../../model/use-command.ts'
import { useWords } from '../words.tsx'
import type { AccountsDesk } from './accounts-page.tsx'
import { OverText } from './over-text.tsx'
import { RefusalNote } from './refusal.tsx'
import { TableBox } from './table-box.tsx'

/** Rights that were proposed and wait for the other administrator. */
export const GrantsWaiting = ({ desk }: { readonly desk: AccountsDesk }) => {
  const { t, pick } = useWords()
  const commanding = useCommand()
  const rows = waiting(desk.accounts)
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title">
        {t('grantsWaiting')} <small>{rows.length}</small>
      </h2>
      <RefusalNote refusal={commanding.refusal} />
      {rows.length === 0 ? (
        <p className="empty">{t('grantsNone')}</p>
      ) : (
        <TableBox label={t('grantsWaiting')}>
          <table className="plain waiting-table">
            <thead>
              <tr>
                <th scope="col">{t('colAccount')}</th>
                <th scope="col">{t('colRole')}</th>
                <th scope="col">{t('colOver')}</th>
                <th scope="col">{t('colProposedBy')}</th>
                <th scope="col">{t('colAt')}</th>
                {desk.mayDecide && <th scope="col">{t('colDecision')}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ account, grant }) => (
                <tr key={`${account.home} ${grant.id}`}>
                  <th scope="row">
                    {account.username} <small>{account.displayName}</small>
                  </th>
                  <td>{pick(roles[grant.role])}</td>
                  <td>
                    <OverText grant={grant} counties={desk.counties} />
                  </td>
                  <td>{nameOf(desk.accounts, grant.proposedBy)}</td>
                  <td>{minuteText(grant.proposedAt)}</td>
                  {desk.mayDecide && (
                    <td>
                      <span className="row-actions">
                        {(['grant', 'refuse'] as const).map((decision) => (
                          <button
                            key={decision}
                            type="button"
                            className="button small"
                            aria-label={t('actionOn', {
                              what: t(decision === 'grant' ? 'grantWord' : 'refuseWord'),
                              on: `${account.username} · ${pick(roles[grant.role])}`,
                            })}
                            onClick={async () => {
                              const done = await commanding.run((key) =>
                                decideGrant(key, account, { grant: grant.id, decision }),
                              )
                              if (done !== undefined) desk.onChange()
                            }}
                          >
                            {t(decision === 'grant' ? 'grantWord' : 'refuseWord')}
                          </button>
                        ))}
                      </span>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </section>
  )
}
