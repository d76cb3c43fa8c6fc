import type { UnitId } from '../kernel/id.ts'
import { dayColumn, id, optional, type RowOf, text } from './columns.ts'

export const countyColumns = {
  id: id('标识'),
  code: text('行政区划代码'),
  name: text('名称'),
  nameEn: text('英文名称'),
  province: id('省级规则'),
  /** The day that the tables describe. */
  baselineOn: dayColumn('基准日'),
  /** The merged department whose load the county follows; empty when there is none. */
  superBureau: optional(id<UnitId>('重点关注部门')),
  /** The internal section of it that faces the bureaus above. */
  superSection: optional(id('重点关注股室')),
} as const
/** 县. Population, area and revenue are sums of rows elsewhere, never fields here. */
export type County = RowOf<typeof countyColumns>
