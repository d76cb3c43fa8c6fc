import type { Day } from '../../kernel/day.ts'
import { ratio, rounded } from '../../kernel/ratio.ts'
import { number, say } from '../../kernel/text.ts'
import { headcount, heirOf, postsOf, reformInstitutions, sum } from '../../register/queries.ts'
import { type Computed, defineFigure, type FigureRow, type Sources } from '../figure.ts'
import { type Change, supportedOn } from '../path.ts'
import { areaRows, rowOf, summed, unitRow, unknown } from '../rows.ts'

/** Staff of the reformed institutions, by the unit that carries on, against the institution posts it keeps. */
const surplusRows = ({ before, after }: Sources): FigureRow[] => {
  const arriving = new Map<string, number>()
  for (const unit of reformInstitutions(before)) {
    const heir = heirOf(after, unit.id)
    arriving.set(heir, (arriving.get(heir) ?? 0) + headcount(before, unit.id, 'institution'))
  }
  return [...arriving].flatMap(([id, people]) => {
    const unit = after.units.get(id)
    // The staff of a unit that became an enterprise have left the establishment: they are beyond no post.
    if (unit === undefined || unit.kind === 'enterprise') return []
    const over = people - postsOf(after, unit.id, 'institution')
    return over > 0 ? [unitRow(unit, over)] : []
  })
}

/** One person who has left (−1) or come (+1), with the day. */
export const changeRow = (change: Change): FigureRow =>
  change.kind === 'entered'
    ? {
        at: `movements:${change.movement.id}`,
        label: say(`${change.on} 进`, `${change.on} entered`),
        value: 1,
      }
    : {
        at: `people:${change.person.id}`,
        label:
          change.kind === 'retired'
            ? say(`${change.on} 退休`, `${change.on} retired`)
            : say(`${change.on} 离开`, `${change.on} left`),
        value: -1,
      }

/** 财政供养人员 on any day: the people of the baseline, and one row for each who has left or come since. */
export const supportedStaffOn = (sources: Sources, on: Day): Computed => {
  const { county } = sources.before
  const { count, changes } = supportedOn(sources, on)
  const start = count - changes.reduce((total, change) => total + (change.kind === 'entered' ? 1 : -1), 0)
  const tally = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length
  return {
    value: count,
    rows: [
      {
        at: `county:${county.id}`,
        label: say(`${county.baselineOn} 基准日`, `${county.baselineOn} baseline`),
        value: start,
      },
      ...changes.map(changeRow),
    ],
    formula: say(
      `${number(start)} − 退休${number(tally('retired'))} − 其他离开${number(tally('left'))} + 进入${number(tally('entered'))} = ${number(count)}人`,
      `${number(start)} − ${number(tally('retired'))} retired − ${number(tally('left'))} left otherwise + ${number(tally('entered'))} entered = ${number(count)} people`,
    ),
  }
}

/** 财政供养比 on any day: residents to each person paid from the budget; unknown without either. */
export const supportRatioOn = (sources: Sources, on: Day): Computed => {
  const residents = sum(sources.evidence.areas, (area) => area.population)
  const staff = supportedOn(sources, on)
  if (residents === 0 || staff.count === 0) return unknown
  const { of, to } = ratio(residents, staff.count)
  return {
    value: rounded(of / to, 4),
    rows: [...areaRows(sources, (area) => area.population), ...staff.changes.map(changeRow)],
    formula: say(
      `${number(of)}人 ÷ ${number(to)}人 = ${rounded(of / to, 2)}`,
      `${number(of)} residents ÷ ${number(to)} supported people = ${rounded(of / to, 2)}`,
    ),
  }
}

export const people = [
  defineFigure({
    id: 'surplusStaff',
    label: say('超编事业人员', 'Staff beyond the posts'),
    unit: 'people',
    definition: say(
      '改革前涉改事业单位人员，按承继单位归集，超过其保留的事业编制的部分',
      'Staff of the reformed institutions, gathered by the unit that carries on, in excess of the posts it keeps',
    ),
    compute: (sources) => summed(surplusRows(sources), say('人', 'people')),
  }),
  defineFigure({
    id: 'vacantPostsBefore',
    label: say('改革前空编', 'Vacant posts before the reform'),
    unit: 'posts',
    definition: say(
      '涉改事业单位的事业编制减实有人数',
      'Institution posts less people present, in the reformed institutions',
    ),
    compute: ({ before }) =>
      summed(
        reformInstitutions(before)
          .map((unit) =>
            unitRow(
              unit,
              postsOf(before, unit.id, 'institution') - headcount(before, unit.id, 'institution'),
            ),
          )
          .filter((row) => row.value !== 0),
        say('名', 'posts'),
      ),
  }),
  defineFigure({
    id: 'supportedStaff.before',
    label: say('财政供养人员（改革前）', 'Fiscally supported people, before the reform'),
    unit: 'people',
    definition: say(
      '基准日由财政供养的在编人员，已到法定退休年龄的除外',
      'People paid from the budget on the baseline day, without those past the statutory retirement age',
    ),
    compute: (sources) => {
      const { baselineOn } = sources.before.county
      const listed = [...sources.before.people.values()].filter((person) => person.supported)
      const gone = supportedOn(sources, baselineOn).changes.map(changeRow)
      return summed([...listed.map((person) => rowOf('people', person)), ...gone], say('人', 'people'))
    },
  }),
  defineFigure({
    id: 'supportedStaff.target',
    label: say('财政供养人员（期末，预测）', 'Fiscally supported people at the end (forecast)'),
    unit: 'people',
    definition: say(
      '方案期满之日：按法定退休年龄逐人计算退休，加上有日期的其他进出',
      'On the day the plan completes: retirements computed person by person from the law, with the other dated exits and entries',
    ),
    compute: (sources) => supportedStaffOn(sources, sources.plan.completesOn),
  }),
  defineFigure({
    id: 'ratio.before',
    label: say('财政供养比（改革前）', 'Residents per supported person, before'),
    unit: 'ratio',
    definition: say(
      '常住人口 ÷ 基准日财政供养人员',
      'Residents ÷ people paid from the budget on the baseline day',
    ),
    compute: (sources) => supportRatioOn(sources, sources.before.county.baselineOn),
  }),
  defineFigure({
    id: 'ratio.after',
    label: say('财政供养比（期末，预测）', 'Residents per supported person at the end (forecast)'),
    unit: 'ratio',
    definition: say(
      '常住人口 ÷ 方案期满之日财政供养人员；来自人员离开，不是机构合并的直接结果',
      'Residents ÷ people paid from the budget when the plan completes; it comes from people leaving, not from the mergers themselves',
    ),
    compute: (sources) => supportRatioOn(sources, sources.plan.completesOn),
  }),
]
