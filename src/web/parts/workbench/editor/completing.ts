import type { CompletionSource } from '@codemirror/autocomplete'
import type { HoverTooltipSource } from '@codemirror/view'
import type { Around } from './setup.ts'

export const completionOver =
  (_: Around): CompletionSource =>
  () =>
    null
export const hoverOver =
  (_: Around): HoverTooltipSource =>
  () =>
    null
