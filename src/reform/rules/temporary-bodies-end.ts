import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { says } from './bearers.ts'
import { atLine, counted } from './remark.ts'
import { allPosts, tallyOf } from './tally.ts'
import { words } from './terms.ts'

/** 议事协调机构: set up with an end in sight, without posts or leading posts of its own. */
export const temporaryBodiesEnd = defineRule({
  code: 'P8',
  title: say('议事协调机构有期限、不单设编制', 'Temporary bodies end and have no posts of their own'),
  parameter: 'temporary-bodies',
  shape: words,
  gives: ['error', 'opinion'],
  check: ({ after, plan, steps }, names, tell) =>
    steps.flatMap(({ line, fields }): Finding[] => {
      if (line.operation.name !== 'establish-unit') return []
      const unit = after.units.get((fields as { unit: string }).unit)
      if (unit === undefined || !says(unit.name, names)) return []
      const tally = tallyOf(after, unit.id)
      const [posts, leading] = [allPosts(tally), tally.leadingPosts]
      const findings: Finding[] = []
      if (posts + leading > 0)
        findings.push(
          tell({
            severity: 'error',
            at: atLine(plan, line),
            message: say(
              `${unit.short}是议事协调机构，却单独核定编制${posts}名、领导职数${leading}名。`,
              `The ${unit.nameEn} is a coordinating body and would have ${counted(posts, 'post')} and ${counted(leading, 'leading post')} of its own.`,
            ),
            remedy: say(
              '不单独核定编制，由承担具体工作的部门解决。',
              'Give it none; the department that does the work provides them.',
            ),
          }),
        )
      if (unit.closedOn === undefined && line.basis === undefined)
        findings.push(
          tell({
            severity: 'opinion',
            at: atLine(plan, line),
            message: say(
              `设立${unit.short}，没有写明撤销的条件和期限。`,
              `The ${unit.nameEn} is set up without a condition and a day on which it ends.`,
            ),
            remedy: say(
              '加一行 dissolve-unit 写明撤销日期，或在 basis 中写明规定了撤销条件的文件。',
              'Add a dissolve-unit line with its day, or name as `basis` the document that says when it ends.',
            ),
          }),
        )
      return findings
    }),
})
