import { setDiagnostics } from '@codemirror/lint'
import { Annotation, Compartment, EditorState, type TransactionSpec } from '@codemirror/state'
import { EditorView, type ViewUpdate } from '@codemirror/view'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Bench } from '../../../model/bench.ts'
import { lineAtRow, shownText, smallestChange, writtenText } from '../../../model/completion/rows.ts'
import { useWords, type Words } from '../../words.tsx'
import { marksOf } from './marks.ts'
import { extensionsOf } from './setup.ts'

/** A change that comes from the draft, and so is not told to it. */
const fromDraft = Annotation.define<true>()
const access = new Compartment()
const readOnly = (mayEdit: boolean) => EditorState.readOnly.of(!mayEdit)

/**
 * The text of the plan in an editor. What is typed is an edit of the draft; what is changed elsewhere (a card, undo,
 * another version) is put in with the smallest change. The editor stands in a shadow root, because there its styles are
 * sheets of the script's own and the page needs no permission for styles written into it.
 */
export const TextEditor = ({ bench }: { readonly bench: Bench }) => {
  const words = useWords()
  const { language } = words
  const host = useRef<HTMLDivElement>(null)
  const standing = useRef<Standing>(undefined)
  const latest = useRef(bench)
  const [pauses, setPauses] = useState(0)
  useLayoutEffect(() => {
    latest.current = bench
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is built anew for another language
  useLayoutEffect(() => {
    if (host.current === null) return
    const built = standingIn(host.current, { bench: () => latest.current, words }, () =>
      setPauses((known) => known + 1),
    )
    standing.current = built
    return () => built.view.destroy()
  }, [language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what waited for the end of a composition comes after it
  useLayoutEffect(() => standing.current?.follow(bench, words), [bench, words, pauses])
  return <div className="plan-text" ref={host} />
}

interface Around {
  bench(): Bench
  readonly words: Words
}

interface Standing {
  readonly view: EditorView
  /** Brings text, access, findings and the chosen line of the editor to where the bench is. */
  follow(bench: Bench, words: Words): void
}

const standingIn = (host: HTMLElement, around: Around, paused: () => void): Standing => {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  let line = around.bench().chosen
  const update = (change: ViewUpdate) => {
    const isOurs = change.transactions.every((each) => each.annotation(fromDraft) === undefined)
    const bench = around.bench()
    if (change.docChanged && isOurs)
      bench.edit(writtenText(change.state.doc.toString(), bench.text), 'typing')
    if (!(change.selectionSet && isOurs && change.view.hasFocus)) return
    const found = lineOf(bench, change.state)
    if (found === undefined || found === line) return
    line = found
    bench.choose(found)
  }
  const { text, mayEdit } = around.bench()
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: shownText(text),
      extensions: [
        extensionsOf(around),
        access.of(readOnly(mayEdit)),
        EditorView.updateListener.of(update),
        EditorView.domEventHandlers({ compositionend: () => void setTimeout(paused) }),
      ],
    }),
  })
  keepKeys(root)
  line = undefined
  return {
    view,
    follow: (bench, words) => {
      // While a word is being composed nothing is touched, or the input method would lose its place.
      if (view.composing) return
      follow(view, bench, words)
      if (bench.chosen === line) return
      line = bench.chosen
      goTo(view, bench)
    },
  }
}

const follow = (view: EditorView, bench: Bench, words: Words): void => {
  const changes = smallestChange(view.state.doc.toString(), shownText(bench.text))
  const spec: TransactionSpec[] = []
  if (changes !== undefined)
    spec.push({ changes, annotations: fromDraft.of(true), scrollIntoView: view.hasFocus })
  if (view.state.readOnly === bench.mayEdit)
    spec.push({ effects: access.reconfigure(readOnly(bench.mayEdit)) })
  if (spec.length > 0) view.dispatch(...spec)
  if (!bench.isBehind)
    view.dispatch(setDiagnostics(view.state, marksOf(bench.session.findings, view.state.doc, words)))
}

const lineOf = ({ spans, text }: Bench, state: EditorState): number | undefined =>
  spans && lineAtRow(spans, text, state.doc.lineAt(state.selection.main.head).number)

/** A line that was chosen elsewhere: its row comes into sight, and the cursor stands at it. */
const goTo = (view: EditorView, { spans, chosen, text }: Bench): void => {
  const row = chosen === undefined ? undefined : spans?.[chosen - 1]?.row
  if (row === undefined || row > view.state.doc.lines) return
  const at = view.state.doc.line(row).from
  const isThere =
    spans && lineAtRow(spans, text, view.state.doc.lineAt(view.state.selection.main.head).number)
  view.dispatch({
    ...(isThere === chosen ? {} : { selection: { anchor: at } }),
    annotations: fromDraft.of(true),
    effects: EditorView.scrollIntoView(at, { y: 'center' }),
  })
}

/** Keys that are typed here are not commands of the page; those with Ctrl or ⌘ are, but for undoing in a field. */
const keepKeys = (root: ShadowRoot): void => {
  root.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return
    const isField = event.target instanceof HTMLInputElement
    const isCommand = event.ctrlKey || event.metaKey
    if (!isCommand || (isField && /^[zy]$/i.test(event.key))) event.stopPropagation()
  })
}
