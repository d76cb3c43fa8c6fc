import {
  type FollowedLine,
  followLine,
  type LineMark,
  lineDigests,
} from '../../reform/editing/follow-line.ts'
import type { Client } from '../database.ts'
import type { PlanKey } from './draft.ts'
import { digestOf } from './keepable-text.ts'
import type { OpenDraft } from './opened.ts'
import { readVersion } from './read.ts'
import { mostCharacters } from './reading.ts'

/** 批注: something said of a plan, of a line of it or of the whole; `return` is 退回, with the reason. */
export type CommentKind = 'remark' | 'question' | 'return'

/** Something that somebody wrote, and when. */
interface Said {
  readonly number: number
  readonly text: string
  readonly author: string
  readonly at: string
}

/** A comment with the replies to it, in their order. */
export interface Comment extends Said {
  readonly kind: CommentKind
  /** The version that it was made on. */
  readonly version: number
  /** The line of that version; null when it is about the whole plan. */
  readonly line: LineMark | null
  readonly resolved: { readonly by: string; readonly at: string } | null
  readonly replies: readonly Said[]
}

/** A comment and where the line that it is about stands in the version of now; null when that is gone. */
export interface PlacedComment extends Comment {
  readonly now: FollowedLine | null
  /** Somebody still has to do something about it. */
  readonly isOpen: boolean
}

/** A row of the table, in the order in which the comments came. */
type Row = Said & {
  readonly kind: CommentKind | 'reply'
  readonly replyTo: number | null
} & Pick<Comment, 'version' | 'line' | 'resolved'>

const readRows = async (client: Client, { county, plan }: PlanKey): Promise<Row[]> => {
  const { rows } = await client.query(
    `select comment_no as number, kind, reply_to as "replyTo", version, text, author, at,
       case when line is not null then json_build_object('number', line, 'digest', line_digest) end as line,
       case when resolved_at is not null then json_build_object('by', resolved_by, 'at', resolved_at) end as resolved
     from plan_comment where county_id = $1 and plan_id = $2 order by comment_no`,
    [county, plan],
  )
  return rows as unknown as Row[]
}

/** The comments of a plan with their replies, in the order in which they came. */
export const readComments = async (client: Client, key: PlanKey): Promise<Comment[]> => {
  const rows = await readRows(client, key)
  const repliesTo = Map.groupBy(
    rows.filter(({ replyTo }) => replyTo !== null),
    ({ replyTo }) => replyTo,
  )
  return rows.flatMap(({ kind, replyTo: _, ...row }) =>
    kind === 'reply' ? [] : [{ ...row, kind, replies: (repliesTo.get(row.number) ?? []).map(replyOf) }],
  )
}

const replyOf = ({ number, text, author, at }: Row): Said => ({ number, text, author, at })

/** All comments of a plan, each with the line of the version of now that it is about. */
export const placedComments = async (client: Client, { key, draft }: OpenDraft): Promise<PlacedComment[]> => {
  const linesIn = versionLines(client, key)
  const placed: PlacedComment[] = []
  for (const comment of await readComments(client, key)) {
    const { line, version } = comment
    const now = line === null ? null : await followed(line, { version, now: draft.version }, linesIn)
    placed.push({ ...comment, now, isOpen: isOpen(comment, draft.version) })
  }
  return placed
}

/** Beyond this many versions a line that changed is looked for in the last one alone: each has to be read. */
const mostSteps = 24

/** Where a line stands now: where the same is said, else where it came to from version to version. */
const followed = async (
  line: LineMark,
  { version, now }: { readonly version: number; readonly now: number },
  linesIn: LinesIn,
): Promise<FollowedLine | null> => {
  const to = await linesIn(now)
  if (to.length === 0) return null
  if (to.filter((said) => said === line.digest).length === 1) return followLine(line, to) ?? null
  const versions =
    now - version > mostSteps ? [now] : Array.from({ length: now - version }, (_, at) => version + at + 1)
  let [mark, from, isChanged] = [line, await linesIn(version), false]
  for (const each of versions) {
    const lines = await linesIn(each)
    // A version that was unfinished, and could not be read, tells nothing of the lines after it.
    if (lines.length === 0) continue
    const found = followLine(mark, lines, from)
    if (found === undefined) return followLine(line, to) ?? null
    mark = { number: found.number, digest: lines[found.number - 1] ?? '' }
    isChanged ||= found.isChanged
    from = lines
  }
  return { number: mark.number, isChanged: isChanged && mark.digest !== line.digest }
}

/** What is settled is settled; a return also by the further version that answers it. */
export const isOpen = ({ kind, version, resolved }: Comment, now: number): boolean =>
  resolved === null && (kind !== 'return' || version === now)

const kept = new Map<string, readonly string[] | undefined>()

/** The digests of the lines of a text; the last few are remembered. What is too long to be read here has none. */
export const linesOf = (text: string): readonly string[] | undefined => {
  if (text.length > mostCharacters) return undefined
  const key = digestOf(text)
  const known = kept.has(key) ? kept.get(key) : lineDigests(text)
  kept.delete(key)
  kept.set(key, known)
  for (const each of kept.keys()) if (kept.size > 64) kept.delete(each)
  return known
}

type LinesIn = (version: number) => Promise<readonly string[]>

/** The lines of versions of a plan, each read once; none of a text whose lines cannot be told. */
const versionLines = (client: Client, key: PlanKey): LinesIn => {
  const read = new Map<number, readonly string[]>()
  return async (version) => {
    const lines = read.get(version) ?? linesOf((await readVersion(client, key, version))?.text ?? '') ?? []
    read.set(version, lines)
    return lines
  }
}
