import { useState } from 'react'
import { useBench } from '../../model/bench.ts'
import type { Place } from '../../model/place.ts'
import '../../styles/workbench.css'
import { useWords } from '../words.tsx'
import { BenchBar } from './bench-bar.tsx'
import { BenchFindings } from './bench-findings.tsx'
import { BenchRiver } from './bench-river.tsx'
import { OperationList } from './operation-list.tsx'
import { useBenchKeys } from './use-bench-keys.ts'

/** The plan workbench: operations at the left, as cards or as text; the river in the middle; findings at the right. */
export const WorkbenchPage = ({ place }: { readonly place: Place }) => {
  const { t } = useWords()
  const bench = useBench(place)
  const [isText, setText] = useState(false)
  useBenchKeys(bench)
  return (
    <main className="workbench" aria-label={t('pageWorkbench')}>
      <BenchBar bench={bench} />
      <div className="bench-columns">
        <OperationList bench={bench} isText={isText} onText={setText} />
        <BenchRiver bench={bench} />
        <BenchFindings bench={bench} />
      </div>
    </main>
  )
}
