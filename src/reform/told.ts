import { asOf } from '../kernel/journal.ts'
import type { Text } from '../kernel/text.ts'
import { type Draft, draftOf } from '../register/register.ts'
import { applied, type History, type HistoryEntry, operationOf } from './history.ts'

/** How many steps may be gone over again for one question; what would take more is told without its sentence. */
const mostSteps = 100_000

/**
 * Entries as sentences, by number: each over the register at its own place in the order of effect, so that names are
 * those of that day, also where it was recorded late or puts an earlier one right. The entries come in the order of
 * their numbers; the last ones have no sentence where the history would have to be walked too often for them.
 */
export const told = (history: History, entries: readonly HistoryEntry[]): ReadonlyMap<number, Text> => {
  const sentences = new Map<number, Text>()
  let left = mostSteps
  let here: Here | undefined
  for (const entry of entries) {
    let before = here === undefined ? undefined : ahead(history, here, entry)
    if (before === undefined) {
      const earlier = earlierThan(history, entry)
      left -= earlier.length
      if (left < 0) break
      before = draftOf(applied(history.opening, earlier).register)
    }
    const { describe, apply } = operationOf(entry.operation)
    sentences.set(entry.seq, describe(entry.operation.fields, before))
    apply(entry.operation.fields, before, entry.effectiveOn)
    // Behind a correction the day goes on as it went before: whoever comes next is looked up anew.
    here = entry.corrects === undefined ? { draft: before, entry } : undefined
  }
  return sentences
}

/** The register on the day of an entry, as known once it was recorded. */
interface Here {
  readonly draft: Draft
  readonly entry: HistoryEntry
}

/** What is in force before an entry in its own place, as known when it was recorded. */
const earlierThan = ({ entries }: History, { effectiveOn, seq }: HistoryEntry): HistoryEntry[] => {
  const known = asOf(entries, effectiveOn, seq)
  return known.slice(
    0,
    known.findIndex((each) => each.seq === seq),
  )
}

/** Walks on to the place of the next record when it lies ahead. */
const ahead = ({ entries }: History, { draft, entry }: Here, next: HistoryEntry): Draft | undefined => {
  if (next.corrects !== undefined || next.seq !== entry.seq + 1) return undefined
  if (next.effectiveOn < entry.effectiveOn) return undefined
  if (next.effectiveOn === entry.effectiveOn) return draft
  const between = asOf(entries, next.effectiveOn, entry.seq).filter(
    ({ effectiveOn }) => effectiveOn > entry.effectiveOn,
  )
  for (const { operation, effectiveOn } of between)
    operationOf(operation).apply(operation.fields, draft, effectiveOn)
  return draft
}
