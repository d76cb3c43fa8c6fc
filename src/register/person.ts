import type { PersonId, UnitId } from '../kernel/id.ts'
import { dayColumn, flag, id, monthColumn, oneOf, optional, type RowOf, text } from './columns.ts'
import { postKinds } from './quota.ts'

/** 法定退休类别: an attribute of the person (post kind), not derivable from sex. */
export const retirementCategories = {
  man: '男职工',
  woman55: '原55岁女职工',
  woman50: '原50岁女职工',
} as const
export type RetirementCategory = keyof typeof retirementCategories

const grades = ['一级', '二级', '三级', '四级', '五级'] as const
/** 一级至n级 of one title. */
const upTo = (last: number, title: string): string[] => grades.slice(0, last).map((grade) => grade + title)

/**
 * 职级 of all ladders: comprehensive management, administrative enforcement, specialists (公务员职务与职级并行规定（2019）
 * 第七条、第十一条); police (警员、警务技术职务序列); judges and procurators (单独职务序列) in a county.
 */
export const ranks: ReadonlySet<string> = new Set([
  ...upTo(2, '巡视员'),
  ...upTo(4, '调研员'),
  ...upTo(4, '主任科员'),
  ...upTo(2, '科员'),
  '督办',
  ...upTo(4, '高级主办'),
  ...upTo(4, '主办'),
  ...upTo(2, '行政执法员'),
  ...upTo(2, '总监'),
  ...upTo(4, '高级主管'),
  ...upTo(4, '主管'),
  '专业技术员',
  ...upTo(2, '警务专员'),
  ...upTo(4, '高级警长'),
  ...upTo(4, '警长'),
  ...upTo(2, '警员'),
  ...['总监', '主任', '主管'].flatMap((title) =>
    upTo(title === '总监' ? 2 : 4, title).map((rank) => `警务技术${rank}`),
  ),
  '警务技术员',
  ...upTo(4, '高级法官'),
  ...upTo(5, '法官'),
  ...upTo(4, '高级检察官'),
  ...upTo(5, '检察官'),
])

export const personColumns = {
  id: id<PersonId>('标识'),
  unit: id<UnitId>('所在单位'),
  section: optional(id('所在股室')),
  /** 占用编制: the kind of post the person fills. */
  postKind: oneOf('占用编制', postKinds),
  born: monthColumn('出生年月'),
  category: oneOf('退休类别', retirementCategories),
  enteredOn: monthColumn('参加工作年月'),
  /** 财政供养: paid from the budget, so counted in the support ratio. */
  supported: flag('财政供养'),
  /** 职级, in words of the ladder; empty for institution staff. */
  rank: optional(text('职级')),
  /** Where the person works while keeping post and pay: village, grid, secondment; empty otherwise. */
  assignment: optional(text('安置去向')),
} as const
/** 人员: an id and facts. Names and identity numbers live elsewhere, so that they can be erased. */
export type Person = RowOf<typeof personColumns>

/** 任职岗位. */
export const offices = {
  chief: '正职',
  executiveDeputy: '主持日常工作的副职',
  deputy: '副职',
  sectionHead: '股室负责人',
} as const
export type Office = keyof typeof offices

export const appointmentColumns = {
  id: id('标识'),
  person: id<PersonId>('人员'),
  unit: id<UnitId>('单位'),
  office: oneOf('职务', offices),
  title: text('职务名称'),
  /** 兼任: held beside another office. */
  concurrent: flag('兼任'),
  /** Whether a concurrent holder takes up one of the unit's leading posts: read off the document, not guessed. */
  occupiesPost: flag('占领导职数'),
  since: optional(dayColumn('任职日期')),
} as const
/** 任职: one person in one office of one unit. */
export type Appointment = RowOf<typeof appointmentColumns>
