import type { JournalRecord } from '../kernel/chain.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Finding } from '../kernel/finding.ts'
import { asOf, type Entry } from '../kernel/journal.ts'
import { say } from '../kernel/text.ts'
import { type Draft, draftOf, frozen, type Register } from '../register/register.ts'
import type { Move } from './operation.ts'
import { operationNamed } from './operations/index.ts'
import { type Recorded, upgraded } from './upgrades.ts'

/** An entry of the journal that changes the register. */
export interface HistoryEntry extends Entry<Recorded> {
  readonly plan?: string
  readonly line?: number
}

/** The act with which every journal begins: the county is opened with its tables. It changes nothing. */
export const openCountyAct = 'open-county'

/** 沿革: everything that was ever recorded of a county, and the register that comes of all that is in force. */
export interface History {
  readonly county: string
  readonly opening: Register
  /** When the county was opened here; undefined while its journal is empty. */
  readonly openedAt: string | undefined
  /** The number of the last record. */
  readonly seq: number
  /** By number. */
  readonly entries: readonly HistoryEntry[]
  /** What is in force as known now, in order of effect, whatever its day. */
  readonly inForce: readonly HistoryEntry[]
  /** The register after all of these. */
  readonly latest: Register
  /** `table:id` of everything that ended on the way: such an id is never used again. */
  readonly ended: ReadonlySet<string>
}

export const beginHistory = (county: string, opening: Register): History => ({
  county,
  opening,
  openedAt: undefined,
  seq: 0,
  entries: [],
  inForce: [],
  latest: opening,
  ended: new Set(),
})

const always = '9999-12-31' as Day

/** Folds further records, in order, into a history. J06: an operation that this version does not know. */
export const extended = (
  history: History,
  records: readonly JournalRecord[],
): { readonly history: History; readonly findings: readonly Finding[] } => {
  const findings = records.filter((record) => !isKnown(record)).map(unknownOperation)
  if (findings.length > 0) return { history, findings }
  const fresh = records.filter(({ operation }) => operation !== openCountyAct).map(entryOf)
  const entries = fresh.length === 0 ? history.entries : [...history.entries, ...fresh]
  const seq = records.at(-1)?.seq ?? history.seq
  const openedAt = history.openedAt ?? records[0]?.recordedAt
  const base = { ...history, entries, seq, openedAt }
  if (followsOn(history, fresh)) {
    const { register, ended } = applied(history.latest, fresh, history.ended)
    return {
      history: { ...base, inForce: [...history.inForce, ...fresh], latest: register, ended },
      findings,
    }
  }
  const inForce = asOf(entries, always)
  const { register, ended } = applied(history.opening, inForce)
  return { history: { ...base, inForce, latest: register, ended }, findings }
}

/** The register on a day as known at a number (now when left out). */
export const registerAt = (history: History, on: Day, known?: number): Register => {
  if ((known === undefined || known >= history.seq) && on >= (history.inForce.at(-1)?.effectiveOn ?? ''))
    return history.latest
  return applied(history.opening, asOf(history.entries, on, known)).register
}

/** The number of the last record made on a day or before it, by the calendar of China; 0 when there was none. */
export const knownOn = ({ entries, openedAt }: History, on: Day): number => {
  const last = entries.findLast(({ recordedAt }) => dayOfRecord(recordedAt) <= on)
  return last?.seq ?? (openedAt !== undefined && dayOfRecord(openedAt) <= on ? 1 : 0)
}

/** The day in China (UTC+8 all year) of an instant written in UTC. */
export const dayOfRecord = (recordedAt: string): Day => {
  const on = recordedAt.slice(0, 10) as Day
  return Number(recordedAt.slice(11, 13)) >= 16 ? addDays(on, 1) : on
}

/** Does what entries say, without asking again: they were admitted once. Also what ended on the way. */
export const applied = (
  before: Register,
  entries: readonly HistoryEntry[],
  endedBefore: ReadonlySet<string> = new Set(),
): { readonly register: Register; readonly ended: ReadonlySet<string> } => {
  if (entries.length === 0) return { register: before, ended: endedBefore }
  const draft = draftOf(before)
  const ended = new Set(endedBefore)
  for (const { operation, effectiveOn } of entries) {
    const { moves, apply } = operationOf(operation)
    noteEnded(moves(operation.fields, draft), ended)
    apply(operation.fields, draft as Draft, effectiveOn)
  }
  return { register: frozen(draft), ended }
}

/** Remembers the ids that a step ends. */
export const noteEnded = (moves: readonly Move[], ended: Set<string>): void => {
  for (const move of moves)
    if (move.kind === 'end') for (const id of move.ids) ended.add(`${move.table}:${id}`)
}

export const operationOf = ({ name }: Recorded) => {
  const operation = operationNamed(name)
  if (operation === undefined) throw new Error(`the journal holds an unknown operation: ${name}`)
  return operation
}

const isKnown = ({ operation, fields }: JournalRecord): boolean =>
  operation === openCountyAct || operationNamed(upgraded({ name: operation, fields }).name) !== undefined

/** True when the new entries simply come after everything that is in force. */
const followsOn = ({ inForce }: History, fresh: readonly HistoryEntry[]): boolean => {
  let last = inForce.at(-1)?.effectiveOn ?? ''
  return fresh.every(({ effectiveOn, corrects }) => {
    const follows = corrects === undefined && effectiveOn >= last
    last = effectiveOn
    return follows
  })
}

const entryOf = (record: JournalRecord): HistoryEntry => ({
  seq: record.seq,
  recordedAt: record.recordedAt,
  effectiveOn: record.effectiveOn,
  operation: upgraded({ name: record.operation, fields: record.fields }),
  authority: record.authority,
  ...(record.corrects === null ? {} : { corrects: record.corrects }),
  ...(record.plan === null ? {} : { plan: record.plan }),
  ...(record.line === null ? {} : { line: record.line }),
})

const unknownOperation = ({ county, seq, operation }: JournalRecord): Finding => ({
  code: 'J06',
  severity: 'error',
  at: `journal:${county}#${seq}`,
  message: say(
    `第${seq}条记录的事项“${operation}”，本程序不认识`,
    `Record ${seq} holds the operation “${operation}”, which this program does not know`,
  ),
  remedy: say('换用写下它的版本或更新的版本。', 'Use the version that wrote it, or a newer one.'),
})
