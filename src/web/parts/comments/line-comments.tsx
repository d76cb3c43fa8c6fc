import { commentsAt } from '../../model/comments.ts'
import type { Comments } from '../../model/use-comments.ts'
import '../../styles/comments.css'
import { useWords } from '../words.tsx'
import { CommentForm } from './comment-form.tsx'
import { CommentThread } from './comment-thread.tsx'

/**
 * What is said of one line of the shown plan, to stand below its card: open comments first, settled ones folded, and a
 * button to write one. Nothing where comments are not kept, or where there are none and the reader writes none.
 */
export const LineComments = ({
  comments,
  line,
  mayWrite = true,
}: {
  readonly comments: Comments | undefined
  /** The line of the shown text, counted from 1. */
  readonly line: number
  /** False where only what is there is shown, whatever the reader's rights. */
  readonly mayWrite?: boolean
}) => {
  const { t } = useWords()
  if (comments === undefined) return null
  const here = commentsAt(comments.list, line)
  const [open, settled] = [here.filter(({ isOpen }) => isOpen), here.filter(({ isOpen }) => !isOpen)]
  const isWriting = mayWrite && comments.mayWrite
  if (here.length === 0 && !isWriting) return null
  return (
    <section className="line-comments" aria-label={t('commentsOnLine', { line })}>
      {open.map((comment) => (
        <CommentThread key={comment.number} comments={comments} comment={comment} />
      ))}
      {settled.length > 0 && (
        <details>
          <summary>{t('commentsSettled', { count: settled.length })}</summary>
          {settled.map((comment) => (
            <CommentThread key={comment.number} comments={comments} comment={comment} />
          ))}
        </details>
      )}
      {isWriting && <CommentForm comments={comments} line={line} />}
    </section>
  )
}
