import type { Bench } from '../../model/bench.ts'
import '../../styles/editor.css'
import { later } from '../later.tsx'
import { EditorNotice } from './editor/editor-notice.tsx'

const text = later(async () => (await import('./editor/text-editor.tsx')).TextEditor)

/** The plan as the text of its file. It is brought when it is first looked at. */
export const PlanEditor = ({ bench }: { readonly bench: Bench }) => (
  <div className="plan-editor">
    <EditorNotice bench={bench} />
    <text.Page bench={bench} />
  </div>
)
