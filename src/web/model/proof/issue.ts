import { blocks, type Finding, sorted } from '../../../kernel/finding.ts'
import { provable } from '../../../reform/base.ts'
import { type Certificate, certify } from '../../../reform/certificate.ts'
import type { Book, Session } from '../session.ts'

/** A certificate with its file's text, or what stands against it. */
export type Issued =
  | { readonly certificate: Certificate; readonly text: string }
  | { readonly certificate: undefined; readonly against: readonly Finding[] }

/**
 * What a proof is judged by, severest first: everything found, and a register that is not the one the plan was drawn for
 * (D10) refuses instead of warning. The same as the command `prove`.
 */
export const remarksForProof = ({ plan, county, findings }: Session): Finding[] =>
  sorted([
    ...(plan === undefined ? [] : provable(plan, county.manifest)),
    ...findings.filter(({ code }) => code !== 'D10'),
  ])

/** The certificate byte for byte as `sanding prove -o` writes it; refused with the findings that block. */
export const issue = (book: Book, session: Session): Issued => {
  const { account, plan, county } = session
  const remarks = remarksForProof(session)
  if (plan === undefined || account === undefined || blocks(remarks))
    return { certificate: undefined, against: remarks.filter(({ severity }) => severity === 'error') }
  const certificate = certify(
    { ...account, findings: remarks },
    plan,
    county.manifest,
    book.policyOn(plan.effectiveOn),
  )
  return { certificate, text: `${JSON.stringify(certificate)}\n` }
}
