/** How signing in elsewhere ended: the second factor is owed, or nobody is signed in and why. */
const endings = ['second-factor', 'refused', 'cancelled', 'not-linked'] as const
export type Ending = (typeof endings)[number]

const place = 'sanding.back'

/** Before the reader leaves to sign in elsewhere: remembers the view, which the way back does not carry. */
export const leaveMark = (): void => {
  try {
    sessionStorage.setItem(place, window.location.hash)
  } catch {
    // Forbidden: the reader comes back to the first page.
  }
}

/** After coming back: puts the address right and says how it ended; undefined when the reader was not away. */
export const comeBack = (): Ending | undefined => {
  const word = new URLSearchParams(window.location.search).get('sign-in')
  const hash = window.location.hash || markLeft()
  if (word !== null || hash !== window.location.hash)
    window.history.replaceState(null, '', `${window.location.pathname}${hash}`)
  return endings.find((each) => each === word)
}

const markLeft = (): string => {
  try {
    const left = sessionStorage.getItem(place) ?? ''
    sessionStorage.removeItem(place)
    return left
  } catch {
    return ''
  }
}
