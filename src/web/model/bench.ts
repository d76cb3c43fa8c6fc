import { useMemo, useState } from 'react'
import type { Finding } from '../../kernel/finding.ts'
import { type LineSpan, lineSpans, type WrittenLine } from '../../reform/editing/line-spans.ts'
import { insertLine, moveLine, removeLine, replaceLine, setHeading } from '../../reform/editing/plan-edit.ts'
import type { EditKind } from './draft/use-draft.ts'
import type { Place } from './place.ts'
import { type Comments, useComments } from './use-comments.ts'

/**
 * The plan workbench: the plan as it is being edited, and the one way to edit it. Cards, text, drawing and findings all
 * write the same text; each edit is one step of undo.
 */
export interface Bench extends Place {
  readonly text: string
  /** The lines of the text; undefined while the text is no YAML and only the text itself can be mended. */
  readonly spans: readonly LineSpan[] | undefined
  /** The line in hand, counted from 1. */
  readonly chosen: number | undefined
  choose(line: number | undefined): void
  /** Changes the text; refused (false) when the reader may not, or when an edit was not possible. */
  edit(text: string | undefined, kind?: EditKind): boolean
  /** The last edit could not be made in the text as it is written. */
  readonly isRefused: boolean
  /** Writes a line before `at`, or at the end, and takes it in hand. */
  insert(line: WrittenLine, at?: number): boolean
  replace(number: number, line: WrittenLine): boolean
  remove(number: number): boolean
  move(number: number, place: number): boolean
  heading(key: string, value: unknown): boolean
  /** What was said of the plan and its lines; undefined where no server keeps comments. */
  readonly comments: Comments | undefined
  /** The findings that lead to a line. */
  findingsAt(line: number): readonly Finding[]
}

/** The bench over a place. While nothing is open its text is empty and every edit is refused. */
export const useBench = (place: Place): Bench => {
  const { draft, mayEdit, view, setView, session, planId, book, hasRecords } = place
  const isKept = hasRecords && draft?.base !== undefined
  const comments = useComments(book.files.id, isKept ? planId : undefined, draft)
  const text = draft?.text ?? ''
  const spans = useMemo(() => lineSpans(text), [text])
  const [refusedOn, setRefusedOn] = useState<string>()
  const atLine = useMemo(() => findingsByLine(session.findings, planId), [session.findings, planId])
  return useMemo((): Bench => {
    const choose = (line: number | undefined) => setView({ line })
    const edit: Bench['edit'] = (next, kind) => {
      if (!mayEdit || draft === undefined) return false
      if (next === undefined) {
        setRefusedOn(text)
        return false
      }
      draft.edit(next, kind)
      return true
    }
    const kept = (isDone: boolean, line: number | undefined) => {
      if (isDone) choose(line)
      return isDone
    }
    return {
      ...place,
      text,
      spans,
      chosen: view.line,
      choose,
      edit,
      insert: (line, at = (spans?.length ?? 0) + 1) => kept(edit(insertLine(text, at, line)), at),
      replace: (number, line) => edit(replaceLine(text, number, line)),
      remove: (number) => kept(edit(removeLine(text, number)), undefined),
      move: (number, to) => kept(edit(moveLine(text, number, to)), to),
      heading: (key, value) => edit(setHeading(text, key, value)),
      isRefused: refusedOn !== undefined && refusedOn === text,
      comments,
      findingsAt: (line) => atLine.get(line) ?? [],
    }
  }, [place, draft, mayEdit, text, spans, view.line, setView, comments, atLine, refusedOn])
}

const findingsByLine = (findings: readonly Finding[], plan: string | undefined) => {
  const found = new Map<number, Finding[]>()
  for (const finding of findings) {
    const line = lineOfFinding(finding, plan)
    if (line !== undefined) found.set(line, [...(found.get(line) ?? []), finding])
  }
  return found
}

/** The line of the plan that a finding leads to, counted from 1. */
export const lineOfFinding = ({ at }: Finding, plan: string | undefined): number | undefined => {
  const head = `plan:${plan}#`
  return at.startsWith(head) ? Number(at.slice(head.length)) || undefined : undefined
}
