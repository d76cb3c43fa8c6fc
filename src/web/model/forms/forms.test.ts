import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { day } from '../../../kernel/day.ts'
import { lineSpans, type WrittenLine } from '../../../reform/editing/line-spans.ts'
import { insertLine } from '../../../reform/editing/plan-edit.ts'
import { type OperationName, operationNamed, operations } from '../../../reform/operations/index.ts'
import { exampleCounty, examplePlan, planExamples } from '../../../reform/plan-examples.testing.ts'
import { readPlan } from '../../../reform/plan-file.ts'
import type { FormField, Path } from './field.ts'
import { formOf } from './form-fields.ts'
import { type Filling, valueIn, withValue } from './line-value.ts'
import { slug, takenIn } from './new-ids.ts'
import { groupsWith, operationGroups } from './operation-groups.ts'
import { trialOf } from './trial.ts'

const names = operations.map(({ name }) => name)
const exampleOf = (name: OperationName) => (parse(planExamples[name]) as WrittenLine[])[0] as WrittenLine

/** Every place of a line that a control of the form stands for, as somebody fills them in one after the other. */
const leavesOf = (fields: readonly FormField[], line: unknown, path: Path = []): Path[] =>
  fields.flatMap(({ key, control }): Path[] => {
    const here = [...path, key]
    const value = valueIn(line, here)
    if (value === undefined) return []
    if (control.kind === 'group') return leavesOf(control.fields, line, here)
    if (control.kind === 'list')
      return (value as unknown[]).flatMap((_, at) => leavesOf(control.fields, line, [...here, at]))
    return [here]
  })

describe.each(names)('the form of %s', (name) => {
  test('writes its example field by field, so that a plan file with it can be read', () => {
    const example = exampleOf(name)
    let filling: Filling = { op: example.op }
    for (const path of leavesOf(formOf(name), example))
      filling = withValue(filling, path, valueIn(example, path))

    expect(filling).toEqual(example)
    const text = insertLine(examplePlan('').replace('lines:\n', 'lines: []\n'), 1, filling as WrittenLine)
    expect(readPlan(text ?? '', 'example').findings).toEqual([])
    expect(lineSpans(text ?? '')?.map(({ value }) => value)).toEqual([example])
  })

  test('names every field in both languages and leaves no id without its table', () => {
    const words = (fields: readonly FormField[]): string[] =>
      fields.flatMap(({ label, control }) => [
        label.zh,
        label.en,
        ...('fields' in control ? words(control.fields) : []),
      ])

    for (const word of words(formOf(name))) expect(word.trim()).not.toBe('')
  })

  test('asks for what the operation cannot do without', () => {
    const trial = trialOf({
      filling: { op: name },
      register: exampleCounty(),
      isTaken: () => false,
      on: day('2020-12-01'),
    })
    const missing = new Set(trial?.remarks.filter(({ isMissing }) => isMissing).map(({ path }) => path[0]))
    const wanted = formOf(name).filter(
      ({ isRequired, control }) => isRequired && !(control.kind === 'id' && control.of.isNew),
    )

    expect(wanted.every(({ key }) => missing.has(key))).toBe(true)
    expect(wanted.every(({ isMore }) => !isMore)).toBe(true)
  })
})

test('every operation is in exactly one group and is found by its terms and its English name', () => {
  expect(operationGroups.flatMap((group) => group.operations.map(({ name }) => name)).sort()).toEqual(
    [...names].sort(),
  )
  for (const { name, terms } of operations) {
    const found = (words: string) =>
      groupsWith(words).flatMap((group) => group.operations.map((each) => each.name))
    expect(found(name)).toContain(name)
    for (const term of terms) expect(found(term)).toContain(name)
  }
  expect(groupsWith('no such thing')).toEqual([])
})

