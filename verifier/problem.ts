import { createHash } from 'node:crypto'

/** What a problem is about, and for a difference what should be there and what is. */
export interface About {
  readonly table?: string
  readonly id?: string
  readonly expected?: string
  readonly found?: string
}

/** One reason why a certificate is not valid, in both languages, with the thing it is about. */
export interface Problem extends About {
  /** V01 certificate · V02 seal · V03 plan · V04 tables · V05 bindings · V06 its own words · V07 differences · V08 a line that cannot be done · V09 a line not understood · V10 a loss. */
  readonly code: string
  readonly message: { readonly zh: string; readonly en: string }
}

/** Puts a problem together. */
export const problem = (code: string, zh: string, en: string, about: About = {}): Problem => ({
  code,
  message: { zh, en },
  ...about,
})

/** JSON with sorted keys and no spaces: the text that digests are taken of. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = value as Record<string, unknown>
  const keys = Object.keys(members).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(members[key])}`).join(',')}}`
}

/** The digest in hexadecimal. */
export const hex = (text: string): string => createHash('sha256').update(text).digest('hex')

/** `sha256:` and the digest in hexadecimal. */
export const sha256 = (text: string): string => `sha256:${hex(text)}`

/** The order of texts by code unit. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
