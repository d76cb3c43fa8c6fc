import type { Day } from '../../kernel/day.ts'
import { say, type Text } from '../../kernel/text.ts'
import { isSample } from '../model/sample.ts'
import type { Session } from '../model/session.ts'
import type { Words } from '../parts/words.tsx'

/** What the page says beside what the certificate itself holds. */
export interface CertificateContext {
  readonly words: Words
  readonly county: Text
  readonly planTitle: Text
  readonly effectiveOn: Day
  readonly completesOn: Day
  readonly isSample: boolean
}

/** The context of the certificate of a session's plan; undefined without a plan. */
export const certificateContext = (session: Session, words: Words): CertificateContext | undefined => {
  const { plan, county } = session
  if (plan === undefined) return undefined
  const { name, nameEn } = county.register.county
  return {
    words,
    county: say(name, nameEn),
    planTitle: say(plan.title, plan.titleEn),
    effectiveOn: plan.effectiveOn,
    completesOn: plan.completesOn,
    isSample: isSample(session),
  }
}

/** The same with the name of its files. */
export type NamedContext = CertificateContext & {
  /** What certificate and page are saved as, without an ending. */
  readonly fileName: string
}
