import { useMemo, useState } from 'react'
import type { Place } from '../../model/place.ts'
import { issue, remarksForProof } from '../../model/proof/issue.ts'
import { save } from '../../model/save.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { FindingLines, type ToLine } from './finding-lines.tsx'

/** 守恒证书: what it binds, and the file; or, when something blocks, what stands against it. */
export const CertificatePart = ({
  place: { book, session },
  fileName,
  toLine,
}: {
  readonly place: Place
  readonly fileName: string
  readonly toLine: ToLine
}) => {
  const words = useWords()
  const { t } = words
  const [issued, setIssued] = useState<{ readonly session: typeof session; readonly seal: string }>()
  const [page, setPage] = useState<'making' | 'failed'>()
  const remarks = useMemo(() => remarksForProof(session), [session])
  const against = remarks.filter(({ severity }) => severity === 'error')
  const outstanding = [
    ...new Set(remarks.filter(({ severity }) => severity === 'opinion').map(({ code }) => code)),
  ]
  const { plan, county } = session
  if (plan === undefined) return null
  const seal = issued?.session === session ? issued.seal : undefined
  const make = () => {
    const made = issue(book, session)
    if (made.certificate === undefined) return
    save(`${fileName}.json`, 'application/json', made.text)
    setIssued({ session, seal: made.certificate.seal })
  }
  const makePage = async () => {
    const { certificate } = issue(book, session)
    if (certificate === undefined) return
    setPage('making')
    try {
      const { saveCertificatePdf, certificateContext } = await import('../../pdf/certificate-pdf.ts')
      const context = certificateContext(session, words)
      if (context !== undefined) await saveCertificatePdf(certificate, context, fileName)
      setIssued({ session, seal: certificate.seal })
      setPage(undefined)
    } catch {
      setPage('failed')
    }
  }
  return (
    <section aria-labelledby="certificate-title">
      <h2 id="certificate-title">{t('proofCertificate')}</h2>
      <p className="note">{t('proofCertificateLead')}</p>
      <dl className="digests">
        <Digest term={t('proofRegister')} digest={county.manifest.digest} />
        <Digest term={t('proofPlan')} digest={plan.digest} />
        <Digest term={t('proofRulebook')} digest={book.policyOn(plan.effectiveOn).digest} />
      </dl>
      {against.length > 0 ? (
        <>
          <p className="severity error">
            <Icon name="octagon" /> {t('proofRefused')}
          </p>
          <FindingLines findings={against} toLine={toLine} />
        </>
      ) : (
        <>
          {outstanding.length > 0 && (
            <p className="severity opinion">
              <Icon name="sheet" /> {t('proofOutstanding', { codes: outstanding.join(', ') })}
            </p>
          )}
          <div className="certificate-buttons">
            <button type="button" className="button primary" onClick={make}>
              {t('proofJson')}
            </button>
            <button type="button" className="button" disabled={page === 'making'} onClick={makePage}>
              {t(page === 'making' ? 'proofPdfMaking' : 'proofPdf')}
            </button>
          </div>
          {page === 'failed' && (
            <p className="severity error" role="alert">
              <Icon name="octagon" /> {t('proofPdfFailed')}
            </p>
          )}
        </>
      )}
      <p role="status" className="issued">
        {seal !== undefined && t('proofSeal', { seal })}
      </p>
      {seal !== undefined && <p className="note">{t('proofVerify')}</p>}
    </section>
  )
}

const Digest = ({ term, digest }: { readonly term: string; readonly digest: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>
      <code>{digest}</code>
    </dd>
  </div>
)