describe('what is filled in', () => {
  test('an emptied field is taken away, and the group with its last', () => {
    const line = { op: 'transfer-duty', to: 'a', dates: { duty: '2020-01-01' } }

    expect(withValue(line, ['dates', 'duty'], '')).toEqual({ op: 'transfer-duty', to: 'a' })
    expect(withValue(line, ['duties'], [])).toEqual(line)
  })

  test('what the form does not know stays, and stays in its place', () => {
    const before = { remark: 'kept', op: '更名', unit: 'water', name: '县水务局', nameEn: 'Water' }
    const trial = trialOf({
      filling: withValue(before, ['nameEn'], 'Water Bureau'),
      before,
      register: exampleCounty(),
      isTaken: () => false,
      on: day('2020-12-01'),
    })

    expect(Object.entries(trial?.line ?? {})).toEqual([
      ['remark', 'kept'],
      ['op', '更名'],
      ['unit', 'water'],
      ['name', '县水务局'],
      ['nameEn', 'Water Bureau'],
    ])
    expect(trial?.remarks.map(({ code, path }) => [code, path])).toEqual([['F04', ['remark']]])
  })

  test('a new line is written with its day second and its fields in the order of the form', () => {
    const trial = trialOf({
      filling: { op: 'merge-units', nameEn: 'B', name: '乙', on: '2021-01-01', units: ['land', 'water'] },
      register: exampleCounty(),
      isTaken: () => false,
      on: day('2021-01-01'),
    })

    expect(Object.keys(trial?.line ?? {})).toEqual(['op', 'on', 'units', 'name', 'nameEn', 'into'])
  })
})

describe('a line is tried before it is written', () => {
  const tried = (filling: Filling) =>
    trialOf({ filling, register: exampleCounty(), isTaken: () => false, on: day('2020-12-01') })

  test('it says its sentence and what it alone does to the counters', () => {
    const trial = tried({ op: 'absorb-unit', units: ['forestry'], into: 'land' })

    expect(trial?.sentence?.zh).toContain('并入')
    expect(trial?.changes.map(({ id, before, after }) => [id, after - before])).toContainEqual(['organs', -1])
  })

  test('a refusal is said at the field that it is about', () => {
    const trial = tried({ op: 'absorb-unit', units: ['forestry', 'nowhere'], into: 'land' })

    expect(trial?.remarks.map(({ code, path }) => [code, path])).toEqual([['U01', ['units', 1]]])
    expect(trial?.changes).toEqual([])
  })

  test('a date that nobody keeps is said at its field, and not as a missing one', () => {
    const trial = tried({ op: 'transfer-duty', to: 'land', dates: { duty: '2020-02-31' } })

    expect(trial?.isReadable).toBe(false)
    expect(trial?.remarks.map(({ path, isMissing }) => [path, isMissing])).toEqual([
      [['dates', 'duty'], false],
    ])
  })
})

describe('ids of new things', () => {
  const isTaken = takenIn([exampleCounty()], [{ into: 'water-affairs' }])

  test('come from the English name and are free in register and plan', () => {
    const idFor = (nameEn: string) =>
      trialOf({
        filling: { op: 'merge-units', units: ['land', 'water'], name: '县局', nameEn },
        register: exampleCounty(),
        isTaken,
        on: day('2020-12-01'),
      })?.line.into

    expect(idFor('Hequ County Bureau of Planning and Natural Resources')).toBe('planning-natural-resources')
    expect(idFor('Land')).toBe('land-2')
    expect(idFor('Water Affairs')).toBe('water-affairs-2')
    expect(idFor('局')).toBe('new-unit')
  })

  test('two parts of one line never get the same', () => {
    const trial = trialOf({
      filling: {
        op: 'split-unit',
        unit: 'land',
        into: [
          { name: '甲', nameEn: 'Part' },
          { name: '乙', nameEn: 'Part' },
        ],
      },
      register: exampleCounty(),
      isTaken,
      on: day('2020-12-01'),
    })

    expect(trial?.line.into).toMatchObject([{ unit: 'part' }, { unit: 'part-2' }])
  })

  test('are short and plain', () => {
    expect(slug('The Office of the Party Committee')).toBe('party-committee')
    expect(slug('Office')).toBe('office')
  })
})

test('every example is of its operation', () => {
  for (const name of names) expect(operationNamed(exampleOf(name).op)?.name).toBe(name)
})

test('every line of the plan of a county can be written field by field in its form', () => {
  const folder = join(import.meta.dirname, '../../../../counties/hequ')
  const text = readFileSync(join(folder, '2020-reform.plan.yaml'), 'utf8')
  const lines = lineSpans(text)?.flatMap(({ value }) => value ?? []) ?? []
  const rewritten = lines.map((line) => {
    const form = formOf(operationNamed(line.op)?.name as OperationName)
    let filling: Filling = { op: line.op }
    for (const path of leavesOf(form, line)) filling = withValue(filling, path, valueIn(line, path))
    return filling
  })

  expect(lines.length).toBeGreaterThan(500)
  expect(rewritten).toEqual(lines)
})
