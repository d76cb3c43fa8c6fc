import type { Page } from '../model/pages.ts'
import type { TextKey } from '../texts/index.ts'
import { useWords } from './words.tsx'

const words: Readonly<Record<Page, TextKey>> = {
  county: 'pageCounty',
  workbench: 'pageWorkbench',
  proof: 'pageProof',
  register: 'pageRegister',
  promises: 'pagePromises',
  unit: 'pageUnit',
  published: 'publishedLink',
  figures: 'pageFigures',
  plans: 'pagePlans',
  accounts: 'pageAccounts',
  audit: 'pageAudit',
  own: 'ownAccount',
}

/** Where one can go: the pages that one's roles open. One's own account is in the menu beside one's name. */
export const PageNav = ({
  pages,
  page,
  onPage,
}: {
  readonly pages: readonly Page[]
  readonly page: Page
  readonly onPage: (page: Page) => void
}) => {
  const { t } = useWords()
  const shown = pages.filter((each) => each !== 'own')
  if (shown.length === 0) return null
  return (
    <nav aria-label={t('pages')}>
      {shown.map((each) => (
        <button
          key={each}
          type="button"
          aria-current={each === page ? 'page' : undefined}
          onClick={() => onPage(each)}
        >
          {t(words[each])}
        </button>
      ))}
    </nav>
  )
}
