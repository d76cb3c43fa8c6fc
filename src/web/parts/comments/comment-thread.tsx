import { useRef, useState } from 'react'
import { minuteText } from '../../format.ts'
import { actorText } from '../../model/audit-words.ts'
import { replyTo, type ShownComment, settleComment } from '../../model/comments.ts'
import { commentsMoved } from '../../model/comments-moved.ts'
import { isTyped } from '../../model/typed-comment.ts'
import { useCommand } from '../../model/use-command.ts'
import { boxOf, type Comments } from '../../model/use-comments.ts'
import { RefusalNote } from '../account/refusal.tsx'
import { Icon, type IconName } from '../icon.tsx'
import { useWords } from '../words.tsx'
import { CommentBox } from './comment-box.tsx'

const marks: Readonly<Record<ShownComment['kind'], IconName>> = {
  remark: 'sheet',
  question: 'info',
  return: 'triangle',
}

/** One comment with its replies, what became of it, and what the reader may do about it. */
export const CommentThread = ({
  comments,
  comment,
}: {
  readonly comments: Comments
  readonly comment: ShownComment
}) => {
  const { t, pick } = useWords()
  const { kind, author, at, version, text, replies, shown, isOpen } = comment
  const kinds = { remark: t('commentRemark'), question: t('commentQuestion'), return: t('commentReturn') }
  return (
    <article className="comment" data-comment={comment.number}>
      <p className="comment-head">
        <span className={kind === 'return' && isOpen ? 'severity warning' : 'severity'}>
          <Icon name={marks[kind]} /> {kinds[kind]}
        </span>{' '}
        <b>{pick(actorText(author.id, author.name))}</b>{' '}
        <span className="note">
          {minuteText(at)} · {t('commentVersion', { version })}
        </span>
      </p>
      <p className="comment-text">{text}</p>
      {shown?.isChanged === true && <p className="note comment-changed">{t('commentChanged')}</p>}
      {replies.length > 0 && (
        <ol className="replies">
          {replies.map((reply) => (
            <li key={reply.number}>
              <p className="comment-head">
                <b>{pick(actorText(reply.author.id, reply.author.name))}</b>{' '}
                <span className="note">{minuteText(reply.at)}</span>
              </p>
              <p className="comment-text">{reply.text}</p>
            </li>
          ))}
        </ol>
      )}
      <Fate comment={comment} />
      {comments.mayWrite && comment.resolved === null && <Acts comments={comments} comment={comment} />}
    </article>
  )
}

/** What became of a comment. */
const Fate = ({ comment: { kind, resolved, isOpen } }: { readonly comment: ShownComment }) => {
  const { t, pick } = useWords()
  if (resolved !== null) {
    const values = { name: pick(actorText(resolved.by.id, resolved.by.name)), at: minuteText(resolved.at) }
    return <p className="note">{t(kind === 'return' ? 'commentTakenBackBy' : 'commentSettledBy', values)}</p>
  }
  if (kind !== 'return') return null
  return <p className="note">{t(isOpen ? 'commentWaits' : 'commentAnswered')}</p>
}

/** Replying, and settling: by who wrote it or by a planner; a return only by who gave the plan back. */
const Acts = ({ comments, comment }: { readonly comments: Comments; readonly comment: ShownComment }) => {
  const { t, pick } = useWords()
  const [settling, replying] = [useCommand(), useCommand()]
  const box = boxOf(comments, `reply-${comment.number}`)
  const [isReplying, setReplying] = useState(() => isTyped(box))
  const [isFocused, setFocused] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  const name = pick(actorText(comment.author.id, comment.author.name))
  const isReturn = comment.kind === 'return'
  const isMine = comment.author.id === comments.me
  const maySettle = comment.isOpen && (isMine || (comments.isPlanner && !isReturn))
  return (
    <>
      <p className="row-actions">
        <button
          ref={toggle}
          type="button"
          className="link"
          aria-expanded={isReplying}
          aria-label={t('commentReplyTo', { name })}
          onClick={() => {
            setFocused(true)
            setReplying(!isReplying)
          }}
        >
          {t('commentReply')}
        </button>
        {maySettle && (
          <button
            type="button"
            className="link"
            aria-busy={settling.isBusy}
            aria-label={isReturn ? t('commentTakeBack') : t('commentSettleOf', { name })}
            onClick={async () => {
              if (settling.isBusy) return
              const answer = await settling.run((key) => settleComment(key, comments.key, comment.number))
              if (answer !== undefined) commentsMoved(comments.key)
            }}
          >
            {t(isReturn ? 'commentTakeBack' : 'commentSettle')}
          </button>
        )}
      </p>
      <RefusalNote refusal={settling.refusal} />
      {isReplying && (
        <CommentBox
          box={box}
          label={t('commentReplyTo', { name })}
          submit={t('commentReply')}
          commanding={replying}
          isFocused={isFocused}
          onSend={async (text) => {
            const answer = await replying.run((key) => replyTo(key, comments.key, comment.number, text))
            if (answer === undefined) return false
            setReplying(false)
            toggle.current?.focus()
            commentsMoved(comments.key)
            return true
          }}
        />
      )}
    </>
  )
}
