import type { Finding } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'

/** Bytes of the plan `id` to text: UTF-8, with or without a byte order mark; anything else is F01, at that plan. */
export const decodePlan = (bytes: Uint8Array, id: string): { text?: string; findings: Finding[] } => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), findings: [] }
  } catch {
    const line = 1 + bytes.subarray(0, firstBadByte(bytes)).filter((byte) => byte === 10).length
    return {
      findings: [
        {
          code: 'F01',
          severity: 'error',
          at: `plan:${id}`,
          message: say(`方案文件第${line}行不是 UTF-8 编码`, `Line ${line} of the plan file is not UTF-8`),
          remedy: say('另存为 UTF-8 后再试。', 'Save it as UTF-8 and try again.'),
          place: { line, column: 1 },
        },
      ],
    }
  }
}

/** The longest prefix that decodes, found by halving; a cut character at its end is not yet an error. */
const firstBadByte = (bytes: Uint8Array): number => {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      good = middle
    } catch {
      bad = middle
    }
  }
  return good
}
