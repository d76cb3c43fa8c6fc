import type { Place } from '../../model/place.ts'
import { PageHead } from '../account/page-head.tsx'
import { useWords } from '../words.tsx'

export const WorkbenchPage = ({ place }: { readonly place: Place }) => {
  const { t } = useWords()
  return (
    <main className="desk">
      <PageHead title={t('pageWorkbench')} lead={place.planId} />
    </main>
  )
}
