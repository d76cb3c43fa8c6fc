import type { Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import { type Attributes, type ForeignOperation, isReference, operationTypes, sameUnitTypes } from './case.ts'
import type { Cast } from './parties.ts'
import { remark } from './refusals.ts'
import { type Source, shortened, shown } from './source.ts'

/** With fewer successions than this, what all of them have in common may be chance. */
const enough = 10
/** At most this share of the successions may differ before differing is nothing unusual. */
const rare = 0.02
const isFree = (key: string) => key === 'name' || key === 'short'

interface Crossing {
  readonly operation: ForeignOperation
  readonly from: unknown
  readonly to: unknown
}

/** Acts of one kind: how many could have touched the attribute, and those that did. */
interface Habit {
  readonly key: string
  seen: number
  readonly crossings: Crossing[]
}

/**
 * Acts that do what hardly any other of their kind does: a municipality that joins one of another canton, a move that
 * gives the unit another name too. Who succeeded whom does not show in the register after, nor does what a later act
 * writes over, so that a wrong unit can then only be found by being unlike.
 */
export class Outliers {
  readonly #habits = new Map<string, Habit>()
  readonly #acts = new Map<string, number>()

  /** To be told of every operation before it is carried out. */
  note(operation: ForeignOperation, { ending, going }: Cast): void {
    const { type, targets } = operation
    if (type === 'merge' || type === 'absorb') {
      const ended = ending.map((member) => member.attributes)
      if (targets[0] !== undefined) this.#succession(operation, ended, targets[0].attributes)
      return
    }
    if (!sameUnitTypes.has(type)) return
    for (const { member, target } of going)
      if (!isReference(target)) this.#change(operation, member.attributes, target.attributes)
  }

  #succession(operation: ForeignOperation, ended: readonly Attributes[], target: Attributes) {
    for (const [key, to] of Object.entries(target)) {
      if (isFree(key) || typeof to !== 'string') continue
      const habit = this.#habit('succession', key)
      habit.seen += 1
      const stranger = ended.find((attributes) => Object.hasOwn(attributes, key) && attributes[key] !== to)
      if (stranger !== undefined) habit.crossings.push({ operation, from: stranger[key], to })
    }
  }

  #change(operation: ForeignOperation, was: Attributes, is: Attributes) {
    const { type } = operation
    this.#acts.set(type, (this.#acts.get(type) ?? 0) + 1)
    for (const key of Object.keys(is)) {
      const [from, to] = [own(was, key), own(is, key)]
      // A fact that only some units have, or that is counted, changes seldom anyway.
      const isTold = typeof from === 'string' && typeof to === 'string'
      if (isTold && from !== to) this.#habit(type, key).crossings.push({ operation, from, to })
    }
  }

  #habit(kind: string, key: string): Habit {
    const name = `${kind} ${key}`
    const known = this.#habits.get(name) ?? { key, seen: 0, crossings: [] }
    this.#habits.set(name, known)
    return known
  }

  /** X23 (warning): an act that crosses or changes an attribute as hardly any other of its kind does. */
  findings(source: Source): Finding[] {
    return [...this.#habits.values()].flatMap(({ key, seen, crossings }) =>
      crossings.flatMap((crossing) => {
        const { type } = crossing.operation
        const all = sameUnitTypes.has(type) ? (this.#acts.get(type) ?? 0) : seen
        const isUnusual = all >= enough && crossings.length <= Math.max(1, rare * all)
        return isUnusual ? [unusual(key, all, crossing, source)] : []
      }),
    )
  }
}

const own = (unit: Attributes, key: string): unknown => (Object.hasOwn(unit, key) ? unit[key] : undefined)

const unusual = (key: string, all: number, { operation, from, to }: Crossing, source: Source): Finding => {
  const name = shortened(key)
  const term = operationTypes[operation.type]
  const message: Text = sameUnitTypes.has(operation.type)
    ? say(
        `改变了 ${name}（${shown(from)} → ${shown(to)}）；${all}项${term.zh}中几乎都不改变`,
        `it changes ${name} (${shown(from)} → ${shown(to)}), which hardly any of the ${all} operations “${term.en}” does`,
      )
    : say(
        `跨越了 ${name}（${shown(from)} → ${shown(to)}）；${all}项承继中几乎都不跨越`,
        `it crosses ${name} (${shown(from)} → ${shown(to)}), which hardly any of the ${all} successions does`,
      )
  const remedy = say('核对来源和承接单位。', 'Check its sources and targets.')
  return remark('X23', 'warning', operation, source, message, remedy)
}
