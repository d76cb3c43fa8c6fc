import { type DutyId, dutyId, type UnitId } from '../../kernel/id.ts'
import { type AnyOperation, type OperationName, operationNamed } from '../operations/index.ts'
import {
  type ForeignOperation,
  type ForeignUnit,
  isReference,
  nameOfUnit,
  type OperationType,
} from './case.ts'
import { isSameJson } from './exact-json.ts'
import type { Flow } from './flows.ts'
import type { Cast } from './parties.ts'
import type { DutyRow, Member } from './roll.ts'

/** One of our typed operations, with its fields. */
export interface Deed {
  readonly operation: AnyOperation
  readonly fields: unknown
}

/** A unit and what the file says of it. */
export interface Given {
  readonly member: Member
  readonly target: ForeignUnit
}

/** An operation with everything needed to write its steps. */
export interface Act {
  readonly operation: ForeignOperation
  readonly cast: Cast
  readonly born: readonly Given[]
  readonly flows: readonly Flow[]
  readonly outside: Member
  /** An id for a body that exists only within the act. */
  passing(): UnitId
}

export const deed = (name: OperationName, fields: Record<string, unknown>): Deed => ({
  operation: operationNamed(name) as AnyOperation,
  fields,
})

/** How a unit that begins is called, and its code and attributes. */
export const newborn = ({ member, target }: Given) => ({
  unit: member.id,
  code: target.code,
  ...naming(target),
  attributes: target.attributes,
})

export const naming = (unit: Pick<ForeignUnit, 'code' | 'attributes'>) => {
  const name = nameOfUnit(unit)
  return { name, nameEn: name }
}

export const dutyIds = (rows: readonly DutyRow[]): DutyId[] => rows.map((row) => dutyId(row.id))

export const transfer = ({ from, to, rows }: Flow): Deed =>
  deed('transfer-duty', { from: from.id, to: to.id, duties: dutyIds(rows) })

/** Acts in which no source ends: units begin, or duties move. */
export const begin = (act: Act): Deed[] => {
  const { operation, cast, born, flows } = act
  const isSpinOff = operation.type === 'spinoff'
  const first = cast.sources[0]
  const births = born.map((given) => {
    if (!isSpinOff || first === undefined) return deed('establish-unit', newborn(given))
    const rows = flows.find(({ from, to }) => from === first && to === given.member)?.rows
    const bundle = rows === undefined ? {} : { duties: dutyIds(rows) }
    return deed('spin-off-unit', { unit: first.id, to: newborn(given), ...bundle })
  })
  const bundled = (flow: Flow) =>
    isSpinOff && flow.from === first && born.some(({ member }) => member === flow.to)
  const moved = flows.filter((flow) => !bundled(flow)).map(transfer)
  const isTold = operation.type === 'transfer' || isSpinOff
  const emptyHanded = isTold && moved.length === 0 ? gestures(cast) : []
  const boundaries = operation.type === 'territory' ? [territory(cast)] : []
  return [...births, ...moved, ...emptyHanded, ...boundaries]
}

/** Parts whose duties nobody lists: on record, from each source to each living unit that receives one. */
const gestures = ({ sources, going }: Cast): Deed[] =>
  sources.flatMap((from) =>
    going
      .filter(({ member }) => member !== from && (sources.length === 1 || !sources.includes(member)))
      .map(({ member }) => deed('transfer-duty', { from: from.id, to: member.id })),
  )

const territory = ({ sources, going }: Cast): Deed => {
  const units = new Set<UnitId>([...sources, ...going.map(({ member }) => member)].map((member) => member.id))
  const attributes = Object.fromEntries(
    going
      .filter(({ target }) => !isReference(target))
      .map(({ member, target }) => [member.id, target.attributes]),
  )
  return deed('adjust-territory', { units: [...units], attributes })
}

const ownActs: ReadonlySet<OperationType> = new Set(['rename', 'move', 'convert', 'nameplate'])

/** What the file says of a unit that goes on; nothing when it says nothing new and that is not the act itself. */
export const facts = ({ member, target }: Given, type: OperationType): Deed[] => {
  const { attributes } = target
  const isRenamed = nameOfUnit(target) !== member.name
  if (isReference(target)) return []
  if (!ownActs.has(type) && isSameJson(member.attributes, attributes)) return []
  if (isRenamed || type === 'rename' || type === 'nameplate')
    return [deed('rename-unit', { unit: member.id, ...naming(target), attributes })]
  // The act itself has already said the facts of a unit whose boundaries change.
  if (type === 'territory') return []
  return [deed('change-subordination', { unit: member.id, attributes })]
}

export const recode = ({ member, target }: Given): Deed[] => {
  const { attributes } = target
  const facts = isReference(target) ? {} : { attributes }
  const step = deed('recode-unit', { unit: member.id, code: target.code, ...facts })
  if (isReference(target) || nameOfUnit(target) === member.name) return [step]
  return [step, deed('rename-unit', { unit: member.id, ...naming(target), attributes })]
}
