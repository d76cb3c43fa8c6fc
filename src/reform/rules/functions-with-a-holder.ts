import { z } from 'zod'
import type { Finding } from '../../kernel/finding.ts'
import { listed, say, type Text } from '../../kernel/text.ts'
import type { World } from '../rule.ts'
import { isBorne } from './bearers.ts'
import { atPlan, counted, type Tell } from './remark.ts'
import { words } from './terms.ts'

/** Functions that a law wants somebody to do, each with the words by which its holder is recognised. */
export const functions = z
  .array(
    z.strictObject({
      name: z.string(),
      nameEn: z.string(),
      words,
      law: z.string(),
      /** False when nobody has read this one law: its loss then only warns. */
      verified: z.boolean().default(true),
    }),
  )
  .min(1)
type Functions = z.output<typeof functions>

const named = (list: Functions): Text =>
  listed(
    list.map(({ name, nameEn, law, verified }) =>
      say(
        `${name}〔${law}${verified ? '' : '，待核'}〕`,
        verified ? nameEn : `${nameEn} (source unverified)`,
      ),
    ),
  )

/** Those that had a holder before the plan and have none after it, and (as a note) those that never had one. */
export const functionsWithoutHolder = (
  { before, after, plan }: World,
  list: Functions,
  tell: Tell,
): { lost: Functions; never: Finding[] } => {
  const missing = list.filter((each) => !isBorne(after, each.words))
  const lost = missing.filter((each) => isBorne(before, each.words))
  const never = missing.filter((each) => !lost.includes(each))
  const names = named(never)
  return {
    lost,
    never:
      never.length === 0
        ? []
        : [
            tell({
              severity: 'note',
              at: atPlan(plan),
              message: say(
                `台账中看不出${never.length}项法定工作的承担单位：${names.zh}。`,
                `The register does not show who does ${counted(never.length, 'statutory function')}: ${names.en}.`,
              ),
              remedy: say('在职责表中补列。', 'Add them to the duties.'),
            }),
          ],
  }
}

/** The sentence about functions that the plan leaves without a holder. */
export const lostSentence = (lost: Functions): Text => {
  const names = named(lost)
  return say(
    `方案后${lost.length}项法定工作没有承担单位：${names.zh}。`,
    `After the plan nobody does ${counted(lost.length, 'statutory function')}: ${names.en}.`,
  )
}
