import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'

const address = z.url({ protocol: /^https?$/ }).max(500)

const provider = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: z.strictObject({ zh: z.string().min(1).max(60), en: z.string().min(1).max(60) }),
  issuer: address,
  clientId: z.string().min(1).max(200),
  clientSecret: z.string().min(1).max(500).optional(),
  /** Taken instead of what the provider would tell about itself. */
  endpoints: z.strictObject({ authorization: address, token: address, keys: address }).optional(),
})

const setting = z.strictObject({
  /** Where browsers find this installation: the provider sends them back there. */
  publicUrl: address,
  providers: z.array(provider).min(1).max(10),
})

/** 统一身份认证: the providers of identities that may say who somebody is. */
export type OidcSetting = z.output<typeof setting>
export type OidcProvider = OidcSetting['providers'][number]

/**
 * What `SANDING_OIDC` says: the path of a JSON file, or the JSON itself. Nothing when it is not set; R40 when it cannot be
 * read, is not of that shape, or names an address without TLS that is not on this machine.
 */
export const readOidcSetting = (
  given: string | undefined,
): { setting?: OidcSetting; findings: Finding[] } => {
  if (given === undefined || given.trim() === '') return { findings: [] }
  let json: unknown
  try {
    json = JSON.parse(given.trim().startsWith('{') ? given : readFileSync(given, 'utf8'))
  } catch {
    return { findings: [wrong(say('不是可读的 JSON', 'it is no JSON that can be read'))] }
  }
  const result = setting.safeParse(json)
  if (!result.success) {
    const places = [...new Set(result.error.issues.map(({ path }) => path.join('.') || '(root)'))].join(', ')
    return { findings: [wrong(say(`写法不对：${places}`, `not as it should be: ${places}`))] }
  }
  const findings = addressesIn(result.data)
    .filter((each) => !isSafe(each))
    .map((each) => wrong(say(`“${each}”不是 https`, `“${each}” is not https`)))
  const ids = result.data.providers.map(({ id }) => id)
  if (new Set(ids).size < ids.length) findings.push(wrong(say('提供方编号重复', 'two providers have one id')))
  return findings.length > 0 ? { findings } : { setting: result.data, findings }
}

const addressesIn = ({ publicUrl, providers }: OidcSetting): string[] => [
  publicUrl,
  ...providers.flatMap(({ issuer, endpoints }) => [issuer, ...Object.values(endpoints ?? {})]),
]

/** Without TLS only this machine itself can be spoken to. */
export const isLoopback = (text: string): boolean =>
  ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(text).hostname)

const isSafe = (text: string): boolean => text.startsWith('https:') || isLoopback(text)

const wrong = (what: Text): Finding => ({
  code: 'R40',
  severity: 'error',
  at: 'environment:SANDING_OIDC',
  message: say(`统一身份认证的设置有误：${what.zh}`, `The setting of identity providers: ${what.en}`),
  remedy: say('按运维手册填写后重新启动。', 'Write it as the operations guide has it, and start again.'),
})
