import type { Day } from '../../kernel/day.ts'
import type { Severity } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import type { Policy } from '../policy.ts'
import { rules } from './index.ts'
import { undecided } from './undecided.ts'

const severities: Readonly<Record<Severity, Text>> = {
  error: say('阻断', 'error'),
  opinion: say('须附意见', 'opinion'),
  warning: say('提示', 'warning'),
  note: say('说明', 'note'),
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

/** One rule as a row: what it demands, how severe it can be, and the clause in force on the day of the book. */
const ruleRow = (rule: (typeof rules)[number], policy: Policy): string => {
  const because = policy.limit(rule.parameter)?.because
  const isSoft = because !== undefined && !because.verified
  const gives = isSoft
    ? [...new Set(rule.gives.map((each) => (each === 'note' ? each : 'warning')))]
    : rule.gives
  return row(
    rule.code,
    `${rule.title.zh}<br>${rule.title.en}`,
    gives.map((each) => `${severities[each].zh} ${severities[each].en}`).join('<br>'),
    `${because?.source ?? ''}${isSoft ? ' **待核**' : ''}`,
    `\`${rule.parameter}\``,
  )
}

/** 规则手册: docs/rules.md, written from the rules, the policy of a day, and the rows that are not decided here. */
export const ruleBook = (policy: Policy, on: Day): string =>
  [
    '# 规则手册 · The rule book',
    '',
    '此文件由代码生成（见 `src/reform/rules/book.test.ts`），请勿手改。',
    'This file is written by the code (see `src/reform/rules/book.test.ts`); do not edit it by hand.',
    '',
    `条款按 ${on} 有效的文本列出；参数、历次文本和来源在 \`policy/*.yaml\`，按方案实施日取用。`,
    `Clauses are those in force on ${on}; parameters, earlier texts and sources are in \`policy/*.yaml\`, taken as of the day the plan takes effect.`,
    '',
    '- **阻断 error** 改正之前不能实施 · **须附意见 opinion** 在任一行写 `opinions: [{ rule: 编号, document: 文件 }]` 后转为说明 · **提示 warning** · **说明 note**',
    '- **待核**：来源尚无人核对，只提示、不阻断。 · *The source has not been verified: the rule only warns.*',
    '- 审的是方案：方案前即有、方案没有加重的问题只作说明。 · *The plan is judged: what was so before, and is not made worse, is only noted.*',
    '',
    `## 由台账和方案判定的规则（${rules.length}条） · Rules decided from a register and a plan`,
    '',
    row('编号', '规则 Rule', '可能给出 Gives', '依据 Source', '参数 Parameter'),
    row('--', '--', '--', '--', '--'),
    ...rules.map((rule) => ruleRow(rule, policy)),
    '',
    `## 不在此判定（${undecided.length}条） · Not decided here`,
    '',
    row('编号', '规则 Rule', '为什么 Because'),
    row('--', '--', '--'),
    ...undecided.map(({ code, title, because }) =>
      row(code, `${title.zh}<br>${title.en}`, `${because.zh}<br>${because.en}`),
    ),
    '',
  ].join('\n')
