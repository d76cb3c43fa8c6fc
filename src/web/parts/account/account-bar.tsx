import type { Page } from '../../model/pages.ts'
import { pagesOf } from '../../model/pages.ts'
import type { Who } from '../../model/who.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { AccountMenu } from './account-menu.tsx'

/** Over everything where there are accounts: what kind of installation this is, where one can go, and who one is. */
export const AccountBar = ({
  who,
  page,
  onPage,
}: {
  readonly who: Who
  readonly page: Page
  readonly onPage: (page: Page) => void
}) => {
  const { t } = useWords()
  const words: Readonly<Record<Page, string>> = {
    county: t('pageCounty'),
    figures: t('pageFigures'),
    plans: t('pagePlans'),
    accounts: t('pageAccounts'),
    audit: t('pageAudit'),
    own: t('ownAccount'),
  }
  const open = pagesOf(who).filter((each) => each !== 'own')
  return (
    <aside className="account-bar" aria-label={t('workplace')}>
      {who.isDemo && (
        <p className="demo-mark">
          <strong>{t('demo')}</strong> <span>{t('demoNote')}</span>
        </p>
      )}
      {who.isReadOnly && (
        <p className="read-only severity warning" role="status">
          <Icon name="triangle" /> {t('readOnly')}
        </p>
      )}
      {who.account !== null && open.length > 0 && (
        <nav aria-label={t('pages')}>
          {open.map((each) => (
            <button
              key={each}
              type="button"
              aria-current={each === page ? 'page' : undefined}
              onClick={() => onPage(each)}
            >
              {words[each]}
            </button>
          ))}
        </nav>
      )}
      {who.account !== null && <AccountMenu who={who} onOwn={() => onPage('own')} />}
    </aside>
  )
}
