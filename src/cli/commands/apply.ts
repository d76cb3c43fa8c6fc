import { existsSync, readFileSync } from 'node:fs'
import { blocks, sorted } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { type ApplyCommand, applyPlan } from '../../store/apply-plan.ts'
import { countiesInMemory } from '../../store/current.ts'
import { localActor } from '../../store/import-county.ts'
import { type Arguments, type Command, exit, type Io } from '../command.ts'
import { misused, printFindings, printJson } from '../print.ts'
import { numberIn, withRecords } from '../records.ts'
import { readPlanFile } from '../session.ts'

/** Records a plan in the journal of a county: all of it or nothing. */
export const apply: Command = {
  name: 'apply',
  summary: say('把方案写入台账：全部写入或一条不写', 'Record a plan in the journal: all of it or nothing'),
  usage: 'apply PLAN --county ID [--data DIR] [--expect-seq N] [--key K] [--cert cert.json] [--corrects SEQ]',
  takes: 1,
  options: { county: true, data: true, 'expect-seq': true, key: true, cert: true, corrects: true },
  run: async (args, io) => {
    const [path] = args.positions
    const county = args.options.get('county')
    const numbers = { expectSeq: numberIn(args, 'expect-seq'), corrects: numberIn(args, 'corrects') }
    if (path === undefined || county === undefined || Object.values(numbers).some(Number.isNaN))
      return misused(
        apply,
        say(
          '写明方案和县；--expect-seq 与 --corrects 为记录号',
          'Name the plan and the county; --expect-seq and --corrects are numbers of records',
        ),
        io,
      )
    const read = readPlanFile(path)
    if (read.plan === undefined || blocks(read.findings))
      return told({ applied: null, findings: sorted(read.findings) }, io)
    const command = { county, plan: read.plan, text: read.text, actor: localActor(), ...given(args, numbers) }
    const answer = await withRecords(args, { mustExist: true }, (database) =>
      applyPlan(database, countiesInMemory(1), command),
    )
    return told({ ...answer, findings: [...read.findings, ...answer.findings] }, io)
  },
}

/** The options that were given, and none that were not. */
const given = (
  args: Arguments,
  { expectSeq, corrects }: { expectSeq: number | undefined; corrects: number | undefined },
): Pick<ApplyCommand, 'expectSeq' | 'corrects' | 'key' | 'certificate'> => {
  const [key, cert] = [args.options.get('key'), args.options.get('cert')]
  return {
    ...(expectSeq === undefined ? {} : { expectSeq }),
    ...(corrects === undefined ? {} : { corrects }),
    ...(key === undefined ? {} : { key }),
    ...(cert === undefined ? {} : { certificate: certificateIn(cert) }),
  }
}

/** The certificate as JSON; what cannot be read is no certificate, and is refused as such. */
const certificateIn = (path: string): unknown => {
  try {
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
  } catch {
    return null
  }
}

const told = (answer: Awaited<ReturnType<typeof applyPlan>>, io: Io): number => {
  const { applied, findings } = answer
  if (io.json) printJson({ applied, findings }, io)
  else {
    printFindings(findings, io)
    io.print(
      (applied === null
        ? say('没有写入任何记录', 'Nothing was recorded')
        : say(
            `已写入第${applied.from}至${applied.to}条 · ${applied.head.hash}`,
            `Recorded ${applied.from} to ${applied.to} · ${applied.head.hash}`,
          ))[io.language],
    )
  }
  return applied === null ? exit.blocked : exit.fine
}
