import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** Everything is coloured by the variables of the page, so that light, dark and paper need no second theme. */
const look = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--ink)',
    backgroundColor: 'var(--sheet)',
    fontSize: '12px',
    border: '1px solid var(--line)',
  },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: "var(--mono), 'Noto Sans SC'", lineHeight: '20px' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '6px 0' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--wash) 55%, transparent)' },
  '.cm-gutters': {
    color: 'var(--ink-3)',
    backgroundColor: 'var(--sheet)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-activeLineGutter': { color: 'var(--ink)', backgroundColor: 'var(--wash)' },
  '.cm-lineNumbers .cm-gutterElement': {
    minWidth: '30px',
    padding: '0 4px',
    fontVariantNumeric: 'tabular-nums',
  },
  '.cm-foldPlaceholder': {
    color: 'var(--ink-2)',
    backgroundColor: 'var(--wash)',
    border: '1px solid var(--line)',
    padding: '0 6px',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    color: 'inherit',
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--accent-soft)', outline: '1px solid var(--control)' },
  '.cm-searchMatch.cm-searchMatch-selected': { backgroundColor: 'var(--kept)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--wash)' },
})

const floating = EditorView.theme({
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--control)',
    font: '13px / 20px var(--sans)',
    maxWidth: 'min(420px, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { font: '13px / 20px var(--sans)', maxHeight: '260px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px', minHeight: '24px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    color: 'var(--on-accent)',
    backgroundColor: 'var(--accent)',
  },
  '.cm-completionDetail': { color: 'var(--ink-2)', fontStyle: 'normal', marginLeft: '10px' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-tooltip.cm-completionInfo': { padding: '6px 10px', maxWidth: '300px' },
  '.cm-hover': { padding: '6px 10px' },
  '.cm-hover p, .cm-finding p': { margin: '0' },
  '.cm-note': { color: 'var(--ink-2)', fontSize: '12px' },
  '.cm-panels': {
    color: 'var(--ink)',
    backgroundColor: 'var(--paper)',
    font: '13px / 20px var(--sans)',
  },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-panel.cm-search': { padding: '6px 32px 6px 8px' },
  '.cm-at-cursor': { padding: '4px 8px', whiteSpace: 'pre-line', maxHeight: '84px', overflowY: 'auto' },
  '.cm-textfield': {
    color: 'var(--ink)',
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--control)',
    minHeight: '26px',
    font: '13px / 20px var(--sans)',
  },
  '.cm-button': {
    color: 'var(--ink)',
    backgroundColor: 'var(--raised)',
    backgroundImage: 'none',
    border: '1px solid var(--control)',
    borderRadius: '2px',
    minHeight: '26px',
    font: '13px / 18px var(--sans)',
  },
  '.cm-panel.cm-search label, .cm-panel.cm-gotoLine label': { fontSize: '13px', minHeight: '24px' },
  '.cm-panel.cm-search [name=close], .cm-panel.cm-panel-lint button[name=close]': {
    color: 'var(--ink)',
    minWidth: '24px',
    minHeight: '24px',
    fontSize: '16px',
  },
  '.cm-panel.cm-panel-lint ul [aria-selected], .cm-panel.cm-panel-lint ul:focus [aria-selected]': {
    color: 'var(--ink)',
    backgroundColor: 'var(--accent-soft)',
  },
})

const severities = { error: 'error', warning: 'warn', info: 'accent', hint: 'ink-3' } as const

/** Marks of findings: a line below the words, and beside the row the sign that the lists of findings use. */
const marks = EditorView.theme({
  '.cm-diagnostic': { padding: '6px 10px', borderLeft: '3px solid var(--ink-3)' },
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '1px' },
  '.cm-gutter-lint': { width: '18px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '3px 2px' },
  '.cm-lint-marker': { width: '14px', height: '14px', content: 'normal !important' },
  ...Object.fromEntries(
    Object.entries(severities).flatMap(([severity, colour]) => [
      [`.cm-diagnostic-${severity}`, { borderLeftColor: `var(--${colour})` }],
      [
        `.cm-lintRange-${severity}`,
        {
          textDecoration: `underline ${severity === 'error' ? 'wavy' : 'dotted'} var(--${colour})`,
          textDecorationSkipInk: 'none',
          textUnderlineOffset: '3px',
        },
      ],
      [`.cm-lint-marker-${severity}`, { ...signOf(severity), backgroundColor: `var(--${colour})` }],
    ]),
  ),
})

function signOf(severity: string) {
  const path =
    severity === 'error'
      ? 'M4.500 1.500h5l3 3v5l-3 3h-5l-3-3v-5zM5 5l4 4M9 5l-4 4'
      : severity === 'warning'
        ? 'M7 2l5.500 10h-11zM7 6v3M7 10.400v.2'
        : severity === 'info'
          ? 'M3 1.500h5.500l2.500 2.500v8.500h-8zM5 6h4M5 8.500h4'
          : 'M7 1.500a5.500 5.500 0 1 0 0 11a5.500 5.500 0 1 0 0-11M7 6.200v4M7 3.900v.2'
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="14" height="14" fill="none" stroke="black" stroke-width="1.4"><path d="${path}"/></svg>`
  const mask = `url('data:image/svg+xml,${encodeURIComponent(drawing)}')`
  return { maskImage: mask, WebkitMaskImage: mask }
}

const words = HighlightStyle.define([
  { tag: tags.definition(tags.propertyName), color: 'var(--accent)' },
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: tags.lineComment, color: 'var(--ink-3)', fontStyle: 'normal' },
  { tag: [tags.squareBracket, tags.brace, tags.separator, tags.punctuation], color: 'var(--ink-2)' },
  { tag: [tags.typeName, tags.labelName, tags.keyword, tags.meta], color: 'var(--plate)' },
])

export const theme: Extension = [look, floating, marks, syntaxHighlighting(words)]
