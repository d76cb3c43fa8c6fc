import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Attributes, ForeignOperation } from './case.ts'
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

/**
 * Successions (merge, absorb) that cross what the others respect: a municipality that joins one of another canton. The
 * register after does not show who succeeded whom, so that a wrong successor can only be found by being unlike.
 */
export class Successions {
  readonly #seen = new Map<string, number>()
  readonly #crossings = new Map<string, Crossing[]>()

  note(operation: ForeignOperation, ended: readonly Attributes[]): void {
    if (operation.type !== 'merge' && operation.type !== 'absorb') return
    const [target] = operation.targets
    if (target === undefined) return
    for (const [key, to] of Object.entries(target.attributes)) {
      if (isFree(key) || typeof to !== 'string') continue
      this.#seen.set(key, (this.#seen.get(key) ?? 0) + 1)
      const stranger = ended.find((attributes) => Object.hasOwn(attributes, key) && attributes[key] !== to)
      if (stranger === undefined) continue
      const known = this.#crossings.get(key) ?? []
      this.#crossings.set(key, known)
      known.push({ operation, from: stranger[key], to })
    }
  }

  /** X23 (warning): a succession that crosses an attribute as hardly any other does. */
  findings(source: Source): Finding[] {
    return [...this.#crossings].flatMap(([key, crossings]) => {
      const seen = this.#seen.get(key) ?? 0
      if (seen < enough || crossings.length > Math.max(1, rare * seen)) return []
      return crossings.map(({ operation, from, to }) => {
        const name = shortened(key)
        return remark(
          'X23',
          'warning',
          operation,
          source,
          say(
            `跨越了 ${name}（${shown(from)} → ${shown(to)}）；${seen}项承继中几乎都不跨越`,
            `it crosses ${name} (${shown(from)} → ${shown(to)}), which hardly any of the ${seen} successions does`,
          ),
          say('核对来源和承接单位。', 'Check its sources and targets.'),
        )
      })
    })
  }
}
