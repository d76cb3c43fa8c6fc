import { type Attributes, type ForeignOperation, type ForeignUnit, nameOfUnit } from './case.ts'
import { isSameJson } from './exact-json.ts'
import type { Source } from './source.ts'

const endsEverySource = new Set<ForeignOperation['type']>(['merge', 'split', 'dissolve', 'exit'])
const endsMissingSources = new Set<ForeignOperation['type']>(['absorb', 'reorganise', 'recode'])
const begins = new Set<ForeignOperation['type']>([
  'create',
  'enter',
  'recode',
  'merge',
  'split',
  'spinoff',
  'reorganise',
])

/** What the rest of an operation's day does to a code, so that a refusal can say what is out of order. */
export class Calendar {
  readonly source: Source
  readonly #operations: readonly ForeignOperation[]
  readonly #frees = new Map<string, number[]>()
  readonly #fills = new Map<string, number[]>()

  constructor(operations: readonly ForeignOperation[], source: Source) {
    this.source = source
    this.#operations = operations
    operations.forEach((operation, at) => {
      const targets = new Set(operation.targets.map((target) => target.code))
      if (endsEverySource.has(operation.type) || endsMissingSources.has(operation.type))
        for (const code of operation.sources)
          if (!targets.has(code)) noted(this.#frees, `${operation.on} ${code}`, at)
      if (begins.has(operation.type))
        for (const code of targets)
          if (!operation.sources.includes(code)) noted(this.#fills, `${operation.on} ${code}`, at)
    })
  }

  /** The later operation of the same day that frees the code. */
  freedLater(code: string, operation: ForeignOperation): ForeignOperation | undefined {
    return this.#later(this.#frees, code, operation)
  }

  /** The later operation of the same day that makes a unit under the code. */
  filledLater(code: string, operation: ForeignOperation): ForeignOperation | undefined {
    return this.#later(this.#fills, code, operation)
  }

  byNumber(index: number | undefined): ForeignOperation | undefined {
    return index === undefined ? undefined : this.#byNumber.get(index)
  }

  get #byNumber(): ReadonlyMap<number, ForeignOperation> {
    this.#numbered ??= new Map(this.#operations.map((operation) => [operation.index, operation]))
    return this.#numbered
  }
  #numbered: ReadonlyMap<number, ForeignOperation> | undefined

  /** An operation that says exactly what is expected of this unit, but of another one. */
  sayingOfAnother(unit: ForeignUnit): { operation: ForeignOperation; code: string } | undefined {
    this.#byName ??= this.#namedTargets()
    return this.#byName
      .get(nameOfUnit(unit))
      ?.find(({ code, attributes }) => code !== unit.code && isSameJson(attributes, unit.attributes))
  }

  #byName: Map<string, { operation: ForeignOperation; code: string; attributes: Attributes }[]> | undefined

  #namedTargets() {
    const byName = new Map<string, { operation: ForeignOperation; code: string; attributes: Attributes }[]>()
    for (const operation of this.#operations)
      for (const { code, attributes } of operation.targets) {
        const name = nameOfUnit({ code, attributes })
        const known = byName.get(name) ?? []
        byName.set(name, known)
        known.push({ operation, code, attributes })
      }
    return byName
  }

  #later(days: ReadonlyMap<string, number[]>, code: string, operation: ForeignOperation) {
    const at = days
      .get(`${operation.on} ${code}`)
      ?.find((each) => (this.#operations[each]?.index ?? 0) > operation.index)
    return at === undefined ? undefined : this.#operations[at]
  }
}

const noted = (days: Map<string, number[]>, key: string, at: number) => {
  const known = days.get(key)
  if (known === undefined) days.set(key, [at])
  else known.push(at)
}
