import type { Finding } from '../../kernel/finding.ts'
import type { Calendar } from './calendar.ts'
import { type ForeignOperation, type ForeignUnit, sameUnitTypes } from './case.ts'
import * as refuse from './refusals.ts'
import type { Member, Roll } from './roll.ts'

/** Who takes part in an operation, resolved to the units that live on its day. */
export interface Cast {
  readonly sources: readonly Member[]
  readonly ending: readonly Member[]
  /** Targets that live already and go on, with what the file says of them. */
  readonly going: readonly { readonly member: Member; readonly target: ForeignUnit }[]
  /** Targets that begin. */
  readonly beginning: readonly ForeignUnit[]
  /** Refusals (severity error) and remarks. */
  readonly findings: readonly Finding[]
}

/**
 * Resolves codes to living units and tells who ends, goes on and begins. X07 a source that does not live · X08 a target
 * that lives already · X09 the wrong number of sources or targets, or targets that do not fit the type · X14 (warning)
 * a target whose code is freed by a later operation of the same day.
 */
export const castOf = (operation: ForeignOperation, roll: Roll, calendar: Calendar): Cast => {
  const findings: Finding[] = [...refuse.misfits(operation, calendar.source)]
  const sources = operation.sources.flatMap((code) => {
    const member = roll.holder(code)
    if (member === undefined) findings.push(...refuse.notLiving(operation, code, 'source', roll, calendar))
    return member ?? []
  })
  const codes = new Set(operation.sources)
  const going: { member: Member; target: ForeignUnit }[] = []
  const beginning: ForeignUnit[] = []
  for (const target of operation.targets) {
    const fate = fateOf(target, operation, codes, roll)
    if (fate === 'begins') {
      beginning.push(target)
      if (!codes.has(target.code) && roll.holder(target.code) !== undefined)
        findings.push(refuse.alreadyLiving(operation, target, roll, calendar))
      continue
    }
    const member = roll.holder(target.code)
    if (member !== undefined) {
      going.push({ member, target })
      if (fate === 'receives') findings.push(refuse.livesBeside(operation, target, calendar))
    }
    if (member === undefined && !codes.has(target.code))
      findings.push(...refuse.notLiving(operation, target.code, 'target', roll, calendar))
  }
  return { sources, ending: endingOf(operation, sources), going, beginning, findings }
}

/** Whether a target is a unit that goes on, one that begins, or a living one that receives a part. */
const fateOf = (
  target: ForeignUnit,
  { type }: ForeignOperation,
  sources: ReadonlySet<string>,
  roll: Roll,
): 'begins' | 'goes on' | 'receives' => {
  if (sameUnitTypes.has(type) || type === 'absorb' || type === 'transfer') return 'goes on'
  // In a spin-off, or in one act of many with many, a living unit may receive a part.
  if (type === 'spinoff' || type === 'reorganise')
    return sources.has(target.code)
      ? 'goes on'
      : roll.holder(target.code) === undefined
        ? 'begins'
        : 'receives'
  return 'begins'
}

const endingOf = ({ type, targets }: ForeignOperation, sources: readonly Member[]): readonly Member[] => {
  if (type === 'dissolve' || type === 'exit' || type === 'merge' || type === 'split') return sources
  if (type !== 'absorb' && type !== 'reorganise') return []
  const codes = new Set(targets.map((target) => target.code))
  return sources.filter((member) => !codes.has(member.code))
}
