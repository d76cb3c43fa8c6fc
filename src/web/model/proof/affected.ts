import { number, say, type Text } from '../../../kernel/text.ts'
import type { Figure } from '../../../ledger/figure.ts'
import { unitRow } from '../../../ledger/rows.ts'
import { openUnits, shortNameOf } from '../../../register/queries.ts'
import type { HeldName } from '../../../register/register.ts'
import { isOpen } from '../../../register/unit.ts'
import { type Opened, type OpenedRow, openedFigure } from '../opened.ts'
import type { MatrixRow } from './matrix.ts'
import type { Column } from './matrix-cells.ts'
import { namer, type Proof } from './things.ts'

/**
 * 涉及谁: people, posts and things that the plan touches, each with its rows; what the county does not keep is left out.
 * Figures of the ledger where there is one, else cells of the matrix, else asked of the two registers.
 */
export const affectedBy = (
  proof: Proof,
  figures: readonly Figure[],
  matrix: readonly MatrixRow[],
): Opened[] => {
  const figure = (id: string): Opened | undefined => {
    const found = figures.find((each) => each.id === id)
    return found?.computed === undefined ? undefined : openedFigure(found)
  }
  const cell = (id: HeldName, column: Column, label: Text): Opened | undefined => {
    const opened = matrix.find((row) => row.id === id)?.cells[column]
    return opened && { ...opened, id: `affected.${opened.id}`, label, ...turned(opened) }
  }
  return [
    figure('surplusStaff'),
    stepDown(proof),
    figure('resignedLeaders'),
    cell('people', 'in', say('换单位的人员', 'People with another unit')),
    cell('appointments', 'ended', say('终止的任职', 'Appointments that end')),
    cell('leadership', 'ended', say('核减的领导职数', 'Leading posts cut')),
    unitsClosed(proof),
    cell('duties', 'in', say('换承担单位的职责', 'Duties with another unit')),
    sealsReplaced(proof),
    cell('contracts', 'in', say('换签约单位的合同', 'Contracts with another party')),
    cell('archives', 'in', say('换保管单位的档案', 'File series with another keeper')),
    figure('officeAreaVacated'),
  ].filter((opened) => opened !== undefined)
}

/** What ended stands negative in the matrix; here it is a number of things. */
const turned = ({ value = 0, rows, formula }: Opened): Pick<Opened, 'value' | 'rows' | 'formula'> => {
  if (value >= 0) return { value, rows, formula }
  const positive = rows.map((row) => ({ ...row, value: -row.value }))
  return { value: -value, rows: positive, formula: summedText(positive.length, -value) }
}

const summedText = (rows: number, value: number): Text =>
  say(`${number(rows)} 行合计 = ${number(value)}`, `sum of ${number(rows)} rows = ${number(value)}`)

/** 退出领导岗位: whoever led a unit before the plan and leads none after it. */
const stepDown = (proof: Proof): Opened => {
  const { before, after } = proof
  const named = namer(proof)
  const leads = (person: string) =>
    after.appointments.linkedTo(person).some(({ office }) => office !== 'sectionHead')
  const seen = new Set<string>()
  const rows: OpenedRow[] = []
  for (const row of before.appointments.values()) {
    if (row.office === 'sectionHead' || seen.has(row.person) || leads(row.person)) continue
    seen.add(row.person)
    rows.push(named('appointments', row, { value: 1, from: row.unit }))
  }
  return {
    id: 'affected.stepDown',
    label: say('不再担任领导职务的人员', 'Leaders who lead no unit afterwards'),
    unit: 'people',
    value: rows.length,
    definition: say(
      '改革前任单位领导职务（股室负责人除外）、改革后不再任的人员，按人计一次',
      'People who held a leading office of a unit before the plan (heads of sections aside) and hold none after it, each counted once',
    ),
    formula: summedText(rows.length, rows.length),
    rows,
  }
}

/** 撤并的单位: open before the plan and closed after it, with whoever carries on. */
const unitsClosed = ({ before, after }: Proof): Opened => {
  const rows = openUnits(before).flatMap((unit): OpenedRow[] => {
    const now = after.units.get(unit.id)
    if (now === undefined || isOpen(now)) return []
    const [heir] = now.supersededBy ?? []
    return [{ ...unitRow(unit), to: heir === undefined ? undefined : shortNameOf(after, heir) }]
  })
  return {
    id: 'affected.closed',
    label: say('撤并的单位', 'Units that close'),
    unit: 'units',
    value: rows.length,
    definition: say(
      '改革前存续、改革后已撤销的单位，及其承继单位',
      'Units open before the plan and closed after it, with whoever carries on',
    ),
    formula: summedText(rows.length, rows.length),
    rows,
  }
}

/** 更换的印章: in use before the plan, surrendered by it. */
const sealsReplaced = (proof: Proof): Opened | undefined => {
  const { before, after } = proof
  if (before.seals.size === 0) return undefined
  const named = namer(proof)
  const rows = [...before.seals.values()].flatMap((seal) => {
    const now = after.seals.get(seal.id)
    return seal.state === 'inUse' && now?.state === 'surrendered'
      ? [named('seals', seal, { value: 1, from: seal.unit, to: now.unit })]
      : []
  })
  return {
    id: 'affected.seals',
    label: say('缴销的印章', 'Seals surrendered'),
    unit: 'units',
    measure: say('枚', 'seals'),
    value: rows.length,
    definition: say(
      '改革前使用中、方案收缴的印章；从原单位交到收缴单位',
      'Seals in use before the plan that it has surrendered; from the unit to whoever keeps them',
    ),
    formula: summedText(rows.length, rows.length),
    rows,
  }
}
