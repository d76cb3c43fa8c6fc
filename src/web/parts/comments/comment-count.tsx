import { commentCountOf } from '../../model/comments.ts'
import type { Comments } from '../../model/use-comments.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'

/** The number of open comments of a line, for its card; nothing where there are none. */
export const CommentCount = ({
  comments,
  line,
}: {
  readonly comments: Comments | undefined
  readonly line: number
}) => {
  const { t } = useWords()
  const count = commentCountOf(comments, line)
  if (count === 0) return null
  const words = t('commentCount', { count })
  return (
    <span className="comment-count" title={words}>
      <Icon name="sheet" /> <span aria-hidden="true">{count}</span>
      <span className="hidden">{words}</span>
    </span>
  )
}
