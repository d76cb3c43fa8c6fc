import type { UnitId } from '../kernel/id.ts'
import { dayColumn, id, oneOf, optional, type RowOf, text, whole } from './columns.ts'

/** 用房性质. `released`: vacated for other use. */
export const premisesUses = { office: '办公用房', service: '服务用房', technical: '业务用房' } as const

export const premisesColumns = {
  id: id('标识'),
  unit: id<UnitId>('使用单位'),
  building: text('楼宇'),
  room: text('房间'),
  areaM2: whole('面积平方米'),
  use: oneOf('用途', premisesUses),
} as const
/** 用房: one room or floor in use by one unit. */
export type Premises = RowOf<typeof premisesColumns>

/** 预算科目: `operatingFixed` is the running cost a unit has because it exists, `operatingPerHead` because of its people. */
export const budgetItems = {
  operatingFixed: '公用经费（机构定额）',
  operatingPerHead: '公用经费（按人）',
  staff: '人员经费',
} as const
export type BudgetItem = keyof typeof budgetItems

export const budgetColumns = {
  id: id('标识'),
  unit: id<UnitId>('预算单位'),
  item: oneOf('科目', budgetItems),
  name: text('名称'),
  amountYuan: whole('年度金额元'),
} as const
/** 预算项: a yearly expenditure line of a unit, in whole yuan. */
export type BudgetLine = RowOf<typeof budgetColumns>

export const archiveColumns = {
  id: id('标识'),
  unit: id<UnitId>('保管单位'),
  name: text('全宗/类别'),
  volumes: whole('卷数'),
} as const
/** 档案: a file series in a unit's keeping. */
export type Archive = RowOf<typeof archiveColumns>

/** `inUse` 使用中, `surrendered` 已缴销 (国务院印章规定 1999 art. 24: on dissolution a seal is surrendered). */
export const sealStates = { inUse: '使用中', surrendered: '已缴销' } as const

export const sealColumns = {
  id: id('标识'),
  unit: id<UnitId>('保管单位'),
  name: text('印文'),
  state: oneOf('状态', sealStates),
} as const
/** 印章. */
export type Seal = RowOf<typeof sealColumns>

export const contractColumns = {
  id: id('标识'),
  unit: id<UnitId>('签约单位'),
  name: text('合同或债权债务'),
  amountYuan: whole('金额元'),
  endsOn: optional(dayColumn('到期日')),
} as const
/** 合同与债权债务: goes on against whoever carries on the unit's duties (优化营商环境条例 art. 31). */
export type Contract = RowOf<typeof contractColumns>
