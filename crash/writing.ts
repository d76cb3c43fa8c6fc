import { type Heard, type Sent, say } from './requests.ts'
import type { Writer } from './writers.ts'

/** A command and what its sender knows of it. */
export interface Known {
  readonly sent: Sent
  /** All answers that told that it was done, as they were told. */
  readonly answers: readonly string[]
  readonly state: 'done' | 'in doubt' | 'refused'
}

/** How to reach the server of now. */
export interface Reach {
  readonly origin: string
  /** The cookie of each account. */
  readonly cookies: ReadonlyMap<string, string>
}

/** Says when to stop, and is told of each command that was answered. */
export interface Watch {
  isOver(): boolean
  answered(): void
}

/** A writer that stops at what it does not know, and goes on from there. */
export interface Writing {
  /** Writes until it is told to stop, or is in doubt. Each command goes out twice at once. Gives what was sent. */
  run(reach: Reach, watch: Watch): Promise<Known[]>
  /** Sends what it is in doubt about again, until it is known; nothing when it is in doubt about nothing. */
  retry(reach: Reach): Promise<Known | undefined>
  /** What it is in doubt about. */
  readonly doubt: Sent | undefined
}

export const writing = (writer: Writer): Writing => {
  let next = writer.next({}).value
  let doubt: Sent | undefined
  const take = (sent: Sent, heard: readonly Heard[]): Known => {
    const done = heard.filter((each) => each.kind === 'done')
    const refused = heard.filter((each) => each.kind === 'refused')
    const answers = done.map(({ text }) => text)
    const isInDoubt = done.length === 0 && refused.length < heard.length
    doubt = isInDoubt ? sent : undefined
    // Of two that were sent, one may not be refused while the other is done.
    if (refused.length > 0 && !isInDoubt)
      return { sent, answers: [...answers, ...refused.map(({ text }) => text)], state: 'refused' }
    if (done.length > 0) next = writer.next(fullest(done)).value
    return { sent, answers, state: isInDoubt ? 'in doubt' : 'done' }
  }
  return {
    get doubt() {
      return doubt
    },
    run: async (reach, watch) => {
      const all: Known[] = []
      while (!watch.isOver() && doubt === undefined) {
        const sent = next
        const cookie = cookieOf(reach, sent)
        const heard = await Promise.all([say(reach.origin, cookie, sent), say(reach.origin, cookie, sent)])
        const known = take(sent, heard)
        all.push(known)
        if (known.state === 'done') watch.answered()
        if (known.state === 'refused') break
      }
      return all
    },
    retry: async (reach) => {
      if (doubt === undefined) return undefined
      const sent = doubt
      for (let attempt = 1; ; attempt += 1) {
        const heard = await say(reach.origin, cookieOf(reach, sent), sent)
        if (heard.kind !== 'in doubt' || attempt === 20) return take(sent, [heard])
      }
    },
  }
}

const cookieOf = ({ cookies }: Reach, { account }: Sent): string => cookies.get(account) ?? ''

/** The answer that has a first password in it stands for both. */
const fullest = (done: readonly (Heard & { kind: 'done' })[]) =>
  (done.find(({ body }) => body.firstPassword !== null) ?? done[0])?.body ?? {}
