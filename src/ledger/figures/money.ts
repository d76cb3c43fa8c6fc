import { type Day, yearOf } from '../../kernel/day.ts'
import { rounded } from '../../kernel/ratio.ts'
import { number, say } from '../../kernel/text.ts'
import type { BudgetLine } from '../../register/holdings.ts'
import { postsOf, reformInstitutions, sum } from '../../register/queries.ts'
import type { Register } from '../../register/register.ts'
import { type Computed, defineFigure, type FigureRow, type Sources } from '../figure.ts'
import { supportedOn } from '../path.ts'
import { rowOf, unitRow, unknown } from '../rows.ts'

const isOperating = (line: BudgetLine) => line.item !== 'staff'
const operating = (register: Register): BudgetLine[] => [...register.budget.values()].filter(isOperating)

/** 公用经费 a year before less after, in yuan: the lines that ended, less any that began. */
export const operatingSaving = ({ before, after }: Sources): Computed => {
  const [was, is] = [operating(before), operating(after)]
  if (was.length === 0) return unknown
  const rows: FigureRow[] = [
    ...was
      .filter((line) => after.budget.get(line.id)?.amountYuan !== line.amountYuan)
      .map((line) => rowOf('budget', line, line.amountYuan - (after.budget.get(line.id)?.amountYuan ?? 0))),
    ...is
      .filter((line) => !before.budget.has(line.id))
      .map((line) => rowOf('budget', line, -line.amountYuan)),
  ]
  const [from, to] = [sum(was, (line) => line.amountYuan), sum(is, (line) => line.amountYuan)]
  return {
    value: from - to,
    rows,
    formula: say(
      `${number(from)} − ${number(to)} = ${number(from - to)}元`,
      `${number(from)} − ${number(to)} = ¥${number(from - to)}`,
    ),
  }
}

/** Yearly cost of one institution post in yuan: staff budget of the reformed institutions ÷ their posts, before the reform. */
export const costPerPost = ({
  before,
}: Sources): { yuan: number; staff: number; posts: number; rows: FigureRow[] } => {
  const rows = reformInstitutions(before).map((unit) =>
    unitRow(
      unit,
      sum(
        before.budget.heldBy(unit.id).filter((line) => line.item === 'staff'),
        (line) => line.amountYuan,
      ),
    ),
  )
  const staff = sum(rows, (row) => row.value)
  const posts = sum(reformInstitutions(before), (unit) => postsOf(before, unit.id, 'institution'))
  return { yuan: posts === 0 ? 0 : staff / posts, staff, posts, rows }
}

const postsCut = ({ before, after }: Sources): number =>
  sum(reformInstitutions(before), (unit) => postsOf(before, unit.id, 'institution')) -
  sum(reformInstitutions(after), (unit) => postsOf(after, unit.id, 'institution'))

/** 名义节约: posts cut × the yearly cost of a post, in yuan; unknown without posts or a staff budget. */
export const nominal = (sources: Sources): Computed => {
  const { yuan, rows, staff, posts } = costPerPost(sources)
  if (posts === 0 || staff === 0) return unknown
  const cut = postsCut(sources)
  return {
    value: Math.round(cut * yuan),
    rows,
    formula: say(
      `核减编制${number(cut)}名 ×（人员经费${number(staff)}元 ÷ 编制${number(posts)}名 = ${number(rounded(yuan, 2))}元）= ${number(Math.round(cut * yuan))}元`,
      `${number(cut)} posts cut × (staff budget ¥${number(staff)} ÷ ${number(posts)} posts = ¥${number(rounded(yuan, 2))}) = ¥${number(Math.round(cut * yuan))}`,
    ),
  }
}

/** People who have really left by a day (net of entries), times the yearly cost of a post, in yuan; unknown as above. */
export const cash = (sources: Sources, on: Day): Computed => {
  const { yuan, rows, posts, staff } = costPerPost(sources)
  if (posts === 0 || staff === 0) return unknown
  const { baselineOn } = sources.before.county
  const left = supportedOn(sources, baselineOn).count - supportedOn(sources, on).count
  return {
    value: Math.round(left * yuan),
    rows,
    formula: say(
      `至${on}净减少${number(left)}人 × ${number(rounded(yuan, 2))}元 = ${number(Math.round(left * yuan))}元`,
      `${number(left)} people fewer by ${on} × ¥${number(rounded(yuan, 2))} = ¥${number(Math.round(left * yuan))}`,
    ),
  }
}

/** The last day of the first full calendar year after the plan takes effect. */
const firstYearEnd = ({ plan }: Sources) => `${yearOf(plan.effectiveOn) + 1}-12-31` as Day

/** 一般公共预算收入 of the latest year on record: one row a source, in yuan. */
export const latestRevenue = ({ evidence }: Sources) => {
  const year = Math.max(...evidence.revenue.map((row) => row.year))
  return evidence.revenue.filter((row) => row.year === year)
}

