import type { Bench } from '../../model/bench.ts'
import { FindingList } from '../account/finding-list.tsx'
import { useWords } from '../words.tsx'

/** What is found about the plan as it is written now. */
export const BenchFindings = ({ bench }: { readonly bench: Bench }) => {
  const { t } = useWords()
  return (
    <aside className="bench-findings" aria-label={t('findings')}>
      <FindingList title={t('findings')} findings={bench.session.findings} />
    </aside>
  )
}
