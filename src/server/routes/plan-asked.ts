import { type Finding, sorted } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { Viewer } from '../../rights/viewer.ts'
import type { Counties, CurrentCounty } from '../../store/current.ts'
import type { Client } from '../../store/database.ts'
import type { Approval, DraftVersion, PlanKey, RecordedStage } from '../../store/drafts/draft.ts'
import { type OpenDraft, type Outcome, openDraft, versionMoved } from '../../store/drafts/opened.ts'
import { actorNames } from '../../store/drafts/read.ts'
import type { PlanReturn } from '../../store/drafts/returns.ts'
import { blocked, conflict, notFound, Refused } from '../kit/problem.ts'

/** What the handlers of plans need of a request. */
interface About {
  readonly viewer: Viewer
  readonly client: Client
  readonly counties: Counties
  readonly params: PlanKey
}

/** The plan of a request as it is now; 404 when there is none. */
export const planOf = async ({ client, counties, params }: About): Promise<OpenDraft> => {
  const open = await openDraft(client, counties, { ...params, lock: false })
  if (open === undefined) throw new Refused(notFound)
  return open
}

/** The same for a command, which keeps everybody else away from it until it is done. */
export const planToMove = async ({ client, counties, params }: About): Promise<OpenDraft> => {
  const open = await openDraft(client, counties, { ...params, lock: true })
  if (open === undefined) throw new Refused(notFound)
  return open
}

/** 409 when a command was meant for another version than the one that counts now. */
export const forVersion = ({ key, draft }: OpenDraft, version: number): void => {
  if (version === draft.version) return
  throw new Refused(
    conflict(
      say('方案已有新稿。', 'The plan has a further version.'),
      [versionMoved(key.plan, version, draft.version)],
      { current: draft.version },
    ),
  )
}

/** What was done, or 422 with all findings; 409 when the journal has come further than the sender knew. */
export const doneOr422 = <Done>(outcome: Outcome<Done>): { done: Done; findings: Finding[] } => {
  if ('done' in outcome) return { done: outcome.done, findings: sorted(outcome.findings) }
  const findings = sorted(outcome.refused)
  if (findings.length > 0 && findings.every(({ code }) => code === 'J01'))
    throw new Refused(conflict(say('台账已有变动。', 'The county has moved on.'), findings))
  throw new Refused(blocked(findings))
}

/** The head of a county's journal, without whatever else its record holds. */
export const headOf = ({ head }: CurrentCounty) => ({ seq: head.seq, hash: head.hash })

export type Named = (actor: string) => { id: string; name: string | null }

/** Gives records the names of their accounts, as they are today. */
export const namesFor = async (client: Client, county: string, actors: readonly string[]): Promise<Named> => {
  const names = await actorNames(client, county, actors)
  return (actor) => ({ id: actor, name: names.get(actor) ?? null })
}

/** A version as it is sent. */
export const versionView = ({ author, ...version }: DraftVersion, named: Named) => ({
  ...version,
  author: named(author),
})

/** A stage as it is sent. */
export const stageView = ({ recordedBy, ...stage }: RecordedStage, named: Named) => ({
  ...stage,
  recordedBy: named(recordedBy),
})

/** An approval as it is sent. */
export const approvalView = (approval: Approval, named: Named) => {
  const { baseSeq, baseHash, approvedBy, withdrawn, ...rest } = approval
  return {
    ...rest,
    head: { seq: baseSeq, hash: baseHash },
    approvedBy: named(approvedBy),
    withdrawn: withdrawn === null ? null : { ...withdrawn, by: named(withdrawn.by) },
  }
}

/** A return as it is sent. */
export const returnView = ({ by, takenBack, ...given }: PlanReturn, named: Named) => ({
  ...given,
  by: named(by),
  takenBack: takenBack && { ...takenBack, by: named(takenBack.by) },
})
