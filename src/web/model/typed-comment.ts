import { useState } from 'react'
import { browserKeep } from './draft/drafts.ts'

/**
 * What is being typed into a comment box: kept in the browser with every letter until it was sent, so that a broken line,
 * a session that ended or a closed window loses nothing.
 */
export interface Typed {
  readonly text: string
  /** The browser has no room for it: it lives as long as the box. */
  readonly isUnkept: boolean
  type(text: string): void
}

const prefix = 'sanding.comment.'

/** The text of the box of that name; each account has boxes of its own. */
export const useTyped = (name: string): Typed => {
  const [typed, setTyped] = useState(() => ({ name, text: textIn(name), isUnkept: false }))
  // Another box in the same place: what is kept for that one counts.
  const now = typed.name === name ? typed : { name, text: textIn(name), isUnkept: false }
  return {
    text: now.text,
    isUnkept: now.isUnkept,
    type: (text) => {
      const isKept = browserKeep.write(`${prefix}${name}`, text === '' ? undefined : text)
      setTyped({ name, text, isUnkept: !isKept })
    },
  }
}

const textIn = (name: string): string => browserKeep.read(`${prefix}${name}`) ?? ''

/** Whether something is waiting in the box of that name. */
export const isTyped = (name: string): boolean => textIn(name) !== ''
