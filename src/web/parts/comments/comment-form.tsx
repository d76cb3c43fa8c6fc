import { useRef, useState } from 'react'
import { writeComment } from '../../model/comments.ts'
import { commentsMoved } from '../../model/comments-moved.ts'
import { isTyped, useTyped } from '../../model/typed-comment.ts'
import { useCommand } from '../../model/use-command.ts'
import { boxOf, type Comments } from '../../model/use-comments.ts'
import { Choice } from '../account/field.tsx'
import { useWords } from '../words.tsx'
import { CommentBox } from './comment-box.tsx'

/** A button that opens the box for a comment: on a line of the shown text, or on the whole plan. */
export const CommentForm = ({ comments, line }: { readonly comments: Comments; readonly line?: number }) => {
  const { t } = useWords()
  const commanding = useCommand()
  const box = boxOf(comments, line === undefined ? 'plan' : `line-${line}`)
  const [isOpen, setOpen] = useState(() => isTyped(box))
  const kind = useTyped(`${box}/kind`)
  const isQuestion = kind.text === 'question'
  const [isFocused, setFocused] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  const place = isOpen ? placeFor(comments, line) : undefined
  const close = () => {
    setOpen(false)
    toggle.current?.focus()
  }
  return (
    <div className="comment-form">
      <button
        ref={toggle}
        type="button"
        className="link"
        aria-expanded={isOpen}
        aria-label={line === undefined ? undefined : t('commentOnLineFull', { line })}
        onClick={() => {
          setFocused(true)
          setOpen(!isOpen)
        }}
      >
        {t(line === undefined ? 'commentOnPlan' : 'commentOnLine')}
      </button>
      {isOpen && place === undefined && <p className="note">{t('commentUnsaved')}</p>}
      {isOpen && place !== undefined && (
        <CommentBox
          box={box}
          label={t('commentText')}
          help={t('commentTextHelp')}
          submit={t('commentSend')}
          commanding={commanding}
          isFocused={isFocused}
          onSend={async (text) => {
            const given = { ...place, kind: isQuestion ? 'question' : 'remark', text } as const
            const answer = await commanding.run((key) => writeComment(key, comments.key, given))
            if (answer === undefined) return false
            kind.type('')
            commentsMoved(comments.key)
            close()
            return true
          }}
        >
          <Choice
            label={t('commentKind')}
            value={isQuestion ? 'question' : 'remark'}
            onChange={(event) => kind.type(event.target.value)}
            choices={[
              ['remark', t('commentRemark')],
              ['question', t('commentQuestion')],
            ]}
          />
        </CommentBox>
      )}
    </div>
  )
}

/** What the comment is made on; undefined when that is not kept, or not known yet. */
const placeFor = ({ version, lineFor }: Comments, line: number | undefined) => {
  if (line !== undefined) return lineFor(line)
  return version === undefined ? undefined : { version }
}
