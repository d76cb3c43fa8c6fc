import { addDays, type Day, earlier } from '../../kernel/day.ts'

/** Days on which the path is read: the first, then about every quarter, the last recorded one, the last. */
export const pathDays = (from: Day, to: Day, recorded: Day): Day[] => {
  const days = new Set<Day>([from])
  for (let on = from; on < to; on = addDays(on, 91)) days.add(on)
  if (recorded > from && recorded < to) days.add(recorded)
  days.add(to)
  return [...days].map((on) => earlier(on, to)).sort()
}
