import type { Day } from '../kernel/day.ts'
import type { Place } from '../kernel/finding.ts'
import type { Address } from '../kernel/id.ts'
import type { AnyOperation } from './operations/index.ts'

/** One line of a plan: an operation with its fields, the day it takes effect, and where it was written. */
export interface Line {
  /** Counted from 1; `plan:<id>#<number>` is its address. */
  readonly number: number
  readonly operation: AnyOperation
  readonly fields: unknown
  readonly on: Day
  /** The clause or document this line rests on, when it is not the plan's own authority. */
  readonly basis?: string
  /** Rules whose legal opinion or approval is attached, with the document. */
  readonly opinions?: readonly Opinion[]
  readonly place: Place
}

/** A legal opinion or approval attached for a rule that asks for one (severity `opinion`). */
export interface Opinion {
  readonly rule: string
  readonly document: string
}

/** An assertion of the plan about its own result: a mismatch fails the plan. */
export interface Expectation {
  readonly figure: string
  readonly value: number
  readonly place: Place
}

/** 改革方案: a title, an authority, and typed lines in the order they take effect. */
export interface Plan {
  readonly id: string
  readonly title: string
  readonly titleEn: string
  /** 批准文件（文号）. */
  readonly authority: string
  readonly effectiveOn: Day
  /** 过渡期满: the day by which people have left and the figures of the end are taken. */
  readonly completesOn: Day
  /** The register the plan was drawn for; a digest that differs is found before anything else. */
  readonly base?: { readonly register: Day; readonly hash?: string; readonly place: Place }
  /** 过渡安置: over-established people are allowed until this day, on this basis (2007条例 art. 6). */
  readonly transition?: { readonly until: Day; readonly basis: string }
  /** 任期: the term of government in which a second change of one department warns (2007条例 art. 8). */
  readonly term?: { readonly from: Day; readonly until: Day }
  readonly stages?: readonly Stage[]
  /** 论证与审查材料: what was argued, heard and reviewed before the decision. */
  readonly documents?: readonly PlanDocument[]
  readonly lines: readonly Line[]
  readonly expect: readonly Expectation[]
  /** Digest of the file's text. */
  readonly digest: string
}

/** 动议 → 论证 → 审议决定 → 组织实施 (机构编制工作条例 2019 ch. 3–6), each with its dated document. */
export const stageNames = ['initiation', 'argument', 'decision', 'implementation'] as const
export interface Stage {
  readonly stage: (typeof stageNames)[number]
  readonly on: Day
  readonly document: string
  readonly place: Place
}

/** Documents that argument and decision rest on (机构编制工作条例; 重大行政决策程序暂行条例 arts 15, 25, 26). */
export const documentKinds = {
  necessity: '必要性论证',
  rationality: '合理性论证',
  feasibility: '可行性论证',
  consultation: '公开征求意见',
  expert: '专家论证',
  risk: '风险评估',
  legality: '合法性审查',
} as const
interface PlanDocument {
  readonly kind: keyof typeof documentKinds
  readonly document: string
  readonly on: Day
  /** The last day of a consultation or review; the same day when left out. */
  readonly until?: Day
  readonly place: Place
}

export const lineAddress = (plan: { readonly id: string }, line: { readonly number: number }): Address =>
  `plan:${plan.id}#${line.number}`
