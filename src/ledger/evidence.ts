import type { PersonId, UnitId } from '../kernel/id.ts'
import { say } from '../kernel/text.ts'
import {
  CellProblem,
  type Column,
  type Columns,
  dayColumn,
  decimal,
  flag,
  id,
  oneOf,
  optional,
  type RowOf,
  text,
  whole,
} from '../register/columns.ts'

/** 乡镇基本情况: one row a town (镇) or township (乡). County population and area are sums of these rows. */
export const areaColumns = {
  id: id('标识'),
  unit: id<UnitId>('乡镇'),
  form: oneOf('建制', { town: '镇', township: '乡' }),
  population: whole('常住人口'),
  areaKm2: whole('面积平方公里'),
} as const
export type Area = RowOf<typeof areaColumns>

const year = (zh: string): Column<number> => ({
  zh,
  optional: false,
  read: (cell) =>
    /^(?:19|20)\d\d$/.test(cell)
      ? Number(cell)
      : new CellProblem(say(`“${cell}”不是年度（如2020）`, `“${cell}” is not a year such as 2020`)),
})

/** 一般公共预算收入, one row a year and source. */
export const revenueColumns = {
  id: id('标识'),
  year: year('年度'),
  name: text('收入项目'),
  amountYuan: whole('金额元'),
} as const
export type Revenue = RowOf<typeof revenueColumns>

/** Exits name the person; entries bring one in. Retirement is not listed: it is computed from the law. */
export const movementKinds = {
  transferOut: '调出',
  resignation: '辞职',
  death: '死亡',
  toEnterprise: '转企',
  recruitment: '招录',
  transferIn: '调入',
} as const
export type MovementKind = keyof typeof movementKinds

/** 人员进出: one row a person, on the day it takes effect. */
export const movementColumns = {
  id: id('标识'),
  on: dayColumn('生效日期'),
  kind: oneOf('类型', movementKinds),
  person: optional(id<PersonId>('人员')),
} as const
export type Movement = RowOf<typeof movementColumns>

export const eventKinds = {
  leadingGroupMeeting: '领导小组会议',
  officeMeeting: '办公室会议',
  problemSolved: '研究解决问题',
  opinion: '意见建议',
  consultation: '征求意见',
  analysisReport: '分析报告',
  demonstration: '论证成果',
  talk: '谈心谈话',
  leaderResigned: '主动辞去领导职务',
  promotion: '提拔重用',
  unitCommended: '表彰先进单位',
  cadreCommended: '表彰优秀干部',
  headRemoved: '免去一把手',
  deputyRemoved: '免去副职',
  partyGroupMeeting: '党组会议',
} as const
export type EventKind = keyof typeof eventKinds

/** 改革大事: dated events. `people` counts person-times; most events have 1. */
export const eventColumns = {
  id: id('标识'),
  on: dayColumn('日期'),
  kind: oneOf('类型', eventKinds),
  unit: optional(id<UnitId>('单位')),
  people: whole('人次', 1),
  note: text('内容'),
  noteEn: text('英文内容'),
} as const
export type CountyEvent = RowOf<typeof eventColumns>

export const stepKinds = { review: '审查', signOff: '审签', handOver: '移交', publicity: '公示' } as const

/** 审批步骤 as run before the reform, one row a step; the process after it is derived from who succeeds whom. */
export const stepColumns = {
  id: id('标识'),
  process: id('审批链'),
  unit: id<UnitId>('办理单位'),
  kind: oneOf('步骤', stepKinds),
  name: text('名称'),
  nameEn: text('英文名称'),
  workingDays: whole('工作日'),
  /** Ids of the steps that must end first, separated by `|`; empty for a first step. */
  after: optional(text('前置步骤')),
  /** Whether one joint publicity may serve several permits of one organ. */
  joinable: flag('可合并公示'),
  basis: text('依据'),
} as const
export type Step = RowOf<typeof stepColumns>

/** 招商项目. */
export const projectColumns = {
  id: id('标识'),
  name: text('项目'),
  nameEn: text('英文名称'),
  signedOn: dayColumn('签约日期'),
  startedOn: optional(dayColumn('开工日期')),
  plannedYuan: whole('计划投资元'),
} as const
export type Project = RowOf<typeof projectColumns>

export const relations = { exactly: '等于', atLeast: '不少于', atMost: '不超过' } as const

/** 公布的数字: what was printed, kept apart from every table that feeds a computation. */
export const publishedColumns = {
  id: id('数字'),
  value: decimal('公布值'),
  /** The figure was printed to a multiple of this (0.1, 10000 …); agreement is judged at this precision. */
  roundTo: decimal('修约单位', true),
  relation: oneOf('关系', relations),
  quote: text('原文'),
  quoteEn: text('英文'),
  source: text('出处'),
} as const
export type Published = RowOf<typeof publishedColumns>

/** The rows that measure a reform beside the register: a table each, `areas.csv`, `events.csv` … */
export interface EvidenceRows {
  areas: Area
  revenue: Revenue
  movements: Movement
  events: CountyEvent
  steps: Step
  projects: Project
  published: Published
}
export type EvidenceName = keyof EvidenceRows

export const evidenceColumns: Readonly<Record<EvidenceName, Columns>> = {
  areas: areaColumns,
  revenue: revenueColumns,
  movements: movementColumns,
  events: eventColumns,
  steps: stepColumns,
  projects: projectColumns,
  published: publishedColumns,
}

export type Evidence = { readonly [Name in EvidenceName]: readonly EvidenceRows[Name][] }
