import type { z } from 'zod'
import { say, type Text } from '../kernel/text.ts'
import type { AnyOperation } from './operations/index.ts'
import { type Path, valueAt, wording } from './plan-wording.ts'

/** One thing wrong with the fields of a line: where (path into the line), and in plain words. */
export interface Problem {
  readonly code: 'F04' | 'F06'
  readonly path: Path
  /** The unknown key itself, when that is the trouble. */
  readonly key?: string
  readonly message: Text
  readonly remedy: Text
}

/**
 * Translates what the schema found in the given fields into an official's words; an unknown key gets the nearest known
 * one as a hint.
 */
export const problemsOf = (error: z.ZodError, operation: AnyOperation, given: unknown): Problem[] =>
  error.issues.flatMap((issue): Problem[] => {
    const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol')
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, operation))
    const [message, remedy] = wording(issue, path, valueAt(given, path))
    return [{ code: 'F06', path, message, remedy }]
  })

const unknownKey = (path: Path, key: string, operation: AnyOperation): Problem => {
  const hint = path.length === 0 ? nearest(key, fieldsOf(operation)) : undefined
  return {
    code: 'F04',
    path,
    key,
    message: say(`${operation.name} 没有“${key}”一项`, `${operation.name} has no field “${key}”`),
    remedy:
      hint === undefined
        ? say('删去它。', 'Remove it.')
        : say(`是否为“${hint}”？`, `Did you mean “${hint}”?`),
  }
}

const fieldsOf = (operation: AnyOperation): string[] =>
  Object.keys((operation.fields as unknown as { shape?: Record<string, unknown> }).shape ?? {})

/** The known word that differs least, when it differs little enough to be a slip of the pen. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  const short = word.slice(0, 60)
  const [best] = known
    .map((each) => ({ each, distance: distanceOf(short.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  return best !== undefined && best.distance <= Math.max(1, Math.floor(short.length / 3))
    ? best.each
    : undefined
}

/** Levenshtein distance. */
const distanceOf = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length] ?? 0
}
