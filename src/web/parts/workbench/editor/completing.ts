import { type Completion, type CompletionSource, snippet } from '@codemirror/autocomplete'
import type { HoverTooltipSource } from '@codemirror/view'
import type { Account } from '../../../../ledger/account.ts'
import { describedAt } from '../../../model/completion/describe.ts'
import { type Suggestion, suggestionsAt } from '../../../model/completion/suggest.ts'
import { worldOf } from '../../../model/completion/world.ts'
import type { Around } from './setup.ts'

/** Suggestions while one writes; asked for with Ctrl+Space they come for an empty word as well. */
export const completionOver = (around: Around): CompletionSource => {
  const world = worldIn(around)
  return ({ state, pos, explicit }) => {
    const found = suggestionsAt(state.doc.toString(), pos, world())
    if (found === undefined) return null
    const word = state.sliceDoc(found.from, pos)
    // Enter must stay a new row where nothing is being written, and where the word is whole.
    if (!explicit && (word === '' || found.list.some(({ insert }) => insert === word))) return null
    return { from: found.from, to: found.to, options: found.list.map(optionOf), filter: false }
  }
}

const optionOf = ({ label, detail, info, insert, isTemplate }: Suggestion): Completion => ({
  label,
  ...(detail === undefined ? {} : { detail }),
  ...(info === undefined || info === detail ? {} : { info }),
  apply: isTemplate === true ? snippet(insert) : insert,
})

/** What a key or an id is, where the pointer rests on it. */
export const hoverOver = (around: Around): HoverTooltipSource => {
  const world = worldIn(around)
  return (view, pos) => {
    const found = describedAt(view.state.doc.toString(), pos, world())
    if (found === undefined) return null
    const { from, to, title, about } = found
    return { pos: from, end: to, above: true, create: () => ({ dom: drawn(title, about) }) }
  }
}

/** The world of the last rehearsal that came about: half a word makes a text that cannot be rehearsed. */
const worldIn = ({ bench, words }: Around) => {
  let account: Account | undefined
  return () => {
    account = bench().session.account ?? account
    return worldOf(account, words.language)
  }
}

const drawn = (title: string, about: string): HTMLElement => {
  const box = document.createElement('div')
  box.className = 'cm-hover'
  for (const [text, name] of [
    [title, ''],
    [about, 'cm-note'],
  ] as const)
    if (text !== '') {
      const row = box.appendChild(document.createElement('p'))
      row.textContent = text
      row.className = name
    }
  return box
}
