import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Language } from '../../../kernel/text.ts'
import { accountOf } from '../../../ledger/account.ts'
import { readPlan } from '../../../reform/plan-file.ts'
import { policyDigest, readCountyFolder } from '../../../store/county-folder.ts'
import { openBook } from '../session.ts'
import { describedAt } from './describe.ts'
import { suggestionsAt } from './suggest.ts'
import { worldOf } from './world.ts'

const folder = resolve(import.meta.dirname, '../../../../counties/hequ')
const files = readCountyFolder(folder)
const book = openBook({
  ...files,
  policies: [...files.policies],
  findings: [...files.findings],
  policyDigest: policyDigest(files.policies),
  plans: { ...files.plans },
})
const hequ = readFileSync(resolve(folder, '2020-reform.plan.yaml'), 'utf8')
const heading = hequ.slice(0, hequ.indexOf('lines:'))
const worldFor = (text: string, language: Language) => {
  const { plan } = readPlan(text, 'p')
  return worldOf(plan && accountOf(book.county, plan, book.policyOn(plan.effectiveOn)), language)
}
const first = `  - op: merge-units
    units: [natural-resources, forestry]
    into: planning-resources
    name: 规划和自然资源局
    nameEn: Planning and Natural Resources Bureau
`
/** A place to fill in a template of the editor. */
const place = '$' + '{}'
/** What is suggested at the `¦` of a plan whose whole lines are those of `known`. */
const at = (marked: string, language: Language = 'en', known = `${heading}lines:\n${first}`) => {
  const offset = marked.indexOf('¦')
  const text = marked.replace('¦', '')
  return suggestionsAt(text, offset, worldFor(known, language))?.list ?? []
}
const labels = (...asked: Parameters<typeof at>) => at(...asked).map(({ label }) => label)
const line = (rows: string) => `${heading}lines:\n${first}${rows}`

test('an operation is found by its English name, by its Chinese term, and by a part of either', () => {
  expect(labels(line('  - op: absorb¦'))).toEqual(['absorb-unit', '并入'])
  expect(labels(line('  - op: 合并¦'), 'zh')[0]).toBe('合并组建')
  expect(at(line('  - op: mer¦'))[0]).toMatchObject({ label: 'merge-units', detail: '合并组建' })
  expect(at(line('  - op: mer¦'))[0]?.info).toContain('leave the count')
})

test('the members of an operation come with those first that it must have, and without those it has', () => {
  expect(labels(line('  - op: merge-units\n    into: x\n    ¦')).slice(0, 4)).toEqual([
    'units',
    'name',
    'nameEn',
    'short',
  ])
  expect(at(line('  - op: merge-units\n    un¦'))[0]).toMatchObject({
    insert: `units: [${place}]`,
    detail: 'units that are merged, two or more (required)',
  })
})

test('a key that has its colon is replaced alone', () => {
  expect(at(line('  - op: merge-units\n    un¦x: [a]\n'))[0]?.insert).toBe('units')
})

test('closed lists are suggested with their Chinese terms', () => {
  expect(at(line('  - op: set-staffing-quota\n    unit: finance\n    kind: ¦')).slice(0, 2)).toMatchObject([
    { label: 'administrative', detail: '行政编制' },
    { label: 'politicalLegal', detail: '政法专项编制' },
  ])
  expect(labels(line('  - op: set-staffing-quota\n    kind: 政法¦'), 'zh')).toEqual(['politicalLegal'])
})

test('units are those of the register at that line: with what lines above made, without what they closed', () => {
  const now = labels(line('  - op: rename-unit\n    unit: ¦'))
  expect(now).toContain('planning-resources')
  expect(now).not.toContain('forestry')
  expect(labels(`${heading}lines:\n  - op: rename-unit\n    unit: for¦\n${first}`)).toContain('forestry')
  expect(labels(line('  - op: rename-unit\n    unit: 规划和自然资源局¦'), 'zh')[0]).toBe('planning-resources')
})

test('a unit that the line names already is not suggested again', () => {
  expect(labels(line('  - op: merge-units\n    units: [finance, fina¦]'))).not.toContain('finance')
})

test('what the named unit holds comes first', () => {
  const [duty] = labels(line('  - op: transfer-duty\n    from: finance\n    duties: [¦]'))
  expect(book.county.register.duties.get(duty ?? '')?.unit).toBe('finance')
  const [section] = labels(line('  - op: dissolve-section\n    section: ¦'))
  expect(book.county.register.sections.has(section ?? '')).toBe(true)
})

test('an id that must be new is not suggested', () => {
  expect(labels(line('  - op: establish-unit\n    unit: fi¦'))).toEqual([])
})

test('figures, rules and days are suggested where they belong', () => {
  expect(at(line('expect:\n  organs.b¦'))[0]).toMatchObject({
    label: 'organs.before',
    insert: 'organs.before: 36',
  })
  expect(labels(line('    opinions: [{rule: M¦}]'))).toContain('M3')
  expect(labels(line('    on: 2020-12¦'))).toEqual(['2020-12-01'])
})

test('a whole line is suggested with the members it must have', () => {
  expect(at(line('  - mer¦'))[0]).toMatchObject({
    label: 'merge-units …',
    insert: `op: merge-units\nunits: [${place}]\ninto: ${place}\nname: ${place}\nnameEn: ${place}`,
  })
  expect(at(line('  ¦'), 'zh')[0]?.insert).toMatch(/^- op: \S+\n {2}/)
})

test('the stages of the heading are suggested in both languages', () => {
  expect(labels('sanding: 1\nstages:\n  - {stage: ¦}')).toEqual(
    expect.arrayContaining(['initiation', '动议', '组织实施']),
  )
})

test('a word that rests under the pointer is told', () => {
  const world = worldFor(`${heading}lines:\n${first}`, 'en')
  const told = (word: string, language = world) => {
    const text = `${heading}lines:\n${first}expect:\n  organs.after: 22\n`
    return describedAt(text, text.lastIndexOf(word), language)
  }
  expect(told('forestry')?.title).toBe('Hequ County Bureau of Forestry')
  expect(told('merge-units')?.title).toBe('合并组建 · merge-units')
  expect(told('into: ')?.title).toBe('id of the new unit, never used before')
  expect(told('organs.after')?.about).toMatch(/^It comes to \d+ now$/)
  expect(told('规划和')).toBeUndefined()
})
