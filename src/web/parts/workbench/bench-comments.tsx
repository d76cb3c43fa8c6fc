import type { Bench } from '../../model/bench.ts'
import { LineComments } from '../comments/line-comments.tsx'
import { PlanComments } from '../comments/plan-comments.tsx'
import { useWords } from '../words.tsx'

/** What was said of the line in hand, and of the plan; nothing where no server keeps comments. */
export const BenchComments = ({ bench }: { readonly bench: Bench }) => {
  const { t } = useWords()
  const { chosen, comments, session } = bench
  if (comments === undefined) return null
  return (
    <section className="bench-comments" aria-label={t('comments')}>
      {chosen !== undefined && (
        <>
          <h3>{t('lineOfPlan', { line: chosen })}</h3>
          <LineComments comments={comments} line={chosen} mayWrite={!session.isCarriedOut} />
        </>
      )}
      <PlanComments comments={comments} onLine={bench.choose} />
    </section>
  )
}
