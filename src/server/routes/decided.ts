import type { Client, Database } from '../../store/database.ts'
import { carriedOut } from '../kit/command.ts'
import { type Problem, Refused } from '../kit/problem.ts'
import type { Answer } from '../kit/route.ts'

/**
 * Decides about something secret (a password, a code) in one transaction. A problem that `work` gives is answered, and
 * what was counted and noted on the way stays; what it throws leaves nothing behind.
 */
export const decided = async (
  database: Database,
  actor: string,
  work: (client: Client, now: string) => Promise<Answer | Problem>,
): Promise<Answer> => {
  let problem: Problem | undefined
  const sent = { actor, county: '-', key: undefined, content: undefined }
  const { answer } = await carriedOut(database, sent, async (client, now) => {
    problem = undefined
    const outcome = await work(client, now)
    if (!('title' in outcome)) return outcome
    problem = outcome
    return { status: outcome.status, body: undefined }
  })
  if (problem !== undefined) throw new Refused(problem)
  return answer
}
