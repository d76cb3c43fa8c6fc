import type { Day } from '../../../kernel/day.ts'
import type { Severity } from '../../../kernel/finding.ts'
import type { Text } from '../../../kernel/text.ts'
import type { WrittenLine } from '../../../reform/editing/line-spans.ts'
import { type Counters, countersOf } from '../../../reform/impact.ts'
import { type AnyOperation, operationNamed } from '../../../reform/operations/index.ts'
import { problemsOf } from '../../../reform/plan-problems.ts'
import { type Draft, draftOf, type Register } from '../../../register/register.ts'
import { counterLabels } from '../counters.ts'
import type { FormField, Path } from './field.ts'
import { formOf } from './form-fields.ts'
import { type Filling, orderedLine } from './line-value.ts'
import { type IsTaken, withNewIds } from './new-ids.ts'

/** Something about one field of the line, or about the whole of it where the path is empty. */
export interface Remark {
  readonly code: string
  readonly severity: Severity
  readonly path: Path
  readonly message: Text
  readonly remedy: Text | undefined
  /** The field is empty: not said before the reader wants to write the line. */
  readonly isMissing: boolean
}

/** A counter that the line alone would change. */
export interface Change {
  readonly id: keyof Counters
  readonly label: Text
  readonly before: number
  readonly after: number
}

/** What a line would do if it were written at its place. */
export interface Trial {
  readonly operation: AnyOperation
  /** As it would be written, with the ids that are proposed. */
  readonly line: WrittenLine
  readonly remarks: readonly Remark[]
  /** Whether a plan file with this line can be read. */
  readonly isReadable: boolean
  /** The sentence of the official paper; undefined while the line says too little. */
  readonly sentence: Text | undefined
  readonly changes: readonly Change[]
}

interface Tried {
  /** As it is filled in, with `op`. */
  readonly filling: Filling
  /** As it stands in the file, when it is written anew. */
  readonly before?: Filling | undefined
  readonly register: Register
  readonly isTaken: IsTaken
  readonly on: Day
}

/** Tries a line over the register as it stands at its place; undefined while no operation is chosen. */
export const trialOf = ({ filling, before, register, isTaken, on }: Tried): Trial | undefined => {
  const operation = typeof filling.op === 'string' ? operationNamed(filling.op) : undefined
  if (operation === undefined) return undefined
  const form = formOf(operation.name)
  const named = withNewIds(operation.name, filling, isTaken)
  const line = orderedLine({ ...named, op: filling.op as string }, form, before)
  const given = fieldsIn(line)
  const parsed = operation.fields.safeParse(given)
  if (!parsed.success) {
    const remarks = problemsOf(parsed.error, operation, given).map(
      ({ code, path, key, message, remedy }): Remark => ({
        code,
        severity: 'error',
        path: key === undefined ? path : [...path, key],
        message,
        remedy,
        isMissing: isEmptyAt(given, path),
      }),
    )
    return { operation, line, remarks, isReadable: false, sentence: undefined, changes: [] }
  }
  const fields: unknown = parsed.data
  const findings = operation.check(fields, register)
  const remarks = findings.map(
    ({ code, severity, at, message, remedy }): Remark => ({
      code,
      severity,
      path: pathOfId(line, form, at.slice(at.indexOf(':') + 1)),
      message,
      remedy,
      isMissing: false,
    }),
  )
  const isRefused = findings.some(({ severity }) => severity === 'error')
  return {
    operation,
    line,
    remarks,
    isReadable: true,
    sentence: operation.describe(fields, register),
    changes: isRefused ? [] : changesBy(operation, fields, { register, on }),
  }
}

const shared: ReadonlySet<string> = new Set(['op', 'on', 'basis', 'opinions'])

/** The fields of the operation alone. */
const fieldsIn = (line: Filling): Filling =>
  Object.fromEntries(Object.entries(line).filter(([key]) => !shared.has(key)))

const isEmptyAt = (given: unknown, path: Path): boolean => {
  let value = given
  for (const part of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Where a line names an id; the whole line when it does not. */
const pathOfId = (line: Filling, form: readonly FormField[], id: string): Path => {
  const within = (value: unknown): Path | undefined => {
    if (value === id) return []
    if (typeof value !== 'object' || value === null) return undefined
    for (const [key, each] of Object.entries(value)) {
      const rest = within(each)
      if (rest !== undefined) return [Array.isArray(value) ? Number(key) : key, ...rest]
    }
    return undefined
  }
  for (const { key } of form) {
    const rest = within(line[key])
    if (rest !== undefined) return [key, ...rest]
  }
  return []
}

/** The counters that the line changes by itself, all its dates together. */
const changesBy = (
  operation: AnyOperation,
  fields: unknown,
  { register, on }: { readonly register: Register; readonly on: Day },
): Change[] => {
  const draft = draftOf(register)
  for (const part of operation.parts?.(fields, on) ?? [{ on, fields }])
    operation.apply(part.fields, draft as Draft, part.on)
  const [before, after] = [counted(register), countersOf(draft)]
  return (Object.keys(counterLabels) as (keyof Counters)[])
    .filter((id) => before[id] !== after[id])
    .map((id) => ({ id, label: counterLabels[id], before: before[id], after: after[id] }))
}

const known = new WeakMap<Register, Counters>()
const counted = (register: Register): Counters => {
  const counters = known.get(register) ?? countersOf(register)
  known.set(register, counters)
  return counters
}

/** Whether a remark's place is that of a field; inside it too when `isDeep`. */
export const isAt = (place: Path, field: Path, isDeep = false): boolean =>
  (isDeep ? place.length >= field.length : place.length === field.length) &&
  field.every((part, at) => place[at] === part)
