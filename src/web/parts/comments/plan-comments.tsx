import { useId, useState } from 'react'
import { type CommentFilter, listedComments, type ShownComment } from '../../model/comments.ts'
import type { Comments } from '../../model/use-comments.ts'
import '../../styles/comments.css'
import { Loaded } from '../account/loaded.tsx'
import { Segmented } from '../segmented.tsx'
import { useWords } from '../words.tsx'
import { CommentForm } from './comment-form.tsx'
import { CommentThread } from './comment-thread.tsx'

/**
 * Everything that is said of a plan, by line, the whole plan first; each leads to its line by `onLine`. Nothing where
 * comments are not kept.
 */
export const PlanComments = ({
  comments,
  onLine,
}: {
  readonly comments: Comments | undefined
  /** Goes to a line of the shown text; without it the lines are named only. */
  readonly onLine?: ((line: number) => void) | undefined
}) => {
  const { t } = useWords()
  const id = useId()
  const [filter, setFilter] = useState<CommentFilter>('open')
  if (comments === undefined) return null
  const listed = listedComments(comments.list, filter)
  return (
    <section className="plan-comments" aria-labelledby={id}>
      <div className="comments-head">
        <h2 id={id}>
          {t('comments')} <small>{comments.list.filter(({ isOpen }) => isOpen).length}</small>
        </h2>
        <Segmented
          label={t('commentsShow')}
          value={filter}
          choices={[
            ['open', t('commentsOpen')],
            ['all', t('commentsAll')],
            ['returned', t('commentsReturned')],
          ]}
          onChoose={setFilter}
        />
      </div>
      <Loaded loader={comments.loader} id={comments.key.plan} isInside>
        {() => (
          <>
            {listed.length === 0 && <Nothing filter={filter} isEmpty={comments.list.length === 0} />}
            <ol className="comment-list">
              {listed.map((comment) => (
                <li key={comment.number}>
                  <Where comment={comment} onLine={onLine} />
                  <CommentThread comments={comments} comment={comment} />
                </li>
              ))}
            </ol>
          </>
        )}
      </Loaded>
      {comments.mayWrite && <CommentForm comments={comments} />}
    </section>
  )
}

const Nothing = ({ filter, isEmpty }: { readonly filter: CommentFilter; readonly isEmpty: boolean }) => {
  const { t } = useWords()
  if (filter === 'returned') return <p className="empty">{t('commentsNoneReturned')}</p>
  return <p className="empty">{t(isEmpty ? 'commentsNone' : 'commentsNoneOpen')}</p>
}

/** The line that a comment is about, as the way to it. */
const Where = ({
  comment: { line, shown, version },
  onLine,
}: {
  readonly comment: ShownComment
  readonly onLine: ((line: number) => void) | undefined
}) => {
  const { t } = useWords()
  if (line === null) return <p className="note">{t('commentWhole')}</p>
  if (shown === null) return <p className="note">{t('commentGone', { line: line.number, version })}</p>
  const name = t('commentLine', { line: shown.number })
  if (onLine === undefined) return <p className="note">{name}</p>
  return (
    <p>
      <button type="button" className="link" onClick={() => onLine(shown.number)}>
        {name}
      </button>
    </p>
  )
}
