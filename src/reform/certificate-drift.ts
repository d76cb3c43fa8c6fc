import { z } from 'zod'
import { canonical, sha256Hex } from '../kernel/canonical.ts'
import type { Finding } from '../kernel/finding.ts'
import { say, type Text } from '../kernel/text.ts'
import { certify } from './certificate.ts'
import type { Manifest } from './opening.ts'
import type { Plan } from './plan.ts'
import type { Policy } from './policy.ts'
import type { Rehearsal } from './rehearse.ts'

/** What a certificate is held against. */
interface Certified {
  readonly rehearsal: Rehearsal
  readonly plan: Plan
  readonly manifest: Manifest
  readonly policy: Policy
}

const digested = z.looseObject({ digest: z.string() })
const shape = z.looseObject({
  county: z.string(),
  plan: digested,
  register: digested,
  rules: digested,
  fates: z.unknown(),
  posts: z.unknown(),
  units: z.unknown(),
  seal: z.string(),
})

/** J09: what is about to be written is not what the certificate certifies; each difference by its name. */
export const certificateDrift = (given: unknown, certified: Certified): Finding[] => {
  const { rehearsal, plan, manifest, policy } = certified
  const read = shape.safeParse(given)
  if (!read.success) return [drift(plan, say('它不是一份证书', 'it is not a certificate'))]
  const { seal, ...body } = read.data
  const now = certify(rehearsal, plan, manifest, policy)
  const findings: Finding[] = []
  const compare = (isSame: boolean, what: Text) => {
    if (!isSame) findings.push(drift(plan, what))
  }
  compare(
    seal === `sha256:${sha256Hex(canonical(body))}`,
    say('证书在出具后被改动', 'the certificate was changed after it was made'),
  )
  compare(body.county === now.county, say('县不同', 'another county'))
  compare(body.plan.digest === now.plan.digest, say('方案不同', 'another plan'))
  compare(body.register.digest === now.register.digest, say('台账已变动', 'the register has changed'))
  compare(body.rules.digest === now.rules.digest, say('规则不同', 'other rules'))
  if (findings.length === 0)
    compare(
      canonical([body.fates, body.posts, body.units]) === canonical([now.fates, now.posts, now.units]),
      say('结果不同', 'another result'),
    )
  return findings
}

const drift = (plan: Plan, what: Text): Finding => ({
  code: 'J09',
  severity: 'error',
  at: `plan:${plan.id}`,
  message: say(
    `与所附证书不符：${what.zh}`,
    `This is not what the attached certificate certifies: ${what.en}`,
  ),
  remedy: say(
    '按现状重新出具证书并重新报批。',
    'Make a new certificate for what is now, and have that approved.',
  ),
})
