import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentUnit } from '@codemirror/language'
import { lintGutter, lintKeymap, nextDiagnostic, previousDiagnostic } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import type { Bench } from '../../../model/bench.ts'
import type { Words } from '../../words.tsx'
import { completionOver, hoverOver } from './completing.ts'
import { phrasesIn } from './phrases.ts'
import { findingsAtCursor } from './status.ts'
import { theme } from './theme.ts'

/** What the editor asks for while it stands: the bench as it is now, and the words of the page. */
export interface Around {
  bench(): Bench
  readonly words: Words
}

/** Everything the editor can do but for what changes while it stands. Its history is the draft's, so it has none itself. */
export const extensionsOf = (around: Around): Extension[] => [
  lineNumbers(),
  lintGutter(),
  foldGutter({ markerDOM: (isOpen) => foldMark(isOpen) }),
  codeFolding(),
  highlightSpecialChars(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  drawSelection(),
  bracketMatching(),
  yaml(),
  indentUnit.of('  '),
  EditorState.tabSize.of(2),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': around.words.t('editorLabel'), tabindex: '0' }),
  search({ top: true }),
  autocompletion({
    override: [completionOver(around)],
    icons: false,
    maxRenderedOptions: 80,
    activateOnTypingDelay: 60,
    // Whoever writes quickly takes what is shown: a key is never a row of its own because it came too soon.
    interactionDelay: 0,
  }),
  hoverTooltip(hoverOver(around)),
  historyOf(around),
  findingsAtCursor,
  keymap.of([...completionKeymap, ...findingKeys, ...lintKeymap, ...searchKeymap, ...foldKeymap]),
  // Tab is not among them: it leaves the editor.
  keymap.of(defaultKeymap),
  phrasesIn(around.words),
  theme,
]

const findingKeys = [
  { key: 'F8', run: nextDiagnostic },
  { key: 'Shift-F8', run: previousDiagnostic },
]

/** Undo and redo are the draft's, whose steps are those of the cards as well. */
const historyOf = ({ bench }: Around): Extension => {
  const step = (how: 'undo' | 'redo') => () => {
    const { draft, mayEdit } = bench()
    if (mayEdit) draft?.[how]()
    return true
  }
  const kept = { preventDefault: true, stopPropagation: true }
  return [
    keymap.of([
      { key: 'Mod-z', run: step('undo'), ...kept },
      { key: 'Mod-y', run: step('redo'), ...kept },
      { key: 'Mod-Shift-z', run: step('redo'), ...kept },
    ]),
    EditorView.domEventHandlers({
      beforeinput: (event) => {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false
        event.preventDefault()
        return step(event.inputType === 'historyUndo' ? 'undo' : 'redo')()
      },
    }),
  ]
}

const foldMark = (isOpen: boolean): HTMLElement => {
  const mark = document.createElement('span')
  mark.textContent = isOpen ? '⌄' : '›'
  return mark
}
