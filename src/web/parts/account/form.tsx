import type { ReactNode } from 'react'
import type { Commanding } from '../../model/use-command.ts'
import { RefusalNote, useSecondsLeft } from './refusal.tsx'

/** A form of one column with one primary button; what the server refuses stands above it, and what was typed stays. */
export const Form = ({
  commanding,
  submit,
  isMinor = false,
  onSubmit,
  children,
}: {
  readonly commanding: Commanding
  readonly submit: string
  /** Not the one thing to do on this page: then the button is a plain one. */
  readonly isMinor?: boolean
  readonly onSubmit: (fields: FormData, form: HTMLFormElement) => void
  readonly children: ReactNode
}) => {
  const isWaiting = useSecondsLeft(commanding.refusal) > 0
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!commanding.isBusy) onSubmit(new FormData(event.currentTarget), event.currentTarget)
      }}
    >
      {children}
      <RefusalNote refusal={commanding.refusal} />
      <button
        type="submit"
        className={isMinor ? 'button' : 'button primary'}
        disabled={isWaiting}
        aria-busy={commanding.isBusy}
      >
        {submit}
      </button>
    </form>
  )
}

/** A field of a form as text. */
export const word = (fields: FormData, name: string): string => {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}
