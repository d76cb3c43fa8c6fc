import { useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

const drawn = () => document.querySelector<HTMLElement>('.river-box [data-view]')

/** The projector: the drawing has the focus while it is on, and whoever opened it gets the focus back. */
export const usePresenting = () => {
  const [isOn, setOn] = useState(false)
  const opener = useRef<HTMLElement>(undefined)
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-present', isOn)
    if (isOn) {
      window.scrollTo({ top: 0 })
      drawn()?.focus({ preventScroll: true })
      return () => document.documentElement.removeAttribute('data-present')
    }
    const known = opener.current
    opener.current = undefined
    if (known !== undefined) (known.isConnected && known !== document.body ? known : drawn())?.focus()
    return undefined
  }, [isOn])
  return {
    isOn,
    toggle: () => {
      if (!isOn && document.activeElement instanceof HTMLElement) opener.current = document.activeElement
      setOn(!isOn)
    },
  }
}

/** Drawing or table; whoever reads the one reads on in the other. */
export const useTable = () => {
  const [isOn, setOn] = useState(false)
  const wasInside = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the one has taken the place of the other
  useLayoutEffect(() => {
    if (wasInside.current) drawn()?.focus()
    wasInside.current = false
  }, [isOn])
  return {
    isOn,
    set: setOn,
    toggle: () => {
      wasInside.current = document.activeElement?.closest('[data-view]') != null
      setOn(!isOn)
    },
  }
}

/** Whether the page is being printed: known before the browser lays it out for paper. */
export const usePrinting = (): boolean => {
  const [isOn, setOn] = useState(false)
  useLayoutEffect(() => {
    const begin = () => flushSync(() => setOn(true))
    const end = () => flushSync(() => setOn(false))
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isOn
}
