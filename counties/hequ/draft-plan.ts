import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '../../src/kernel/day.ts'
import { openCounty } from '../../src/ledger/opening.ts'
import { readPlan } from '../../src/reform/plan-file.ts'
import { registerOn } from '../../src/reform/rehearse.ts'
import { readCountyFolder } from '../../src/store/county-folder.ts'
import { assetLines } from './drafting/assets.ts'
import { enforcementLines } from './drafting/enforcement.ts'
import { expectations, head } from './drafting/head.ts'
import { institutionLines, institutionQuotaLines } from './drafting/institutions.ts'
import { leaderLines } from './drafting/leaders.ts'
import { placementLines } from './drafting/placement.ts'

/**
 * Drafts `2020-reform.plan.yaml` for the tables as they stand: the organs by hand, the long lists of people and rooms
 * from the register. Run after the tables were changed; afterwards the plan may be edited like any other.
 */
const county = openCounty(readCountyFolder(import.meta.dirname).tables)
const before = county.register

const dutiesOf = (unit: string, is: (name: string, category: string) => boolean) =>
  before.duties
    .heldBy(unit as Parameters<typeof before.duties.heldBy>[0])
    .filter((duty) => is(duty.name, duty.category))
    .map((duty) => duty.id)
    .join(', ')
const peopleOf = (unit: string, from: number, to: number) =>
  before.people
    .heldBy(unit as Parameters<typeof before.people.heldBy>[0])
    .slice(from, to)
    .map((person) => person.id)
    .join(', ')

const opening = head
  .replace('HASH', county.manifest.digest)
  .replace(
    'SCIENCE_DUTIES',
    dutiesOf('science-education', (_, category) => category === '科技'),
  )
  .replace('SCIENCE_PEOPLE', peopleOf('science-education', 2, 4))
  .replace(
    'PLANNING_DUTIES',
    dutiesOf('housing', (name) => name.startsWith('城乡规划')),
  )
  .replace('PLANNING_PEOPLE', peopleOf('housing', 13, 14))

const registerAfter = (text: string, on: string) => {
  const { plan, findings } = readPlan(text, 'draft')
  if (plan === undefined || findings.length > 0) throw new Error(JSON.stringify(findings[0]))
  return registerOn(before, plan, on as Day)
}

let text = opening + institutionLines()
text += enforcementLines(registerAfter(text, '2020-12-18'))
text += institutionQuotaLines()
text += leaderLines(registerAfter(text, '2021-08-31'))
const afterLeaders = registerAfter(text, '2021-09-30')
text += placementLines(afterLeaders)
text += assetLines(before, afterLeaders)
text += expectations
writeFileSync(join(import.meta.dirname, '2020-reform.plan.yaml'), text)
