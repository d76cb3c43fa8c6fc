import type { Day } from '../kernel/day.ts'
import type { Finding } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'
import type { History } from './history.ts'

/** J07: that day was before the register begins, or nothing was recorded by then. Undefined when it can be answered. */
export const tooEarly = (
  { county, opening, openedAt }: History,
  on: Day,
  known: number,
): Finding | undefined => {
  const begins = opening.county.baselineOn
  if (known >= 1 && on >= begins) return undefined
  return {
    code: 'J07',
    severity: 'error',
    at: `county:${county}`,
    message:
      known < 1
        ? say(
            `那时尚未建账（${openedAt ?? '—'} 建账）`,
            `The county was not recorded by then (it was at ${openedAt ?? '—'})`,
          )
        : say(`${on} 早于台账的起点 ${begins}`, `${on} is before the register begins (${begins})`),
    remedy: say('问更晚的日子。', 'Ask for a later day.'),
  }
}
