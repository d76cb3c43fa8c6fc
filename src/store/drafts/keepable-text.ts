import { sha256Hex } from '../../kernel/canonical.ts'
import type { Finding } from '../../kernel/finding.ts'
import { holdsUnkeepable } from '../../kernel/keepable.ts'
import { say } from '../../kernel/text.ts'

/** The most that a plan's text may take, in bytes of UTF-8. */
export const largestText = 2 * 1024 * 1024

/**
 * Why a text cannot be kept as a plan, byte for byte: J08 a character that no store can hold · L18 too large. Whether it
 * makes a plan is another question: a draft may be unfinished.
 */
export const unkeepableText = (plan: string, text: string): Finding[] => {
  const findings: Finding[] = []
  if (holdsUnkeepable(text))
    findings.push({
      code: 'J08',
      severity: 'error',
      at: `plan:${plan}`,
      message: say('文本含有无法保存的字符', 'The text holds a character that cannot be kept'),
      remedy: say('删去它。', 'Remove it.'),
    })
  if (Buffer.byteLength(text) > largestText)
    findings.push({
      code: 'L18',
      severity: 'error',
      at: `plan:${plan}`,
      message: say('文本超过2兆字节', 'The text is larger than 2 MiB'),
      remedy: say('拆成几个方案。', 'Divide it into several plans.'),
    })
  return findings
}

/** The digest of a draft's text, byte for byte. */
export const digestOf = (text: string): string => `sha256:${sha256Hex(text)}`
