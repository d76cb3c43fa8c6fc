import { EditorState, type Extension } from '@codemirror/state'
import type { TextKey } from '../../../texts/index.ts'
import type { Words } from '../../words.tsx'

/** The words of the editor itself, by the English that it asks for. */
const phrases: Readonly<Record<string, TextKey>> = {
  Find: 'editorFind',
  Replace: 'editorReplace',
  next: 'editorNext',
  previous: 'editorPrevious',
  all: 'editorAll',
  'match case': 'editorMatchCase',
  'by word': 'editorByWord',
  regexp: 'editorRegexp',
  replace: 'editorReplaceOne',
  'replace all': 'editorReplaceAll',
  close: 'editorClose',
  'current match': 'editorCurrentMatch',
  'on line': 'editorOnRow',
  'replaced match on line $': 'editorReplacedRow',
  'replaced $ matches': 'editorReplacedCount',
  'Go to line': 'editorGoTo',
  go: 'editorGo',
  'Folded lines': 'editorFoldedRows',
  'Unfolded lines': 'editorUnfoldedRows',
  to: 'editorTo',
  'folded code': 'editorFolded',
  unfold: 'editorUnfold',
  'Fold line': 'editorFoldRow',
  'Unfold line': 'editorUnfoldRow',
  Completions: 'editorCompletions',
  Diagnostics: 'editorFindings',
  'No diagnostics': 'editorNoFindings',
  'Control character': 'editorControl',
}

export const phrasesIn = ({ t }: Words): Extension =>
  EditorState.phrases.of(Object.fromEntries(Object.entries(phrases).map(([asked, key]) => [asked, t(key)])))
