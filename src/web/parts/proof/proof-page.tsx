import { useEffect } from 'react'
import type { Place } from '../../model/place.ts'
import { PageHead } from '../account/page-head.tsx'
import { useWords } from '../words.tsx'
import { FindingLines } from './finding-lines.tsx'
import { ProofView } from './proof-view.tsx'
import '../../styles/proof.css'

/** 守恒与影响: what the plan keeps, which rules judged it, what it saves, whom it touches, and the certificate. */
export const ProofPage = ({ place }: { readonly place: Place }) => {
  const { t } = useWords()
  const { session, planId, setView } = place
  const { account } = session
  useEffect(() => {
    document.title = t('titleOf', { page: t('pageProof') })
  }, [t])
  const toWorkbench = (
    <button type="button" className="button primary" onClick={() => setView({ page: 'workbench' }, 'step')}>
      {t('proofToWorkbench')}
    </button>
  )
  if (planId === undefined)
    return (
      <main className="desk">
        <PageHead title={t('pageProof')} lead={t('proofNoPlan')} />
        {toWorkbench}
      </main>
    )
  if (account === undefined)
    return (
      <main className="desk">
        <PageHead
          title={t('pageProof')}
          lead={t(session.plan === undefined ? 'proofUnreadable' : 'proofNoRegister')}
        />
        <FindingLines
          findings={session.findings.filter(({ severity }) => severity === 'error')}
          toLine={(line) => setView({ page: 'workbench', line }, 'step')}
        />
        {toWorkbench}
      </main>
    )
  return <ProofView place={place} account={account} />
}
