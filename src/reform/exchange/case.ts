import type { Day } from '../../kernel/day.ts'
import { say, type Text } from '../../kernel/text.ts'

/** The exchange format: a register before, dated operations, and (to compare) the register after. */

export const caseFiles = ['before.json', 'operations.json', 'after.json'] as const
export type CaseFile = (typeof caseFiles)[number]

/** The texts of a case; undefined for a file that is not there. */
export type CaseTexts = { readonly [File in CaseFile]?: string | undefined }

/** The foreign types of operation, with the words that findings use. */
export const operationTypes = {
  create: say('新设', 'create'),
  enter: say('纳入', 'enter'),
  dissolve: say('撤销', 'dissolve'),
  exit: say('移出', 'exit'),
  rename: say('更名', 'rename'),
  move: say('改隶', 'move'),
  convert: say('转制', 'convert'),
  nameplate: say('牌子', 'nameplate'),
  territory: say('界线变更', 'territory'),
  recode: say('改码', 'recode'),
  merge: say('合并', 'merge'),
  absorb: say('并入', 'absorb'),
  split: say('分设', 'split'),
  spinoff: say('析出', 'spinoff'),
  transfer: say('划转', 'transfer'),
  reorganise: say('重组', 'reorganise'),
} as const satisfies Record<string, Text>
export type OperationType = keyof typeof operationTypes

/** Types in which the unit goes on under the same code and only its facts change. */
export const sameUnitTypes: ReadonlySet<OperationType> = new Set([
  'rename',
  'move',
  'convert',
  'nameplate',
  'territory',
])

export type Attributes = Readonly<Record<string, unknown>>

/** A unit of the foreign register: its id is a code, which may change hands; everything else is kept as it came. */
export interface ForeignUnit {
  readonly code: string
  /** Every member but `id`, and but `duties` when that is a list of texts. */
  readonly attributes: Attributes
  /** The duties, when listed one by one: things that are conserved, not a fact of the unit. */
  readonly duties: readonly string[] | undefined
  /** Its number in the file, from 0. */
  readonly index: number
}

export interface ForeignOperation {
  readonly id: string
  readonly type: OperationType
  readonly on: Day
  readonly sources: readonly string[]
  readonly targets: readonly ForeignUnit[]
  /** Duties that move, when the operation names them itself. */
  readonly duties: readonly string[]
  readonly note: string
  readonly evidence: string
  readonly index: number
}

/** What the file says of its own contents (`meta`). */
export interface Declared {
  readonly name?: string
  readonly on?: Day
  readonly count?: number
  readonly operations?: number
  readonly byType?: Readonly<Record<string, number>>
}

export const nameOfUnit = ({ code, attributes }: Pick<ForeignUnit, 'code' | 'attributes'>): string =>
  typeof attributes.name === 'string' && attributes.name !== '' ? attributes.name : code

/** The short name of a unit, when it has one with a letter in it. */
export const shortOf = ({ short }: Attributes): string | undefined =>
  typeof short === 'string' && /\p{L}/u.test(short) ? short : undefined

/** A target that only names its unit (`{id}`) says nothing about its facts. */
export const isReference = ({ attributes }: Pick<ForeignUnit, 'attributes'>): boolean =>
  Object.keys(attributes).length === 0
