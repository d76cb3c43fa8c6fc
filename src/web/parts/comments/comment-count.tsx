import { Icon } from '../icon.tsx'
import { useWords } from '../words.tsx'

/** A mark with the number of open comments; nothing where there are none. */
export const CommentCount = ({ count }: { readonly count: number }) => {
  const { t } = useWords()
  if (count === 0) return null
  const words = t('commentCount', { count })
  return (
    <span className="comment-count" title={words}>
      <Icon name="sheet" /> <span aria-hidden="true">{count}</span>
      <span className="hidden">{words}</span>
    </span>
  )
}
