import { createContext, use, useEffect, useRef, useState } from 'react'
import type { Role } from '../../rights/role.ts'
import { type Loader, useLoading } from './use-loading.ts'
import { fetchDemoAccounts, fetchWho, signIn, type Who } from './who.ts'

/** Why nobody is signed in: never was, ended by the reader, or ended by itself in the middle of work. */
export type Absence = 'never' | 'left' | 'expired'

/** Who is signed in, and what changes it. */
export interface Presence {
  readonly loader: Loader<Who | undefined>
  /** Undefined where there are no accounts, and before the server has said. */
  readonly who: Who | undefined
  readonly absence: Absence
  /** A demonstration is being entered. */
  readonly isEntering: boolean
  /** Somebody signed in, or what is known of him changed. */
  arrive(who: Who): void
  /** The reader signed out. */
  leave(): void
  /** The server no longer knows the session: whatever was open is found again after signing in. */
  expire(): void
  /** Signs in elsewhere from within a session. Until it is answered, what the old session is refused ends nothing. */
  changeSession<Value>(signingIn: () => Promise<Value>): Promise<Value>
  /** The role that a demonstration is entered in when nobody is signed in. */
  enterAs(role: Role): void
}

export const usePresence = (): Presence => {
  const loader = useLoading(fetchWho)
  const [known, setKnown] = useState<Who>()
  const [absence, setAbsence] = useState<Absence>('never')
  const [hasFailed, setFailed] = useState(false)
  const isChanging = useRef(false)
  const demoRole = useRef<Role>('planner')
  const asked = loader.loading.state === 'ready' ? loader.loading.value : undefined
  const who = known ?? asked
  const mayEnter = who?.isDemo === true && who.account === null && absence !== 'left' && !hasFailed
  useEffect(() => {
    if (!mayEnter) return
    const abort = new AbortController()
    enter(demoRole.current, abort.signal).then(
      (entered) => {
        if (abort.signal.aborted) return
        if (entered === undefined) setFailed(true)
        else setKnown(entered)
      },
      () => !abort.signal.aborted && setFailed(true),
    )
    return () => abort.abort()
  }, [mayEnter])
  const nobody = (why: Absence) => {
    if (who !== undefined) setKnown(absent(who))
    setAbsence(why)
  }
  return {
    loader,
    who,
    absence,
    isEntering: mayEnter,
    arrive: (arrived) => {
      setAbsence('never')
      setFailed(false)
      setKnown(arrived)
    },
    leave: () => nobody('left'),
    expire: () => {
      if (!isChanging.current) nobody('expired')
    },
    changeSession: async (signingIn) => {
      isChanging.current = true
      try {
        return await signingIn()
      } finally {
        isChanging.current = false
      }
    },
    enterAs: (role) => {
      demoRole.current = role
    },
  }
}

const enter = async (role: Role, signal: AbortSignal): Promise<Who | undefined> => {
  const accounts = await fetchDemoAccounts(signal)
  const account = accounts.find((each) => each.role === role)
  if (account === undefined) return undefined
  const answer = await signIn(account.user, account.password)
  return answer.isDone && 'operations' in answer.value ? answer.value : undefined
}

const absent = (who: Who): Who => ({
  ...who,
  account: null,
  grants: [],
  operations: [],
  mustChangePassword: false,
})

const PresenceContext = createContext<Presence | undefined>(undefined)
export const PresenceProvider = PresenceContext

/** The presence of the page around; thrown when there is none, because then nothing here can work. */
export const useAround = (): Presence => {
  const presence = use(PresenceContext)
  if (presence === undefined) throw new Error('no presence around')
  return presence
}
