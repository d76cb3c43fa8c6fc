import { useState } from 'react'
import { useWords } from '../words.tsx'

/** A button that asks once more before it does what cannot simply be undone. */
export const Confirmed = ({
  word,
  on,
  isButton = false,
  onConfirm,
}: {
  readonly word: string
  /** What it is done to, for who does not see the row it stands in. */
  readonly on: string
  /** It is the thing to do here, and looks like it. */
  readonly isButton?: boolean
  readonly onConfirm: () => void
}) => {
  const { t } = useWords()
  const [isAsked, setAsked] = useState(false)
  if (!isAsked)
    return (
      <button
        type="button"
        className={isButton ? 'button primary' : 'link'}
        aria-label={t('actionOn', { what: word, on })}
        onClick={() => setAsked(true)}
      >
        {word}
      </button>
    )
  return (
    <span className="row-actions">
      <button
        type="button"
        className="button small"
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
        autoFocus
        aria-label={t('actionOn', { what: t('confirmWord', { what: word }), on })}
        onClick={() => {
          setAsked(false)
          onConfirm()
        }}
      >
        {t('confirmWord', { what: word })}
      </button>
      <button type="button" className="link" onClick={() => setAsked(false)}>
        {t('cancel')}
      </button>
    </span>
  )
}
