import type { DutyId, UnitId } from '../kernel/id.ts'
import { flag, id, oneOf, optional, type RowOf, text } from './columns.ts'

/** 权力类型: the ten kinds of the list of powers and responsibilities, and plain public service. */
export const powers = {
  licence: '行政许可',
  penalty: '行政处罚',
  coercion: '行政强制',
  levy: '行政征收',
  payment: '行政给付',
  inspection: '行政检查',
  confirmation: '行政确认',
  reward: '行政奖励',
  ruling: '行政裁决',
  other: '其他职权',
  service: '公共服务',
} as const
export type Power = keyof typeof powers

export const dutyColumns = {
  id: id<DutyId>('标识'),
  unit: id<UnitId>('承担单位'),
  section: optional(id('承担股室')),
  name: text('职责'),
  nameEn: text('英文'),
  /** 事项类别: "one category of matters under one department" is judged by it. */
  category: text('事项类别'),
  power: oneOf('权力类型', powers),
  statutory: flag('法定职责'),
  basis: text('设定依据'),
  /** 上级对口部门 that this duty answers to. */
  counterpart: optional(id<UnitId>('对口上级部门')),
} as const
/** 职责: what a unit must do. Exactly one unit holds it on any day. */
export type Duty = RowOf<typeof dutyColumns>
