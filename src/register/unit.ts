import type { UnitId } from '../kernel/id.ts'
import { dayColumn, flag, id, ids, oneOf, optional, type RowOf, text, whole } from './columns.ts'

/** 机构类别. `upperBureau` (上级对口部门) and `leadership` (县级领导) are in the register, outside any count. */
export const unitKinds = {
  partyOrgan: '党委机构',
  governmentDepartment: '政府部门',
  massOrganisation: '群团组织',
  publicInstitution: '事业单位',
  township: '乡镇',
  enterprise: '企业',
  leadership: '县级领导',
  upperBureau: '上级部门',
  assetPool: '资产池',
} as const
export type UnitKind = keyof typeof unitKinds

/** 机构规格. */
export const grades = {
  division: '正处级',
  deputyDivision: '副处级',
  section: '正科级',
  deputySection: '副科级',
  subsection: '股级',
  none: '无规格',
} as const
export type Grade = keyof typeof grades

/** 管理体制: who manages the body and its cadres. */
export const managements = { territorial: '属地管理', vertical: '垂直管理', dual: '双重管理' } as const
export type Management = keyof typeof managements

/** 经费形式. */
export const fundings = { full: '财政拨款', partial: '财政补助', self: '经费自理', none: '无' } as const
export type Funding = keyof typeof fundings

/** What a unit counts towards: the cap on organs (机构限额), the institutions in the reform (涉改事业单位), or nothing. */
export const countings = { organ: '党政机构限额', reformInstitution: '涉改事业单位', none: '不计' } as const
export type Counting = keyof typeof countings

export const unitColumns = {
  id: id<UnitId>('标识'),
  /** Legal or register code; unlike the id it may change (re-code) and be used again. */
  code: optional(text('机构代码')),
  name: text('名称'),
  nameEn: text('英文名称'),
  short: text('简称'),
  shortEn: text('英文简称'),
  kind: oneOf('类别', unitKinds),
  grade: oneOf('机构规格', grades),
  /** 举办单位 of an institution, or the body one level up. */
  sponsor: optional(id<UnitId>('举办单位')),
  management: oneOf('管理体制', managements),
  funding: oneOf('经费形式', fundings),
  counts: oneOf('计入', countings),
  /** Why it counts or does not; a count nobody can audit is worth nothing. */
  countReason: text('计数理由'),
  /** 直属事业单位: directly under the county committee or government. */
  direct: flag('县直属'),
  /** 合署办公: the host whose single staff body this unit shares; a guest is not counted as an organ. */
  coLocatedWith: optional(id<UnitId>('合署于')),
  /** Official order in lists and drawings. */
  order: whole('次序'),
  openedOn: optional(dayColumn('设立日期')),
  closedOn: optional(dayColumn('撤销日期')),
  /** 承继单位: who carries on, set by the operation that closed it; empty while open. */
  supersededBy: optional(ids<UnitId>('承继单位')),
} as const

/** 机构/单位: a body with a permanent identity. Closed units stay in the register with `closedOn` set. */
export type Unit = Omit<RowOf<typeof unitColumns>, 'supersededBy'> & {
  readonly supersededBy?: readonly UnitId[] | undefined
  /** Attributes of a foreign register that the model does not know; carried through unchanged. */
  readonly attributes?: Readonly<Record<string, unknown>>
}

export const nameplateColumns = {
  id: id('标识'),
  unit: id<UnitId>('单位'),
  name: text('牌子名称'),
  nameEn: text('英文名称'),
  since: optional(dayColumn('加挂日期')),
} as const
/** 牌子: an outward name of a unit. It has no posts, no code and no legal person, and counts as nothing. */
export type Nameplate = RowOf<typeof nameplateColumns>

export const sectionColumns = {
  id: id('标识'),
  unit: id<UnitId>('单位'),
  name: text('名称'),
  nameEn: text('英文名称'),
  posts: whole('编制'),
} as const
/** 内设机构（股室）: an internal section; no legal person of its own. */
export type Section = RowOf<typeof sectionColumns>

export const isOpen = (unit: Unit): boolean => unit.closedOn === undefined
