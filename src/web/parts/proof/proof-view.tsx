import { useCallback, useMemo, useState } from 'react'
import type { Account } from '../../../ledger/account.ts'
import { dayText } from '../../format.ts'
import type { Opened } from '../../model/opened.ts'
import type { Place } from '../../model/place.ts'
import { affectedBy } from '../../model/proof/affected.ts'
import { costYears } from '../../model/proof/cost.ts'
import { nominalTree } from '../../model/proof/formula.ts'
import { matrixOf } from '../../model/proof/matrix.ts'
import { otherFindings, ruleRows } from '../../model/proof/rule-rows.ts'
import { isSample } from '../../model/sample.ts'
import { fileName } from '../../model/save.ts'
import { PrintHead } from '../print-head.tsx'
import { RowsPanel } from '../rows-panel.tsx'
import { useWords } from '../words.tsx'
import { AffectedList } from './affected-list.tsx'
import { CertificatePart } from './certificate-part.tsx'
import { CostPart } from './cost-part.tsx'
import { FindingLines } from './finding-lines.tsx'
import { FormulaTree } from './formula-tree.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { ProofSentence } from './proof-sentence.tsx'
import { RulesTable } from './rules-table.tsx'

/** The proof of a plan that has been rehearsed; everything on it is computed from that rehearsal. */
export const ProofView = ({ place, account }: { readonly place: Place; readonly account: Account }) => {
  const { t, language } = useWords()
  const { book, session, setView } = place
  const { sources, figures } = account
  const { plan } = sources
  const [opened, setOpened] = useState<Opened>()
  const open = useCallback((what: Opened) => setOpened(what), [])
  const toLine = (line: number) => setView({ page: 'workbench', line }, 'step')
  const matrix = useMemo(() => matrixOf(account), [account])
  const years = useMemo(() => costYears(sources), [sources])
  const tree = useMemo(() => nominalTree(figures, sources), [figures, sources])
  const affected = useMemo(() => affectedBy(account, figures, matrix), [account, figures, matrix])
  const judged = useMemo(
    () => ruleRows(session.findings, book.policyOn(plan.effectiveOn)),
    [session, book, plan],
  )
  const others = otherFindings(session.findings, judged)
  const named = (...what: string[]) =>
    fileName(session.county.register.county.id, plan.effectiveOn, plan.id, ...what)
  return (
    <>
      <main className="proof">
        <PrintHead session={session} day={dayText(plan.effectiveOn, language)} />
        <div className="proof-main">
          <ProofSentence place={place} matrix={matrix} onOpen={open} />
          <MatrixTable matrix={matrix} fileName={named()} onOpen={open} toLine={toLine} />
          <RulesTable rows={judged} fileName={named()} toLine={toLine} />
          {others.length > 0 && (
            <section aria-labelledby="others-title">
              <h2 id="others-title">{t('proofOther')}</h2>
              <FindingLines findings={others} toLine={toLine} />
            </section>
          )}
        </div>
        <div className="proof-side">
          <CostPart years={years} fileName={named()} isSample={isSample(session)} onOpen={open} />
          <FormulaTree tree={tree} onOpen={open} />
          <AffectedList affected={affected} fileName={named()} onOpen={open} />
          <CertificatePart place={place} fileName={named('certificate')} toLine={toLine} />
          {isSample(session) && <p className="note">{t('sampleNote')}</p>}
        </div>
      </main>
      {opened !== undefined && (
        <RowsPanel opened={opened} fileName={named(opened.id)} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}
