import { type Day, parseDay } from '../../kernel/day.ts'
import { number, say } from '../../kernel/text.ts'
import { knownOn, registerAt } from '../../reform/history.ts'
import { countersOf } from '../../reform/impact.ts'
import { registerDigest } from '../../reform/register-digest.ts'
import { tooEarly } from '../../reform/too-early.ts'
import { openUnits } from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import { noCountyHere } from '../../store/apply-plan.ts'
import { countiesInMemory } from '../../store/current.ts'
import { type Arguments, type Command, exit, type Io } from '../command.ts'
import { countyFrom } from '../one-county.ts'
import { columns, misused, notThere, printJson } from '../print.ts'
import { withRecords } from '../records.ts'
import { counterNames } from './rehearse.ts'

/** The county on one day, as it was known on another day or at a record. */
export const asof: Command = {
  name: 'asof',
  summary: say('某日的县情，按某日或某条记录时所知', 'The county on a day, as known on a day or at a record'),
  usage: 'asof DAY [--county ID] [--known SEQ|DAY] [--data DIR] [--json]',
  takes: 1,
  options: { county: true, known: true, data: true },
  run: async (args, io) => {
    const on = parseDay(args.positions[0] ?? '')
    const known = knownIn(args)
    if (on === undefined || known === 'unreadable')
      return misused(
        asof,
        say(
          '写明日期（如2020-12-01）；--known 为记录号或日期',
          'Name a day such as 2020-12-01; --known is a record or a day',
        ),
        io,
      )
    const county = await withRecords(args, { mustExist: true }, async (database) => {
      const found = await countyFrom(args, database)
      return 'code' in found
        ? found
        : ((await countiesInMemory(1).current(database, found.id)) ?? noCountyHere(found.id))
    })
    if ('code' in county) return notThere(county, io)
    const { history } = county
    const seq =
      typeof known === 'string' ? knownOn(history, known) : Math.min(known ?? history.seq, history.seq)
    const early = tooEarly(history, on, seq)
    if (early !== undefined) return notThere(early, io)
    told(registerAt(history, on, seq), { county: county.id, on, known: seq }, io)
    return exit.fine
  },
}

const knownIn = (args: Arguments): number | Day | undefined | 'unreadable' => {
  const text = args.options.get('known')
  if (text === undefined) return undefined
  return /^\d{1,15}$/.test(text) ? Number(text) : (parseDay(text) ?? 'unreadable')
}

interface Asked {
  readonly county: string
  readonly on: Day
  readonly known: number
}

const told = (register: Register, asked: Asked, io: Io): void => {
  const counters = countersOf(register)
  const units = openUnits(register).map(({ id, name, nameEn, kind, counts }) => ({
    id,
    name,
    nameEn,
    kind,
    counts,
  }))
  const { digest } = registerDigest(register)
  if (io.json) {
    printJson({ ...asked, counters, digest, units }, io)
    return
  }
  io.print(
    say(
      `${asked.on} 的 ${asked.county}，按第${asked.known}条记录时所知`,
      `${asked.county} on ${asked.on}, as known at record ${asked.known}`,
    )[io.language],
  )
  const keys = Object.keys(counters) as (keyof typeof counters)[]
  io.print(columns(keys.map((key) => [counterNames[key][io.language], number(counters[key])])))
  io.print(`${say('台账摘要', 'register digest')[io.language]} ${digest}`)
}
