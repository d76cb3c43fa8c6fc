import { useMemo, useState } from 'react'
import { useBench } from '../../model/bench.ts'
import type { Place } from '../../model/place.ts'
import { useSettled } from '../../model/use-settled.ts'
import '../../styles/workbench.css'
import { Segmented } from '../segmented.tsx'
import { useWords } from '../words.tsx'
import { BenchBar } from './bench-bar.tsx'
import { BenchComments } from './bench-comments.tsx'
import { BenchFindings } from './bench-findings.tsx'
import { BenchRiver } from './bench-river.tsx'
import { ComparePanel } from './compare-panel.tsx'
import { OperationList } from './operation-list.tsx'
import { PhasesPanel } from './phases-panel.tsx'
import { useBenchKeys } from './use-bench-keys.ts'

/** The plan workbench: operations at the left, as cards or as text; the river in the middle; findings at the right. */
export const WorkbenchPage = ({ place }: { readonly place: Place }) => {
  const { t } = useWords()
  const bench = useBench(place)
  const settled = useSettled(bench)
  const [isText, setText] = useState(false)
  const [middle, setMiddle] = useState<'river' | 'phases' | 'compare'>('river')
  // The same drawing as long as its bench is the same: while one types it is not drawn again.
  const drawing = useMemo(() => {
    if (middle === 'river') return <BenchRiver bench={settled} />
    return middle === 'phases' ? <PhasesPanel bench={settled} /> : <ComparePanel bench={settled} />
  }, [middle, settled])
  // Two plans side by side need the width of the page.
  const isAlone = middle === 'compare'
  useBenchKeys(bench)
  return (
    <main className="workbench" aria-label={t('pageWorkbench')}>
      <BenchBar bench={bench} />
      <div className={isAlone ? 'bench-columns is-alone' : 'bench-columns'}>
        {!isAlone && <OperationList bench={bench} isText={isText} onText={setText} />}
        <div className="bench-middle">
          <Segmented
            label={t('benchMiddle')}
            value={middle}
            choices={[
              ['river', t('benchRiver')],
              ['phases', t('benchPhases')],
              ['compare', t('benchCompare')],
            ]}
            onChoose={setMiddle}
          />
          {drawing}
        </div>
        {!isAlone && (
          <div className="bench-side">
            <BenchFindings bench={bench} />
            <BenchComments bench={bench} />
          </div>
        )}
      </div>
    </main>
  )
}
