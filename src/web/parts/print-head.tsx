import { isSample } from '../model/sample.ts'
import type { Session } from '../model/session.ts'
import { useWords } from './words.tsx'

/** On paper only: which county, plan and day, and the digests of what it was drawn from. */
export const PrintHead = ({ session, day }: { readonly session: Session; readonly day: string }) => {
  const { t, pick } = useWords()
  const { county, plan } = session
  const { name, nameEn } = county.register.county
  const short = (digest: string) => digest.replace('sha256:', '').slice(0, 16)
  return (
    <p className="print-only">
      <b>{t('asOf', { county: pick({ zh: name, en: nameEn }), day })}</b>
      {plan !== undefined && <span> {pick({ zh: plan.title, en: plan.titleEn })}</span>}
      <span>
        {' '}
        {t('digestRegister', { digest: short(county.manifest.digest) })}
        {plan !== undefined && ` · ${t('digestPlan', { digest: short(plan.digest) })}`}
      </span>
      {isSample(session) && <span> {t('sampleNote')}</span>}
    </p>
  )
}
