import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Plan } from '../../reform/plan.ts'
import { readPlan } from '../../reform/plan-file.ts'
import { digestOf } from './keepable-text.ts'

/** What a text makes: a plan as far as it can be read, and what is wrong with it. */
export interface ReadText {
  readonly plan: Plan | undefined
  readonly findings: readonly Finding[]
}

/**
 * The most characters that a plan may have to be read here; the largest sample has 85,000. A text of 2 MiB can be made so
 * that it takes a parser many seconds, in which nobody else would be answered.
 */
export const mostCharacters = 256 * 1024

const kept = new Map<string, ReadText>()

/** Reads a draft's text; the last few are remembered. L33: kept, but too long to be read here. */
export const readText = (text: string, plan: string): ReadText => {
  if (text.length > mostCharacters) return { plan: undefined, findings: [tooLong(plan, text.length)] }
  const key = `${plan} ${digestOf(text)}`
  const known = kept.get(key) ?? readPlan(text, plan)
  kept.delete(key)
  kept.set(key, known)
  for (const each of kept.keys()) if (kept.size > 16) kept.delete(each)
  return known
}

const tooLong = (plan: string, length: number): Finding => ({
  code: 'L33',
  severity: 'error',
  at: `plan:${plan}`,
  message: say(
    `文本有${length}个字符，超过可预演的${mostCharacters}个。`,
    `The text has ${length} characters; up to ${mostCharacters} can be read as a plan.`,
  ),
  remedy: say('拆成几个方案。', 'Divide it into several plans.'),
})
