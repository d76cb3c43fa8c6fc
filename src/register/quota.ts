import type { UnitId } from '../kernel/id.ts'
import { id, oneOf, type RowOf, whole } from './columns.ts'

/** 编制类别; kinds are never mixed (地方各级人民政府机构设置和编制管理条例 art. 15). */
export const postKinds = {
  administrative: '行政编制',
  politicalLegal: '政法专项编制',
  institution: '事业编制',
  support: '工勤编制',
} as const
export type PostKind = keyof typeof postKinds
/** The kinds in English, as they stand before “posts”. */
export const postKindsEn: Readonly<Record<PostKind, string>> = {
  administrative: 'administrative',
  politicalLegal: 'political-legal',
  institution: 'institution',
  support: 'support-staff',
}

export const quotaColumns = {
  id: id('标识'),
  unit: id<UnitId>('单位'),
  kind: oneOf('编制类别', postKinds),
  posts: whole('编制数'),
} as const
/** 编制数: authorised posts of one kind in one unit. A number, not people; id is `unit/kind`. */
export type Quota = RowOf<typeof quotaColumns>
export const quotaId = (unit: string, kind: PostKind) => `${unit}/${kind}`

/** 领导职数 by level. `chief` 正职, `deputy` 副职. */
export const leadingLevels = { chief: '正职', deputy: '副职' } as const
export type LeadingLevel = keyof typeof leadingLevels

export const leadershipColumns = {
  id: id('标识'),
  unit: id<UnitId>('单位'),
  level: oneOf('层次', leadingLevels),
  posts: whole('领导职数'),
} as const
/** 领导职数: authorised leading posts of one level in one unit; id is `unit/level`. */
export type Leadership = RowOf<typeof leadershipColumns>
export const leadershipId = (unit: string, level: LeadingLevel) => `${unit}/${level}`
