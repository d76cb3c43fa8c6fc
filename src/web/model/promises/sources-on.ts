import { type Day, earlier } from '../../../kernel/day.ts'
import type { Evidence } from '../../../ledger/evidence.ts'
import type { Sources } from '../../../ledger/figure.ts'
import { registerOn } from '../../../reform/rehearse.ts'
import type { Session } from '../session.ts'

/**
 * What a figure is computed from, as it stands on a day: the register with the steps in effect by then, the plan as if it
 * completed that day, and of the dated rows those that had happened. A register is kept for each set of steps.
 */
export const sourcesViewer = ({ account, county, moves }: Session): ((on: Day) => Sources) | undefined => {
  if (account === undefined) return undefined
  const { sources } = account
  const registers = new Map<number, Sources['after']>([[moves.length, sources.after]])
  return (on) => {
    const done = moves.filter((step) => step.on <= on)
    const after = registers.get(done.length) ?? registerOn(county.register, sources.plan, on)
    registers.set(done.length, after)
    return {
      ...sources,
      after,
      plan: { ...sources.plan, completesOn: earlier(on, sources.plan.completesOn) },
      rehearsal: { ...sources.rehearsal, after, moves: done.flatMap((step) => step.moves) },
      evidence: evidenceOn(sources.evidence, on),
    }
  }
}

/** People who come and go are dated where they are counted; what else has a date counts once the day has come. */
const evidenceOn = (evidence: Evidence, on: Day): Evidence => ({
  ...evidence,
  events: evidence.events.filter((event) => event.on <= on),
  projects: evidence.projects
    .filter(({ signedOn }) => signedOn <= on)
    .map((project) =>
      project.startedOn !== undefined && project.startedOn > on
        ? { ...project, startedOn: undefined }
        : project,
    ),
})
