import { classOf } from './column-classes.ts'
import { inventedMark } from './invented.ts'

/** The columns of a person's file that say something of the person, as tables, files and requests call them. */
export const fileColumns = ['name', 'identity_number', 'phone', 'appraisal'] as const
export type FileColumn = (typeof fileColumns)[number]

/** What stands in a file, as far as anything does. */
export type FileValues = Readonly<Partial<Record<FileColumn, string>>>

/** One sign for whatever is not shown, so that not even its length is told. */
const hidden = '＊'

/** Head 3, tail 4: enough to tell two apart. Of a short value that would be nearly all of it, so nothing is shown. */
const ends = (value: string): string =>
  value.length < 11 ? hidden : `${value.slice(0, 3)}${'*'.repeat(value.length - 7)}${value.slice(-4)}`

/** The first sign of a name; that a person is invented is no secret. */
const firstSign = (name: string): string => {
  const mark = name.startsWith(inventedMark) ? inventedMark : ''
  return `${mark}${[...name.slice(mark.length)][0] ?? ''}${hidden}`
}

const masks: Readonly<Record<string, (value: string) => string>> = {
  name: firstSign,
  identity_number: ends,
  phone: ends,
}

/**
 * A file as it is shown to whoever has not asked for more: by the class of each column. What is public or internal stands
 * as it is, what is personal or sensitive under its mask, and what has no mask is withheld (null).
 */
export const masked = (values: FileValues): Partial<Record<FileColumn, string | null>> => {
  const shown: Partial<Record<FileColumn, string | null>> = {}
  for (const column of fileColumns) {
    const value = values[column]
    if (value === undefined) continue
    const name = classOf('person_file', column)
    shown[column] = name === 'public' || name === 'internal' ? value : (masks[column]?.(value) ?? null)
  }
  return shown
}
