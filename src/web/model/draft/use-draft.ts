import { useMemo, useSyncExternalStore } from 'react'
import { type Base, browserKeep, type DraftKey, draftsIn, isChanged } from './drafts.ts'

/** The drafts of this page. */
export const drafts = draftsIn(browserKeep)
if (typeof window !== 'undefined')
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== null) drafts.heard(key, newValue ?? undefined)
  })

/** How an edit came about: a run of typing is undone as one step. */
export type EditKind = 'typing' | 'step'

/** The plan as it is being edited here. */
export interface Draft {
  readonly key: DraftKey
  readonly text: string
  readonly base: Base | undefined
  /** It says something that the server does not keep. */
  readonly isChanged: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** The browser has no room for it: it lives as long as this page. */
  readonly isUnkept: boolean
  edit(text: string, kind?: EditKind): void
  undo(): void
  redo(): void
  forget(): void
}

/** The draft of a plan; undefined while neither the server nor this browser knows it. */
export const useDraft = (county: string, plan: string | undefined): Draft | undefined => {
  const key = useMemo(() => (plan === undefined ? undefined : { county, plan }), [county, plan])
  const local = useSyncExternalStore(drafts.listen, () => (key === undefined ? undefined : drafts.get(key)))
  return useMemo(() => {
    if (key === undefined || local === undefined) return undefined
    return {
      key,
      text: local.history.now.text,
      base: local.base,
      isChanged: isChanged(local),
      canUndo: local.history.past.length > 0,
      canRedo: local.history.future.length > 0,
      isUnkept: drafts.isFull(),
      edit: (text, kind = 'step') =>
        drafts.edit(key, text, kind === 'typing' ? performance.now() : undefined),
      undo: () => drafts.undo(key),
      redo: () => drafts.redo(key),
      forget: () => drafts.forget(key),
    }
  }, [key, local])
}
