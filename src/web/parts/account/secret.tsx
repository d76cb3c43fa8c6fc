import { useState } from 'react'
import { useWords } from '../words.tsx'

/** Something that is shown once: as text that can be read aloud, and copied. */
export const Secret = ({ label, secret }: { readonly label: string; readonly secret: string }) => {
  const { t } = useWords()
  const [isCopied, setCopied] = useState(false)
  return (
    <div className="secret">
      <p>
        {label}
        <br />
        <code>{secret}</code>
      </p>
      <p>
        <button
          type="button"
          className="button small"
          onClick={() =>
            // The clipboard is not there where the page does not come over TLS; the text can be selected all the same.
            navigator.clipboard?.writeText(secret).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {t('copy')}
        </button>{' '}
        <span role="status" className="note">
          {isCopied ? t('copied') : t('shownOnce')}
        </span>
      </p>
    </div>
  )
}
