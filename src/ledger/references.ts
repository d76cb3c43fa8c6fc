import type { Finding, Severity } from '../kernel/finding.ts'
import { say, type Text } from '../kernel/text.ts'
import type { RawTables } from '../reform/opening.ts'
import type { Register } from '../register/register.ts'
import { cellsOf } from './cell.ts'
import { type Evidence, type EvidenceName, evidenceColumns, movementKinds, type Step } from './evidence.ts'

interface Trouble {
  readonly id: string
  readonly key: string
  readonly message: Text
  readonly remedy: Text
  readonly severity?: Severity
}

/**
 * B12: the rows of the evidence that point to a unit, person or step that is not there; a figure made from them would be
 * wrong without a word. An event after the day of the register may name a unit that the plan sets up, so that it warns.
 */
export const referenceProblems = (raw: RawTables, register: Register, evidence: Evidence): Finding[] => {
  const told = (name: EvidenceName, troubles: readonly Trouble[]): Finding[] => {
    const cellAt = cellsOf(name, evidenceColumns[name], raw)
    return troubles.map(({ id, key, message, remedy, severity = 'error' }) => {
      const where = cellAt(id, key)
      const line = where.place === undefined ? '' : `第${where.place.line}行`
      const lineEn = where.place === undefined ? '' : ` line ${where.place.line}`
      return {
        code: 'B12',
        severity,
        ...where,
        message: say(
          `${name}.csv ${line}（${id}）：${message.zh}`,
          `${name}.csv${lineEn} (${id}): ${message.en}`,
        ),
        remedy,
      }
    })
  }
  const { baselineOn } = register.county
  return [
    ...told('areas', unknownUnits(register, evidence.areas)),
    ...told('movements', unknownPeople(register, evidence)),
    ...told(
      'events',
      unknownUnits(register, evidence.events).map((trouble) => {
        const event = evidence.events.find(({ id }) => id === trouble.id)
        return event !== undefined && event.on > baselineOn ? { ...trouble, severity: 'warning' } : trouble
      }),
    ),
    ...told('steps', [...unknownUnits(register, evidence.steps), ...brokenChains(evidence.steps)]),
  ]
}

interface OfUnit {
  readonly id: string
  readonly unit?: string | undefined
}

const unknownUnits = (register: Register, rows: readonly OfUnit[]): Trouble[] =>
  rows.flatMap(({ id, unit }) =>
    unit === undefined || register.units.has(unit)
      ? []
      : [
          {
            id,
            key: 'unit',
            message: say(`台账中没有单位“${unit}”`, `the register has no unit “${unit}”`),
            remedy: say('改为 units.csv 中的标识。', 'Write an id of units.csv.'),
          },
        ],
  )

/** Whoever leaves must be somebody who is there; who comes need not have a number yet. */
const unknownPeople = ({ people }: Register, { movements }: Evidence): Trouble[] =>
  movements.flatMap(({ id, kind, person }): Trouble[] => {
    const isEntry = kind === 'recruitment' || kind === 'transferIn'
    if (isEntry || (person !== undefined && people.has(person))) return []
    return [
      {
        id,
        key: 'person',
        message:
          person === undefined
            ? say(`${movementKinds[kind]}没有写明人员`, 'somebody leaves who is not named')
            : say(`台账中没有人员“${person}”`, `the register has no person “${person}”`),
        remedy: say('改为 people.csv 中的标识。', 'Write an id of people.csv.'),
      },
    ]
  })

const idsOf = (after: string | undefined): string[] => after?.split('|').map((id) => id.trim()) ?? []

/** Steps that wait for a step that their process does not have, or, over others, for themselves. */
const brokenChains = (steps: readonly Step[]): Trouble[] => {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const waitsFor = (from: string, seen: Set<string> = new Set()): Set<string> => {
    for (const id of idsOf(byId.get(from)?.after))
      if (!seen.has(id)) {
        seen.add(id)
        waitsFor(id, seen)
      }
    return seen
  }
  const remedy = say('改为同一审批链中先行步骤的标识。', 'Write the id of an earlier step in the same chain.')
  return steps.flatMap(({ id, process, after }): Trouble[] => {
    const strange = idsOf(after).find((each) => byId.get(each)?.process !== process)
    if (strange !== undefined)
      return [
        {
          id,
          key: 'after',
          message: say(`“${process}”中没有前置步骤“${strange}”`, `“${process}” has no step “${strange}”`),
          remedy,
        },
      ]
    if (!waitsFor(id).has(id)) return []
    return [{ id, key: 'after', message: say('前置步骤绕成一圈', 'it waits for itself in the end'), remedy }]
  })
}
