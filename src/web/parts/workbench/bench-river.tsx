import type { Bench } from '../../model/bench.ts'
import { useWords } from '../words.tsx'

/** The river of the plan at work. */
export const BenchRiver = ({ bench }: { readonly bench: Bench }) => {
  const { t } = useWords()
  return (
    <section className="bench-river" aria-label={t('navRiver')}>
      {bench.session.sentences.length}
    </section>
  )
}
