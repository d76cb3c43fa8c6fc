import { useCallback, useDeferredValue, useMemo, useRef } from 'react'
import {
  fetchComments,
  type KeptComments,
  keptLine,
  type Shown,
  type ShownComment,
  shownComments,
} from './comments.ts'
import { useCommentsMoved } from './comments-moved.ts'
import type { PlanKey } from './plans.ts'
import { type Loader, useLoading } from './use-loading.ts'
import { useAround } from './use-who.ts'

/** The comments of a plan as the page shows them, and what the reader may do with them. */
export interface Comments {
  readonly key: PlanKey
  readonly loader: Loader<KeptComments>
  /** Those that were loaded last, also while they are loaded again. */
  readonly list: readonly ShownComment[]
  readonly mayWrite: boolean
  /** Who draws plans settles what others wrote. */
  readonly isPlanner: boolean
  /** The reader, as records name him. */
  readonly me: string
  /** The version that counts now; undefined before it is known. */
  readonly version: number | undefined
  /** What a comment on a line of the shown text is made on; undefined for a line that is not saved. */
  lineFor(line: number): { readonly version: number; readonly line: number } | undefined
}

/**
 * The comments of a plan; undefined where none are kept (`plan` undefined, or a preview without accounts). `shown` is the
 * text on the screen with the version it was drawn from; without it lines are those of the version of now.
 */
export const useComments = (
  county: string,
  plan: string | undefined,
  shown?: Shown | undefined,
): Comments | undefined => {
  const { who } = useAround()
  const me = who?.account == null ? undefined : `account:${who.account.id}`
  const key = useMemo(() => (plan === undefined ? undefined : { county, plan }), [county, plan])
  const load = useCallback(
    (signal: AbortSignal) => fetchComments({ county, plan: plan ?? '' }, signal),
    [county, plan],
  )
  const loader = useLoading(key === undefined || me === undefined ? undefined : load)
  useCommentsMoved({ county, plan: plan ?? '' }, loader.refresh)
  const kept = useLast(loader, load)
  // Finding the lines again may be a moment behind the typing.
  const text = useDeferredValue(shown?.text)
  const base = shown?.base
  const now = useMemo(() => (text === undefined ? undefined : { text, base }), [text, base])
  const list = useMemo(() => (kept === undefined ? [] : shownComments(kept, now)), [kept, now])
  if (key === undefined || who === undefined || me === undefined) return undefined
  return {
    key,
    loader,
    list,
    mayWrite: who.operations.includes('comment-plan') && !who.isReadOnly,
    isPlanner: who.operations.includes('draft-plan'),
    me,
    version: kept?.version,
    lineFor: (line) => (kept === undefined ? undefined : keptLine(line, kept.version, shown)),
  }
}

/** What a loader gave last, as long as it loads the same. */
const useLast = <Value>({ loading }: Loader<Value>, of: unknown): Value | undefined => {
  const last = useRef<{ readonly of: unknown; readonly value: Value }>(undefined)
  if (loading.state === 'ready') last.current = { of, value: loading.value }
  return last.current?.of === of ? last.current?.value : undefined
}

/** The name of a comment box, for {@link useTyped}: the reader's own, of one plan. */
export const boxOf = ({ me, key }: Pick<Comments, 'me' | 'key'>, box: string): string =>
  `${me}/${key.county}/${key.plan}/${box}`
