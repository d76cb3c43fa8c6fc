import type { CaseTexts } from './case.ts'

interface FileOperation {
  id: string
  sources: string[]
  targets: { id: string }[]
}
interface FileCase {
  meta: { counts?: { operations: number } }
  operations: FileOperation[]
}

/** A case with one slip of the pen in one operation. */
export interface Mutation {
  readonly what: string
  /** The operation that must be named. */
  readonly operation: string
  /** Units that may be named instead, because the operation itself is no longer in the file. */
  readonly units: readonly string[]
  readonly texts: CaseTexts
}

const clone = <Value>(value: Value): Value => structuredClone(value)

/** Every operation dropped, doubled (same id; new id), or pointed at other living units (source; target; whole target). */
export const mutationsOf = (texts: CaseTexts): Mutation[] => {
  const file = JSON.parse(texts['operations.json'] ?? '') as FileCase
  const before = (JSON.parse(texts['before.json'] ?? '') as { units: { id: string }[] }).units
  const named = new Set(
    file.operations.flatMap((each) => [...each.sources, ...each.targets.map(({ id }) => id)]),
  )
  // One that no operation touches, and one that a later operation of the file names.
  const idle = before.find(({ id }) => !named.has(id))
  const busy = before.findLast(({ id }) => named.has(id))
  const strangers = [idle, busy].filter((unit) => unit !== undefined)
  return file.operations.flatMap((operation, at) => {
    const { id } = operation
    const units = [...operation.sources, ...operation.targets.map((target) => target.id)]
    const mutation = (what: string, change: (file: FileCase) => void): Mutation => {
      const changed = clone(file)
      change(changed)
      return {
        what: `${id} ${what}`,
        operation: id,
        units,
        texts: { ...texts, 'operations.json': JSON.stringify(changed) },
      }
    }
    const pointed = strangers
      .filter((unit) => !units.includes(unit.id))
      .flatMap((unit) => [
        ...operation.sources.map((_, index) =>
          mutation(`from ${unit.id} instead of source ${index}`, ({ operations }) => {
            const sources = operations[at]?.sources
            if (sources !== undefined) sources[index] = unit.id
          }),
        ),
        ...operation.targets.flatMap((target, index) => [
          mutation(`to the id ${unit.id} instead of target ${index}`, ({ operations }) => {
            operations[at]?.targets.splice(index, 1, { ...target, id: unit.id })
          }),
          mutation(`to the unit ${unit.id} instead of target ${index}`, ({ operations }) => {
            operations[at]?.targets.splice(index, 1, clone(unit))
          }),
        ]),
      ])
    return [
      mutation('dropped', ({ operations }) => void operations.splice(at, 1)),
      mutation('doubled', ({ operations }) => void operations.splice(at, 0, clone(operation))),
      mutation('doubled at the end', ({ operations }) => void operations.push(clone(operation))),
      mutation('doubled under a new id', ({ operations }) => {
        operations.splice(at + 1, 0, { ...clone(operation), id: `${id}-again` })
      }),
      ...pointed,
    ]
  })
}
