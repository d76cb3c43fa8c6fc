import type { Page } from '../../model/pages.ts'
import type { Who } from '../../model/who.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { AccountMenu } from './account-menu.tsx'

/** Over everything where there are accounts: what kind of installation this is, and who one is. */
export const AccountBar = ({ who, onPage }: { readonly who: Who; readonly onPage: (page: Page) => void }) => {
  const { t } = useWords()
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
      {who.account !== null && <AccountMenu who={who} onOwn={() => onPage('own')} />}
    </aside>
  )
}
