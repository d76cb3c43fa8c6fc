import { blocks, type Finding, sorted } from '../../kernel/finding.ts'
import { number, say } from '../../kernel/text.ts'
import type { Figure } from '../../ledger/figure.ts'
import { reconciled } from '../../ledger/reconciliation.ts'
import { type Command, exit, type Io } from '../command.ts'
import { columns, printFindings, printJson } from '../print.ts'
import { openSession, rehearseSession, withoutPlan } from '../session.ts'

/** The promise ledger: every figure computed from rows beside what was published. */
export const figures: Command = {
  name: 'figures',
  summary: say(
    '公布数字账：逐项计算并与公布值对照',
    'The promise ledger: every figure computed, beside what was published',
  ),
  usage: 'figures [PLAN] [--county DIR] [--plan FILE]',
  takes: 1,
  options: { county: true, plan: true },
  run: (args, io) => {
    const session = openSession(args)
    const rehearsed = rehearseSession(session)
    if (rehearsed === undefined) {
      const findings = withoutPlan(session)
      if (io.json) printJson({ county: session.folder.id, plan: null, figures: [], findings }, io)
      else printFindings(findings, io)
      return exit.blocked
    }
    const findings = sorted([...session.findings, ...rehearsed.findings])
    if (io.json)
      printJson(
        {
          county: session.county.register.county.id,
          plan: session.plan?.id,
          figures: rehearsed.figures.map(asJson),
          reconciliation: reconciled(rehearsed.figures),
          findings: findings.filter((finding) => finding.severity === 'error'),
        },
        io,
      )
    else printLedger(rehearsed.figures, findings, io)
    return blocks(findings) ? exit.blocked : exit.fine
  },
}

const asJson = ({
  id,
  label,
  unit,
  published,
  computed,
  agrees,
  definition,
  formula,
  relation,
  quote,
  source,
  rows,
}: Figure) => ({
  id,
  label,
  unit,
  published: published ?? null,
  computed: computed ?? null,
  agrees: agrees ?? null,
  relation: relation ?? null,
  definition,
  formula,
  quote: quote ?? null,
  source: source ?? null,
  rows,
})

const printLedger = (all: readonly Figure[], findings: readonly Finding[], io: Io) => {
  printTable(all, io)
  io.print('')
  io.print(say('公布的数字相互对照', 'The published figures against one another')[io.language])
  for (const { fits, statement } of reconciled(all))
    io.print(`  ${fits ? '✓' : '≠'} ${statement[io.language]}`)
  const blocking = findings.filter((finding) => finding.severity === 'error')
  if (blocking.length > 0) printFindings(blocking, io)
}

const printTable = (all: readonly Figure[], io: Io) => {
  const head =
    io.language === 'zh'
      ? ['数字', '公布', '计算', '', '算式']
      : ['figure', 'published', 'computed', '', 'formula']
  const verdict = (figure: Figure) =>
    figure.agrees === undefined ? '' : figure.agrees ? '✓' : io.language === 'zh' ? '✗ 不符' : '✗ differs'
  io.print(
    columns([
      head,
      ...all.map((figure) => [
        figure.label[io.language],
        figure.published === undefined ? '' : number(figure.published),
        figure.computed === undefined ? '—' : number(figure.computed),
        verdict(figure),
        figure.formula[io.language],
      ]),
    ]),
  )
}