/** A share in percent with four decimals, with the rows of the denominator. */
const share = (of: Computed, total: number, rows: readonly FigureRow[]): Computed =>
  of.value === undefined || total === 0
    ? unknown
    : {
        value: rounded((of.value / total) * 100, 4),
        rows,
        formula: say(
          `${number(of.value)} ÷ ${number(total)} = ${rounded((of.value / total) * 100, 2)}%`,
          `${number(of.value)} ÷ ${number(total)} = ${rounded((of.value / total) * 100, 2)}%`,
        ),
      }

export const money = [
  defineFigure({
    id: 'operatingSaving.yuan',
    label: say('公用经费年减少', 'Operating cost saved a year'),
    unit: 'yuan',
    definition: say(
      '改革前各单位公用经费之和减改革后之和',
      'Operating budget of all units before, less after',
    ),
    compute: operatingSaving,
  }),
  defineFigure({
    id: 'operatingSaving.share',
    label: say('公用经费下降', 'Operating cost saved, share'),
    unit: 'percent',
    definition: say('公用经费减少额 ÷ 改革前公用经费', 'Operating cost saved ÷ operating budget before'),
    compute: (sources) => {
      const rows = operating(sources.before).map((line) => rowOf('budget', line, line.amountYuan))
      return share(
        operatingSaving(sources),
        sum(rows, (row) => row.value),
        rows,
      )
    },
  }),
  defineFigure({
    id: 'staffSaving.nominalYuan',
    label: say('人员经费年减少：名义（按编制）', 'Staff cost saved a year: nominal, on posts'),
    unit: 'yuan',
    definition: say(
      '核减的事业编制 × 每名编制年均人员经费；其中一部分编制本来空着，人员也未离开，不是现金',
      'Institution posts cut × yearly staff cost of a post; part of the posts were vacant and nobody has left, so it is not cash',
    ),
    compute: nominal,
  }),
  defineFigure({
    id: 'staffSaving.realisedYuan',
    label: say(
      '人员经费年减少：首个完整年度实现',
      'Staff cost saved a year: realised in the first full year',
    ),
    unit: 'yuan',
    definition: say(
      '生效后首个完整年度末净减少的财政供养人员 × 每名编制年均人员经费',
      'Supported people fewer by the end of the first full year × yearly staff cost of a post',
    ),
    compute: (sources) => cash(sources, firstYearEnd(sources)),
  }),
  defineFigure({
    id: 'staffSaving.steadyYuan',
    label: say(
      '人员经费年减少：稳态（人真正离开后）',
      'Staff cost saved a year: steady state, once people have left',
    ),
    unit: 'yuan',
    definition: say(
      '方案期满时净减少的财政供养人员 × 每名编制年均人员经费',
      'Supported people fewer when the plan completes × yearly staff cost of a post',
    ),
    compute: (sources) => cash(sources, sources.plan.completesOn),
  }),
  defineFigure({
    id: 'staffSaving.shareOfRevenue',
    label: say('名义节约占一般公共预算收入', 'Nominal saving as a share of general public revenue'),
    unit: 'percent',
    definition: say(
      '名义人员经费节约 ÷ 最近年度一般公共预算收入',
      'Nominal staff saving ÷ general public budget revenue of the latest year',
    ),
    compute: (sources) => {
      const rows = latestRevenue(sources).map((row) => ({
        at: `revenue:${row.id}`,
        label: say(row.name, row.name),
        value: row.amountYuan,
      }))
      return share(
        nominal(sources),
        sum(rows, (row) => row.value),
        rows,
      )
    },
  }),
  defineFigure({
    id: 'officeAreaVacated',
    label: say('腾出办公用房', 'Office area vacated'),
    unit: 'm2',
    definition: say(
      '方案划入资产池的办公用房面积',
      'Area of the office rooms that the plan hands to the asset pool',
    ),
    compute: ({ before, after }) => {
      const pools = [...after.units.values()].filter((unit) => unit.kind === 'assetPool')
      const rooms = pools
        .flatMap((pool) => after.premises.heldBy(pool.id))
        .filter((room) => room.use === 'office' && before.premises.get(room.id)?.unit !== room.unit)
      if (before.premises.size === 0) return unknown
      const rows = rooms.map((room) => ({
        at: `premises:${room.id}`,
        label: say(`${room.building}${room.room}`, `${room.building} ${room.room}`),
        value: room.areaM2,
      }))
      const total = sum(rows, (row) => row.value)
      return {
        value: total,
        rows,
        formula: say(
          `${rows.length}处合计 = ${number(total)}平方米`,
          `${rows.length} rooms = ${number(total)} m²`,
        ),
      }
    },
  }),
]
