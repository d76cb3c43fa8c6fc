import { z } from 'zod'
import { type Answered, findings, type Refusal, send } from '../ask.ts'
import type { Base, DraftKey } from './drafts.ts'

/** Keeping drafts with the server. */

const savedShape = z.object({ version: z.number(), state: z.string(), findings })
export type Saved = z.output<typeof savedShape>

const plansOf = (county: string) => `api/counties/${encodeURIComponent(county)}/plans`

/** A further version of a plan, drawn from `base`; a plan that the server does not know is begun. */
export const keepDraft = (
  commandKey: string,
  { county, plan }: DraftKey,
  { base, text, note }: { readonly base: Base | undefined; readonly text: string; readonly note: string },
): Promise<Answered<Saved>> =>
  base === undefined
    ? send(savedShape, { method: 'POST', path: plansOf(county), body: { plan, text, note }, key: commandKey })
    : send(savedShape, {
        method: 'PUT',
        path: `${plansOf(county)}/${encodeURIComponent(plan)}`,
        body: { version: base.version, text, note },
        key: commandKey,
      })

const conflictShape = z.object({ current: z.number(), base: z.string(), theirs: z.string() })

/** Somebody saved a further version meanwhile. */
export interface Stale {
  /** What the draft was drawn from. */
  readonly base: string
  /** What the server keeps now. */
  readonly theirs: Base
}

/** What a refusal says of another version, if it is about one. */
export const staleIn = ({ status, more }: Refusal): Stale | undefined => {
  if (status !== 409) return undefined
  const read = conflictShape.safeParse(more)
  if (!read.success) return undefined
  const { current, base, theirs } = read.data
  return { base, theirs: { version: current, text: theirs } }
}
