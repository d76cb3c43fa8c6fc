import { forEachDiagnostic } from '@codemirror/lint'
import type { EditorState, Extension } from '@codemirror/state'
import { type Panel, showPanel } from '@codemirror/view'

/** Below the text: the findings of the row at the cursor, for who goes from one to the next with the keyboard. */
export const findingsAtCursor: Extension = showPanel.of((view): Panel => {
  const dom = document.createElement('div')
  dom.className = 'cm-at-cursor'
  dom.setAttribute('role', 'status')
  const show = (state: EditorState) => {
    const said = saidAt(state)
    if (dom.textContent !== said) dom.textContent = said
    dom.hidden = said === ''
  }
  show(view.state)
  return { dom, update: ({ state }) => show(state) }
})

const saidAt = (state: EditorState): string => {
  const row = state.doc.lineAt(state.selection.main.head)
  const said = new Set<string>()
  forEachDiagnostic(state, ({ message }, from) => {
    if (from >= row.from && from <= row.to) said.add(message)
  })
  return [...said].join('\n')
}
