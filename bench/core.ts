import { join, resolve } from 'node:path'
import { day, dayFromNumber, dayNumber } from '../src/kernel/day.ts'
import { asOf, type Entry } from '../src/kernel/journal.ts'
import { openCounty } from '../src/ledger/opening.ts'
import { impactOf } from '../src/reform/impact.ts'
import { openRegister } from '../src/reform/opening.ts'
import { operationNamed } from '../src/reform/operations/index.ts'
import { readPlan } from '../src/reform/plan-file.ts'
import { policyFrom } from '../src/reform/policy.ts'
import { rehearse } from '../src/reform/rehearse.ts'
import { draftOf, frozen } from '../src/register/register.ts'
import { register } from '../src/register/testing.ts'
import { readCountyFolder } from '../src/store/county-folder.ts'
import { type Measurement, ratioOf, timed } from './measure.ts'

const root = resolve(import.meta.dirname, '..')

/** The main job on the Hequ county, against a bare deep copy of its rows in the same run. */
export const hequ = (): Measurement[] => {
  const folder = readCountyFolder(join(root, 'counties/hequ'))
  const county = openCounty(folder.tables)
  const [id, text] = Object.entries(folder.plans)[0] as [string, string]
  const { plan } = readPlan(text, id)
  if (plan === undefined) throw new Error('the Hequ plan cannot be read')
  const policy = policyFrom(folder.policies, plan.effectiveOn, 'bench')
  const rows = Object.values(folder.tables).flatMap((table) => table.rows.map((row) => [...row.cells]))
  const work = timed(
    'Hequ plan: parsed plan → findings + proof + impact',
    () => {
      const { before, after } = rehearse(county.register, plan, policy)
      return impactOf(before, after)
    },
    { runs: 60, warmup: 40, goal: 16 },
  )
  const bare = timed(
    'bare baseline: structuredClone of all rows of the county',
    () => structuredClone(rows),
    { runs: 30 },
  )
  return [
    work,
    bare,
    ratioOf('ratio: rehearsal ÷ bare copy', work, bare),
    timed('Hequ tables: cells → register', () => openRegister(folder.tables), { runs: 15, warmup: 3 }),
    timed('Hequ plan file: text → plan', () => readPlan(text, id), { runs: 15, warmup: 5 }),
  ]
}

interface Recorded {
  readonly name: string
  readonly fields: unknown
}

/** 50,000 journal entries replayed into the register of a county of 200 units. */
export const journal = (): Measurement[] => {
  const ids = Array.from({ length: 200 }, (_, at) => `u${at}`)
  const before = register(
    Object.fromEntries(
      ids.map((id) => [
        id,
        { duties: Array.from({ length: 10 }, (_, at) => `${id}-d${at}`), posts: { administrative: 9 } },
      ]),
    ),
  )
  const start = dayNumber(day('2000-01-01'))
  const entries: Entry<Recorded>[] = Array.from({ length: 50_000 }, (_, seq) => ({
    seq,
    recordedAt: '2026-01-01T00:00:00Z',
    effectiveOn: dayFromNumber(start + Math.floor(seq / 6)),
    operation: recorded(seq, ids),
    authority: '示例',
  }))
  const replay = () => {
    const draft = draftOf(before)
    for (const { operation, effectiveOn } of asOf(entries, day('2030-01-01')))
      operationNamed(operation.name)?.apply(operation.fields, draft, effectiveOn)
    return frozen(draft)
  }
  const latest = () => {
    const last = new Map<string, Entry<Recorded>>()
    for (const entry of entries.toSorted((a, b) => a.seq - b.seq))
      last.set(entry.operation.name + entry.effectiveOn, { ...entry })
    return last
  }
  const work = timed('journal: 50,000 entries in force → register', replay, {
    runs: 15,
    warmup: 3,
    goal: 100,
  })
  const bare = timed('bare baseline: the same entries sorted and copied into a Map', latest, { runs: 15 })
  return [work, bare, ratioOf('ratio: replay ÷ bare sort and copy', work, bare)]
}

const recorded = (seq: number, ids: readonly string[]): Recorded => {
  const unit = ids[(seq * 7) % ids.length]
  if (seq % 3 === 0)
    return {
      name: 'transfer-duty',
      fields: { duties: [`${ids[(seq * 11) % ids.length]}-d${seq % 10}`], to: unit },
    }
  if (seq % 3 === 1)
    return { name: 'set-staffing-quota', fields: { unit, kind: 'administrative', posts: 5 + (seq % 9) } }
  return { name: 'rename-unit', fields: { unit, name: `单位${seq}`, nameEn: `Unit ${seq}` } }
}
