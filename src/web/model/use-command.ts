import { useRef, useState } from 'react'
import { type Answered, commandKey, type Refusal } from './ask.ts'
import { useAround } from './use-who.ts'
import { fetchWho } from './who.ts'

/** A 401 may also mean a wrong code or password; only the session itself tells whether it has ended. */
const hasEnded = async (): Promise<boolean> => {
  const who = await fetchWho(new AbortController().signal).catch(() => undefined)
  return who !== undefined && who.account === null
}

/** One command of a form at a time: whether it runs, and what the server said when it refused the last one. */
export interface Commanding {
  readonly isBusy: boolean
  readonly refusal: Refusal | undefined
  /**
   * Sends a command and gives what it answered, or nothing when it was refused. The key stays the same until the
   * server has answered, so that trying again after a broken line does nothing twice.
   */
  run<Value>(work: (key: string) => Promise<Answered<Value>>): Promise<{ readonly value: Value } | undefined>
  forget(): void
}

export const useCommand = (): Commanding => {
  const { who, expire } = useAround()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const key = useRef('')
  return {
    isBusy,
    refusal,
    forget: () => setRefusal(undefined),
    run: async (work) => {
      if (key.current === '') key.current = commandKey()
      setBusy(true)
      const answer = await work(key.current)
      setBusy(false)
      if (answer.isDone || answer.refusal.status !== 0) key.current = ''
      setRefusal(answer.isDone ? undefined : answer.refusal)
      if (answer.isDone) return { value: answer.value }
      if (answer.refusal.status === 401 && who?.account != null && (await hasEnded())) expire()
      return undefined
    },
  }
}
