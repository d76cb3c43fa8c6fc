import type { Anchor, Head } from './header.ts'
import { type Problem, problem } from './problem.ts'
import type { JournalRecord } from './record.ts'

/** What the first record is bound to. */
export const genesis = '0'.repeat(64)

/** Follows the records of a journal one by one, and tells which is not the one that belongs in its place. */
export class Chain {
  /** The number of the last record that stood in its place. */
  seq = 0
  /** What the next record may be bound to; empty when nothing is known about the one before. */
  private hashes: readonly string[] = [genesis]
  /** Lines since then that could not be told to be any record: each may stand for one. */
  private unknown = 0
  private atAnchor: string | undefined

  private readonly tell: (found: Problem) => void
  private readonly anchor: Anchor | undefined

  constructor(tell: (found: Problem) => void, anchor?: Anchor) {
    this.tell = tell
    this.anchor = anchor
  }

  /** The number of the record that is due next. */
  get due(): number {
    return this.seq + this.unknown + 1
  }

  /** The hash of the last record; undefined when that is in doubt. */
  get hash(): string | undefined {
    return this.unknown === 0 ? this.hashes[0] : undefined
  }

  /** A line that is no record. */
  unreadable(): void {
    this.unknown += 1
  }

  /** A record that could be read. */
  record(record: JournalRecord, line: number): void {
    const isWhole = record.hash === record.computed
    if (!isWhole) this.altered(record, line)
    if (!isWhole && record.seq !== this.due) this.unreadable()
    else if (record.seq <= this.seq) this.outOfPlace(record.seq, line)
    else this.follow(record, line)
  }

  /** What the end of the file tells, given what the header and the anchor say of it. */
  end(head: Head | undefined): void {
    if (head !== undefined) this.compareHead(head)
    if (this.anchor !== undefined) this.compareAnchor(this.anchor)
  }

  private follow(record: JournalRecord, line: number): void {
    const { seq, hash, computed } = record
    const isWhole = hash === computed
    const isNext = seq === this.seq + 1 && this.hashes.length > 0
    if (seq > this.due) this.missing(seq, line)
    else if (isWhole && isNext && !this.hashes.includes(record.prev)) this.unbound(record, line)
    this.seq = seq
    this.unknown = 0
    // After an altered record both are let pass: which of content and hash was altered is told by the next one alone.
    this.hashes = isWhole ? [hash] : [hash, computed]
    if (seq === this.anchor?.seq) this.atAnchor = hash
  }

  private altered({ hash, computed }: JournalRecord, line: number): void {
    const about = { line, seq: this.due, expected: hash, found: computed }
    this.tell(
      problem(
        'K04',
        '内容与其哈希不符，已被改动',
        'its content does not fit its hash: it was altered',
        about,
      ),
    )
  }

  private outOfPlace(seq: number, line: number): void {
    this.tell(
      problem('K07', '重复，或不在应在的位置', 'it stands there again, or out of its place', { line, seq }),
    )
  }

  private missing(seq: number, line: number): void {
    const from = this.due
    const [zh, en] =
      from === seq - 1
        ? [`缺失，其后为第${seq}号`, `it is missing; record ${seq} follows`]
        : [`至第${seq - 1}号缺失`, `this and all up to record ${seq - 1} are missing`]
    this.tell(problem('K06', zh, en, { line, seq: from }))
  }

  private unbound({ seq, prev }: JournalRecord, line: number): void {
    const [zh, en] =
      seq === 1
        ? ['并非日志的开端', 'it is not the beginning of a journal']
        : [
            `未接续第${seq - 1}号，两者之一已被替换`,
            `it does not follow record ${seq - 1}: one of the two was replaced`,
          ]
    this.tell(problem('K05', zh, en, { line, seq, expected: this.hashes[0] ?? '', found: prev }))
  }

  private compareHead(head: Head): void {
    const last = this.due - 1
    if (last < head.seq)
      this.tell(
        problem(
          'K09',
          `文件在第${last}号之后中断，文件头记载至第${head.seq}号`,
          `the file breaks off after record ${last}; the header says that there are ${head.seq}`,
          { seq: last + 1, expected: String(head.seq), found: String(last) },
        ),
      )
    else if (this.unknown === 0 && !this.hashes.includes(head.hash))
      this.tell(
        problem('K09', '文件末尾与文件头不符', 'the end of the file is not the one in the header', {
          seq: this.seq,
          expected: `${head.seq} ${head.hash}`,
          found: `${this.seq} ${this.hashes[0] ?? ''}`,
        }),
      )
  }

  private compareAnchor({ seq, hash }: Anchor): void {
    const about = { seq, expected: hash, found: this.atAnchor ?? '' }
    if (this.atAnchor === hash) return
    if (this.seq < seq)
      this.tell(
        problem(
          'K10',
          `已锚定，但日志止于第${this.seq}号：其后已被截去`,
          `it was anchored, but the journal ends at record ${this.seq}: what followed was cut off`,
          about,
        ),
      )
    else
      this.tell(
        problem(
          'K10',
          '并非锚定时的记录：该号或更早的历史已被重写',
          'it is not the record that was anchored: history was rewritten at it or before',
          about,
        ),
      )
  }
}
