import type { Text } from '../../../kernel/text.ts'
import { operationNamed } from '../../../reform/operations/index.ts'
import { planSchema } from '../../../reform/plan-schema.ts'
import type { Path } from './scan.ts'

/** A schema of the published kind, read as data. */
export interface Schema {
  readonly title?: string
  readonly description?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly $ref?: string
}

let whole: (Schema & { readonly $defs: Readonly<Record<string, Schema>> }) | undefined
const schema = () => {
  whole ??= planSchema() as unknown as NonNullable<typeof whole>
  return whole
}

/** What may stand at a path of a plan file; `op` is the word of its line, when the path leads into one. */
export const schemaAt = (path: Path, op: string | undefined): Schema | undefined => {
  let here: Schema | undefined = schema()
  for (const part of path) {
    here = typeof part === 'number' ? here.items : here.properties?.[part]
    if (here?.$ref === '#/$defs/line') here = lineSchema(op)
    if (here === undefined) return undefined
  }
  return here
}

/** A line of that operation; while none is named, what every line says. */
const lineSchema = (op: string | undefined): Schema => {
  const { $defs } = schema()
  const operation = op === undefined ? undefined : operationNamed(op)
  if (operation !== undefined) return $defs[operation.name] as Schema
  const { on, basis, opinions } = ($defs['merge-units'] as Schema).properties ?? {}
  const { line } = $defs
  return {
    ...line,
    properties: { ...line?.properties, on, basis, opinions } as Readonly<Record<string, Schema>>,
  }
}

/** An id of something in the register. */
export const isId = (at: Schema): boolean => at.$ref === '#/$defs/id'

/** Titles of the schema say it in both languages, Chinese first. */
export const meaningOf = (at: Schema | undefined): Text => {
  const [zh = '', ...en] = (at?.title ?? '').split(' · ')
  return { zh, en: en.join(' · ') || zh }
}

/** The words of a closed list, each with its Chinese term where the schema tells it. */
export const wordsOf = (at: Schema): { readonly word: string; readonly term: string | undefined }[] => {
  const terms = new Map(
    (at.description ?? '').split(' · ').map((each): [string, string] => {
      const space = each.indexOf(' ')
      return [each.slice(0, space), each.slice(space + 1)]
    }),
  )
  return (at.enum ?? []).map((value) => ({ word: String(value), term: terms.get(String(value)) }))
}

/** How a member is begun: its key, and the brackets of a list or a map with what they must hold. `${}` is a place to fill. */
export const beginningOf = (key: string, at: Schema): string => `${key}: ${placeOf(at)}`

const placeOf = (at: Schema): string => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the place of a template of the editor
  if (at.type === 'array') return `[${at.items?.properties === undefined ? '${}' : placeOf(at.items)}]`
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the place of a template of the editor
  if (at.properties === undefined) return at.type === 'object' ? '{${}}' : '${}'
  const members = (at.required ?? []).map((key) => beginningOf(key, at.properties?.[key] ?? {}))
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the place of a template of the editor
  return members.length === 0 ? '{${}}' : `{${members.join(', ')}}`
}
