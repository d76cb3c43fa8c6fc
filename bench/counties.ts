import { resolve } from 'node:path'
import { type JournalRecord, sealed } from '../src/kernel/chain.ts'
import { day, dayFromNumber, dayNumber } from '../src/kernel/day.ts'
import { openCounty } from '../src/ledger/opening.ts'
import type { Plan } from '../src/reform/plan.ts'
import { readPlan } from '../src/reform/plan-file.ts'
import { type CountyFolder, readCountyFolder } from '../src/store/county-folder.ts'
import type { Client } from '../src/store/database.ts'
import { storedCounty, writeEntries } from '../src/store/journal-store.ts'

/** Who does what the bench does to a store. */
export const actor = 'local:bench'

const folder = readCountyFolder(resolve(import.meta.dirname, '../counties/hequ'))
const [planId, planText] = Object.entries(folder.plans)[0] as [string, string]

/** The text of the Hequ plan: 526 lines. */
export const hequText: string = planText

/** The ids of the units of the Hequ county. */
export const units: readonly string[] = Array.from(
  openCounty(folder.tables).register.units.values(),
  ({ id }) => id,
)

/** The Hequ folder as a county of another name, so that it can be opened many times. */
export const folderAs = (id: string): CountyFolder => {
  const table = folder.tables.county
  const rows = (table?.rows ?? []).map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (cell === 'hequ' ? id : cell)),
  }))
  return { ...folder, id, tables: { ...folder.tables, county: { header: table?.header ?? [], rows } } }
}

/** A plan file that was written for the bench; throws when it is none. */
export const planIn = (text: string, id: string): Plan => {
  const { plan } = readPlan(text, id)
  if (plan === undefined) throw new Error(`the plan ${id} cannot be read`)
  return plan
}

/** The Hequ plan, bound to no register. */
export const hequPlan = (): Plan => {
  const { base: _, ...free } = planIn(planText, planId)
  return free
}

// Each county must have these by name; whoever renames one has to give reasons that are no business of a bench.
const kept = new Set(['public-security', 'audit'])
const renamed = units.slice(3).filter((unit) => !kept.has(unit))

/** The file of a plan that renames so many units: what a clerk draws up on an ordinary day, or a large one. */
export const renamingText = (lines: number, mark: string): string =>
  `sanding: 1\ntitle: 示例\nauthority: 示例\neffectiveOn: 2021-01-01\nlines:\n${renamed
    .slice(0, lines)
    .map(
      (unit, at) =>
        `  - { op: rename-unit, unit: ${unit}, name: 县示例局${mark}${at}, nameEn: Example ${mark} ${at} }\n`,
    )
    .join('')}`

/** The file of a plan that the rules let through when its stages are on record: another short name for one organ. */
export const shortNameText = (short: string): string =>
  `sanding: 1
title: 示例
authority: 示例
effectiveOn: 2021-06-01
lines:
  - op: rename-unit
    unit: water
    name: 河曲县水利局
    nameEn: Hequ County Bureau of Water Resources
    short: ${short}
    shortEn: Water
    opinions: [{rule: P3, document: 批准文件和备案回执（示例）}]
`

/** 50,000 sealed records of ordinary changes over twenty years, written behind the opening of a county. */
export const fill = async (client: Client, county: string): Promise<void> => {
  const stored = await storedCounty(client, county, { lock: true })
  let head = stored?.head ?? { seq: 0, hash: '' }
  for (let batch = 0; batch < 50; batch += 1) {
    const written: JournalRecord[] = []
    for (let at = 0; at < 1000; at += 1) {
      const record = sealed(head, { ...change(head.seq), county, line: at + 1 })
      written.push(record)
      head = { seq: record.seq, hash: record.hash }
    }
    await writeEntries(client, written)
  }
}

const start = dayNumber(day('2020-04-01'))

const change = (seq: number) => {
  const unit = units[(seq * 7) % units.length]
  const isRename = seq % 2 === 0
  return {
    recordedAt: '2026-01-01T00:00:00.000Z',
    effectiveOn: dayFromNumber(start + Math.floor(seq / 7)),
    operation: isRename ? 'rename-unit' : 'set-staffing-quota',
    fields: isRename
      ? { unit, name: `单位${seq}`, nameEn: `Unit ${seq}` }
      : { unit, kind: 'institution', posts: 5 + (seq % 9) },
    authority: '示例',
    plan: 'bench',
    corrects: null,
  }
}
