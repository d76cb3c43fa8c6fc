import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { unitId } from '../../../kernel/id.ts'
import { lineSpans } from '../../../reform/editing/line-spans.ts'
import { operationNamed } from '../../../reform/operations/index.ts'
import { exampleCounty, examplePlan, planExamples } from '../../../reform/plan-examples.testing.ts'
import { type Draft, draftOf, heldNames } from '../../../register/register.ts'
import { headingForm } from './form-fields.ts'
import { giverOf } from './giver.ts'
import { headingOf, missingIn, withHeading } from './heading.ts'
import { withoutNewIds } from './new-ids.ts'
import { quotaLines, quotaRows } from './quota-rows.ts'
import { insertLines, likeLine, linesFor } from './repeats.ts'
import { rowOptions } from './row-options.ts'
import { unitFamilies } from './unit-families.ts'
import { optionsWith, unitOptions } from './unit-options.ts'

const county = exampleCounty()

/** The county after an operation. */
const countyAfter = (op: string, fields: object) => {
  const draft = draftOf(county)
  const operation = operationNamed(op)
  operation?.apply(operation.fields.parse(fields), draft as Draft, day('2020-12-01'))
  return draft
}

describe('units to choose from', () => {
  const merged = countyAfter('merge-units', {
    units: ['land', 'forestry'],
    into: 'resources',
    name: '自然资源局',
    nameEn: 'Resources',
  })

  test('are those of the register as it stands, with what earlier lines brought into being', () => {
    const open = optionsWith(unitOptions(merged), '').map(({ id }) => id)

    expect(open).toContain('resources')
    expect(open).not.toContain('land')
  })

  test('closed ones are found, refused, and say who carries them on', () => {
    const [land] = optionsWith(unitOptions(merged), 'land')

    expect(land?.refusal?.zh).toBe('已由自然资源局承继')
  })

  test('institutions of one sponsor make a family, when they are two or more', () => {
    expect(unitFamilies(county)).toEqual([])
    const joined = countyAfter('change-subordination', { unit: 'nursery', sponsor: 'land' })
    expect(unitFamilies(joined).map(({ sponsor, units }) => [sponsor, units])).toEqual([
      ['land', ['survey', 'nursery']],
    ])
  })
})

test.each(heldNames)('rows of %s are those of the unit, with a name in both languages', (table) => {
  const all = rowOptions(county, table, undefined)
  const own = rowOptions(county, table, unitId('survey'))

  expect(all.length).toBe(county[table].size)
  expect(own.map(({ id }) => id)).toEqual(county[table].heldBy(unitId('survey')).map(({ id }) => id))
  expect(
    all.every(
      ({ label, note }) =>
        label.zh !== '' && label.en !== '' && `${note.zh}${note.en}`.search('undefined') < 0,
    ),
  ).toBe(true)
})

test('whose things a field offers follows from what the line says already', () => {
  expect(giverOf({ op: 'transfer-duty', from: 'land' }, ['duties'], county)).toBe('land')
  expect(giverOf({ op: 'transfer-duty', duties: ['water-planning'] }, ['people'], county)).toBe('water')
  expect(giverOf({ op: '人员转隶', to: 'water' }, ['section'], county)).toBe('water')
  expect(giverOf({ op: 'dissolve-section', section: 'land-legal' }, ['into'], county)).toBe('land')
  expect(giverOf({ op: 'transfer-seals' }, ['seals'], county)).toBeUndefined()
})

describe('many lines at once', () => {
  test('the same for further units is one line each, and the unit itself only once', () => {
    const line = { op: 'change-grade', unit: 'land', grade: 'section' }

    expect(linesFor(line, ['water', 'land']).map(({ unit }) => unit)).toEqual(['land', 'water'])
  })

  test('several lines stand in their order where the first was asked for', () => {
    const text = examplePlan(planExamples['absorb-unit'], planExamples['change-grade'])
    const next = insertLines(text, 2, [
      { op: 'recode-unit', unit: 'land', code: 'A' },
      { op: 'recode-unit', unit: 'water', code: 'B' },
    ])

    expect(lineSpans(next ?? '')?.map(({ value }) => value?.code ?? value?.op)).toEqual([
      '并入',
      'A',
      'B',
      '调整机构规格',
    ])
  })

  test('the next line like one keeps what officials write again, and none of its things', () => {
    expect(likeLine({ op: 'absorb-unit', on: '2021-01-01', units: ['nursery'], into: 'survey' })).toEqual({
      op: 'absorb-unit',
      on: '2021-01-01',
      into: 'survey',
    })
  })

  test('a copy leaves out the ids of what the line brought into being', () => {
    expect(
      withoutNewIds({ op: 'split-unit', unit: 'land', into: [{ unit: 'a', name: '甲', nameEn: 'A' }] }),
    ).toEqual({ op: 'split-unit', unit: 'land', into: [{ name: '甲', nameEn: 'A' }] })
    expect(withoutNewIds({ op: 'rename-unit', unit: 'land' })).toEqual({ op: 'rename-unit', unit: 'land' })
  })

  test('a sheet of posts gives a line for each number that differs, and none for those that do not', () => {
    const rows = quotaRows(county, 'institution', 'reformInstitution')

    expect(rows.map(({ unit, has }) => [unit, has])).toEqual([
      ['survey', [12]],
      ['nursery', [12]],
    ])
    expect(
      quotaLines(rows, { survey: [10], nursery: [12] }, { of: 'institution', on: '2021-01-01' }),
    ).toEqual([
      { op: 'set-staffing-quota', on: '2021-01-01', unit: 'survey', kind: 'institution', posts: 10 },
    ])
  })

  test('a sheet of leading posts keeps the level that was left alone', () => {
    const rows = quotaRows(county, 'leading', 'publicInstitution')

    expect(quotaLines(rows, { survey: [undefined, 1] }, { of: 'leading', on: undefined })).toEqual([
      { op: 'set-leadership-quota', unit: 'survey', chief: 1, deputy: 1 },
    ])
  })
})

describe('the heading', () => {
  const text = `${examplePlan(planExamples['change-grade'])}# the figures\nexpect:\n  organs.after: 4\n`

  test('is read without the lines, and what is missing is told', () => {
    const heading = headingOf(text, lineSpans(text) ?? []) ?? {}

    expect(heading).toEqual({
      sanding: 1,
      title: '示例方案',
      authority: '示编发〔2020〕1号（示例）',
      effectiveOn: '2020-12-01',
      expect: { 'organs.after': 4 },
    })
    const { needed, wanted } = missingIn({ ...heading, title: undefined }, headingForm())
    expect(needed.map(({ key }) => key)).toEqual(['title'])
    expect(wanted.map(({ key }) => key)).toEqual(['titleEn', 'completesOn', 'base', 'stages', 'documents'])
  })

  test('only what differs is written anew, and the comments stay', () => {
    const before = headingOf(text, lineSpans(text) ?? []) ?? {}
    const next = withHeading(text, before, { ...before, titleEn: 'Sample', expect: undefined })

    expect(next).toContain('titleEn: Sample\n')
    expect(next).not.toContain('expect')
    expect(next).toContain('# the figures')
    expect(next).toContain(`title: ${before.title}\nauthority`)
  })

  test('a text that is no YAML has none', () => {
    expect(headingOf('title: [', [])).toBeUndefined()
  })
})
