import type { Text } from '../../../kernel/text.ts'
import type { HeldName } from '../../../register/register.ts'

/** The forms by which a line of a plan is written: one for each operation, made from the schema of plan files. */

/** What an id stands for. */
export interface IdOf {
  readonly table: 'units' | HeldName
  /** It names something that the line brings into being, so it must be free. */
  readonly isNew?: boolean
}

/** How a field is filled in. */
export type Control =
  | { readonly kind: 'id'; readonly of: IdOf; readonly isMany: boolean }
  | { readonly kind: 'choice'; readonly words: readonly string[] }
  | { readonly kind: 'text' }
  | { readonly kind: 'day' }
  | { readonly kind: 'count' }
  /** Yes or no; left out it means `without`, or what it was. */
  | { readonly kind: 'flag'; readonly without: boolean | undefined }
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }
  | { readonly kind: 'list'; readonly fields: readonly FormField[]; readonly least: number }
  /** Nothing a form can show; what is written stays. */
  | { readonly kind: 'kept' }

/** One field of a form. */
export interface FormField {
  readonly key: string
  readonly label: Text
  /** What there is to know about it, in a sentence; often nothing. */
  readonly help: Text | undefined
  readonly control: Control
  readonly isRequired: boolean
  /** Folded away under “more”. */
  readonly isMore: boolean
}

/** A step into a line: the key of a field or the place in a list. */
export type Path = readonly (string | number)[]

export const pathText = (path: Path): string => path.join('.')
