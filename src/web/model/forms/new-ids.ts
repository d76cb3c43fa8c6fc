import { type OperationName, operationNamed } from '../../../reform/operations/index.ts'
import type { Register } from '../../../register/register.ts'
import type { FormField, IdOf } from './field.ts'
import { formOf } from './form-fields.ts'
import type { Filling } from './line-value.ts'

/** Tells whether an id of a table is taken: in the register, before or after the plan, or by any line of it. */
export type IsTaken = (table: IdOf['table'], id: string) => boolean

export const takenIn = (registers: readonly Register[], lines: readonly unknown[]): IsTaken => {
  const written = new Set<string>()
  const gather = (value: unknown): void => {
    if (typeof value === 'string') written.add(value)
    else if (Array.isArray(value)) value.forEach(gather)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather)
  }
  for (const line of lines) gather(line)
  return (table, id) => written.has(id) || registers.some((register) => register[table].has(id))
}

/**
 * The line with an id for each new thing that has none yet: made from its English name, free in the register and in
 * the plan. It is proposed anew with every change until the line is written.
 */
export const withNewIds = (operation: OperationName, line: Filling, isTaken: IsTaken): Filling => {
  const used = new Set<string>()
  return filled(line, formOf(operation), line, (table, id) => used.has(id) || isTaken(table, id), used)
}

const filled = (
  value: Filling,
  fields: readonly FormField[],
  line: Filling,
  isTaken: IsTaken,
  used: Set<string>,
): Filling => {
  const result: Record<string, unknown> = { ...value }
  for (const { key, control, isRequired } of fields) {
    const now = result[key]
    if (control.kind === 'group' && (isMap(now) || isRequired)) {
      const inner = filled(isMap(now) ? now : {}, control.fields, line, isTaken, used)
      if (Object.keys(inner).length > 0) result[key] = inner
    } else if (control.kind === 'list' && Array.isArray(now))
      result[key] = now.map((each) =>
        isMap(each) ? filled(each, control.fields, line, isTaken, used) : each,
      )
    else if (control.kind === 'id' && control.of.isNew === true && now === undefined) {
      const id = freeId(control.of.table, stemOf(control.of.table, value, line), isTaken)
      used.add(id)
      result[key] = id
    }
  }
  return result
}

const isMap = (value: unknown): value is Filling =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const marks: Readonly<Partial<Record<IdOf['table'], string>>> = {
  nameplates: 'np-',
  sections: 's-',
  duties: 'd-',
  appointments: 'a-',
}

/** What the id is made from: the English name; for an office the unit and the office. */
const stemOf = (table: IdOf['table'], value: Filling, line: Filling): string => {
  const word = (from: Filling, key: string) => (typeof from[key] === 'string' ? (from[key] as string) : '')
  const name = slug(word(value, 'shortEn') || word(value, 'nameEn'))
  const unit = word(value, 'unit') || word(line, 'unit')
  const mark = marks[table] ?? ''
  if (table === 'appointments')
    return `${mark}${[unit, slug(word(value, 'office'))].filter(Boolean).join('-') || 'office'}`
  return `${mark}${name || (table === 'units' ? 'new-unit' : [unit, 'new'].filter(Boolean).join('-'))}`
}

const freeId = (table: IdOf['table'], stem: string, isTaken: IsTaken): string => {
  if (!isTaken(table, stem)) return stem
  for (let at = 2; ; at += 1) if (!isTaken(table, `${stem}-${at}`)) return `${stem}-${at}`
}

const small = new Set(['the', 'of', 'and', 'for', 'in', 'county', 'bureau', 'office', 'a', 'an'])

/** A short id out of an English name: its telling words, joined by hyphens. */
export const slug = (name: string): string => {
  const words = name
    .replace(/^(?:\S+ ){1,2}County (?=\S)/i, '')
    .normalize('NFKD')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const telling = words.filter((word) => !small.has(word))
  return (telling.length > 0 ? telling : words).slice(0, 4).join('-')
}

/** The line without the ids of what it brings into being: a copy brings something else. */
export const withoutNewIds = (line: Filling): Filling => {
  const operation = typeof line.op === 'string' ? operationNamed(line.op) : undefined
  return operation === undefined ? line : stripped(line, formOf(operation.name))
}

const stripped = (value: Filling, fields: readonly FormField[]): Filling => {
  const result: Record<string, unknown> = { ...value }
  for (const { key, control } of fields) {
    const now = result[key]
    if (control.kind === 'id' && control.of.isNew === true) delete result[key]
    else if (control.kind === 'group' && isMap(now)) result[key] = stripped(now, control.fields)
    else if (control.kind === 'list' && Array.isArray(now))
      result[key] = now.map((each) => (isMap(each) ? stripped(each, control.fields) : each))
  }
  return result
}
