import { type Day, earlier, later, parseDay } from '../../kernel/day.ts'
import type { Session } from './session.ts'

/** The reader's own day. The only clock of the page. */
export const todayOf = (): Day => {
  const now = new Date()
  const pad = (value: number) => String(value).padStart(2, '0')
  return parseDay(`${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`) as Day
}

/** The day a reader first sees: when the last step of the plan has taken effect, else the baseline. */
export const defaultDay = ({ county, moves, plan }: Session): Day =>
  moves.at(-1)?.on ?? plan?.effectiveOn ?? county.register.county.baselineOn

/** What happened until then is on record (steps and dated events, never later than today); after it all is forecast. */
export const recordedUntil = ({ county, moves }: Session, today: Day): Day => {
  const { baselineOn } = county.register.county
  const last = [...moves.map((step) => step.on), ...county.evidence.events.map((event) => event.on)].reduce(
    later,
    baselineOn,
  )
  return earlier(last, today)
}
