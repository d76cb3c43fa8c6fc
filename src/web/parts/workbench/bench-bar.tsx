import type { Bench } from '../../model/bench.ts'
import { PageHead } from '../account/page-head.tsx'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { BenchCounters } from './bench-counters.tsx'
import { BenchKeeping } from './bench-keeping.tsx'

/** Over the workbench: which plan it is, what it would come to, and what can be done with all of it. */
export const BenchBar = ({ bench }: { readonly bench: Bench }) => {
  const { t, pick } = useWords()
  const { session, planId } = bench
  const title =
    session.plan === undefined
      ? (planId ?? t('pageWorkbench'))
      : pick({ zh: session.plan.title, en: session.plan.titleEn || session.plan.title })
  return (
    <header className="bench-bar">
      <PageHead title={title}>
        <BenchKeeping bench={bench} />
      </PageHead>
      {bench.isRefused && (
        <p className="severity warning" role="alert">
          <Icon name="triangle" /> {t('editRefused')}
        </p>
      )}
      <BenchCounters session={session} isBehind={bench.isBehind} />
    </header>
  )
}
