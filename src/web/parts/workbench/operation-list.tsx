import type { Bench } from '../../model/bench.ts'
import { Segmented } from '../segmented.tsx'
import { useWords } from '../words.tsx'
import { CardList } from './cards/card-list.tsx'
import { PlanEditor } from './plan-editor.tsx'

/** The operations of the plan, as cards or as the text of the file; both are the same plan. */
export const OperationList = ({
  bench,
  isText,
  onText,
}: {
  readonly bench: Bench
  readonly isText: boolean
  readonly onText: (isText: boolean) => void
}) => {
  const { t } = useWords()
  return (
    <section className="operations" aria-labelledby="operations-title">
      <div className="bench-head">
        <h2 id="operations-title">
          {t('benchOperations')} <small>{bench.spans?.length}</small>
        </h2>
        <Segmented
          label={t('benchForm')}
          value={isText ? 'text' : 'cards'}
          choices={[
            ['cards', t('benchCards')],
            ['text', 'YAML'],
          ]}
          onChoose={(value) => onText(value === 'text')}
        />
      </div>
      {isText ? <PlanEditor bench={bench} /> : <CardList bench={bench} />}
    </section>
  )
}
