import type { Bench } from '../../../model/bench.ts'
import { useWords } from '../../words.tsx'

/** Above the text: why it cannot be changed, or why only the text can be. Nothing while all is well. */
export const EditorNotice = ({ bench }: { readonly bench: Bench }) => {
  const { t, pick } = useWords()
  const { spans, session, mayEdit, isBehind } = bench
  if (!mayEdit)
    return <p className="editor-notice">{t(session.isCarriedOut ? 'editorCarriedOut' : 'editorReadOnly')}</p>
  if (spans !== undefined) return null
  const found = isBehind ? undefined : session.findings.find(({ code }) => /^F/.test(code))
  return (
    <p className="editor-notice is-error" role="status">
      {t('editorNoYaml')}{' '}
      {found !== undefined &&
        (found.place === undefined
          ? pick(found.message)
          : t('editorAtRow', { row: found.place.line, text: pick(found.message) }))}
    </p>
  )
}
