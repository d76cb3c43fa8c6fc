import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../words.tsx'

/** The title of a page that is not the county's: takes the focus when it comes, so that a reader hears where he is. */
export const PageHead = ({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead?: string | undefined
  /** Buttons and counts at the right of the title. */
  readonly children?: ReactNode
}) => {
  const { t } = useWords()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    head.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [])
  useEffect(() => {
    document.title = t('titleOf', { page: title })
  }, [t, title])
  return (
    <div className="page-head">
      <h1 ref={head} tabIndex={-1}>
        {title}
      </h1>
      {children}
      {lead !== undefined && <p className="lead">{lead}</p>}
    </div>
  )
}
