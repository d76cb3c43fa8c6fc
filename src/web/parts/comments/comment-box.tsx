import { type ReactNode, useId } from 'react'
import { useTyped } from '../../model/typed-comment.ts'
import type { Commanding } from '../../model/use-command.ts'
import { Form } from '../account/form.tsx'
import { useWords } from '../words.tsx'

/** The most characters that a comment may have. */
const most = 2000
/** From here on what is left is told. */
const nearly = 1800

/**
 * A form with one text of some lines. What is typed stays when it could not be sent, and until it was; `onSend` says
 * whether it was. Ctrl or ⌘ with Enter sends as well.
 */
export const CommentBox = ({
  box,
  label,
  help,
  submit,
  commanding,
  isFocused = false,
  onSend,
  children,
}: {
  readonly box: string
  readonly label: string
  readonly help?: string
  readonly submit: string
  readonly commanding: Commanding
  readonly isFocused?: boolean
  readonly onSend: (text: string) => Promise<boolean>
  readonly children?: ReactNode
}) => {
  const { t } = useWords()
  const id = useId()
  const { text, isUnkept, type } = useTyped(box)
  const left = most - text.length
  return (
    <Form
      commanding={commanding}
      submit={submit}
      isMinor
      onSubmit={async () => {
        if (text.trim() !== '' && (await onSend(text.trim()))) type('')
      }}
    >
      {children}
      <div className="field comment-field">
        <label htmlFor={id}>{label}</label>
        <textarea
          id={id}
          rows={3}
          required
          maxLength={most}
          value={text}
          aria-describedby={`${id}-note`}
          // biome-ignore lint/a11y/noAutofocus: it was opened to write in it
          autoFocus={isFocused}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault()
              event.currentTarget.form?.requestSubmit()
            }
          }}
        />
        <p id={`${id}-note`} className="note">
          {left < most - nearly ? t('commentLeft', { count: left }) : help}
        </p>
        {isUnkept && <p className="severity warning">{t('commentUnkept')}</p>}
      </div>
    </Form>
  )
}
