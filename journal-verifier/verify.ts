import { createReadStream } from 'node:fs'
import { Chain } from './chain.ts'
import { type Anchor, type Header, readAnchor, readHeader } from './header.ts'
import { type Line, Lines } from './lines.ts'
import { type Problem, problem } from './problem.ts'
import { type JournalRecord, readRecord } from './record.ts'

/** What the check of a journal came to. */
export interface Verdict {
  readonly valid: boolean
  readonly county: string | undefined
  /** How many records were read, and the end of the journal: to be compared with what was printed elsewhere. */
  readonly records: number
  readonly head: { readonly seq: number; readonly hash: string } | undefined
  readonly problems: readonly Problem[]
  /** Problems beyond the first thousand: counted, not listed. */
  readonly more: number
}

const listed = 1000

/** Checks an export as its bytes come; holds one record at a time. */
export class JournalCheck {
  private readonly lines = new Lines()
  private readonly problems: Problem[] = []
  private readonly chain: Chain
  private readonly anchor: Anchor | undefined
  private more = 0
  private line = 0
  private records = 0
  private header: Header | undefined
  private county: string | undefined

  constructor(anchor?: Anchor) {
    this.anchor = anchor
    this.chain = new Chain(this.tell, anchor)
  }

  /** More bytes of the file. */
  push(bytes: Uint8Array): void {
    for (const line of this.lines.push(bytes)) this.read(line)
  }

  /** The file has ended: what is to be said of it. */
  end(): Verdict {
    for (const line of this.lines.end()) this.read(line)
    if (this.line === 0) this.tell(problem('K01', '文件为空', 'The file is empty', { line: 1 }))
    const anchor = this.anchor
    if (anchor !== undefined && this.county !== undefined && anchor.county !== this.county)
      this.tell(
        problem('K10', '锚定的是另一个县的日志', 'The anchor is of another county’s journal', {
          expected: anchor.county,
          found: this.county,
        }),
      )
    else this.chain.end(this.header?.head)
    const { problems, more, records, county } = this
    const { seq, hash } = this.chain
    const head = hash === undefined ? undefined : { seq, hash }
    return { valid: problems.length === 0, county, records, head, problems, more }
  }

  private readonly tell = (found: Problem): void => {
    if (this.problems.length < listed) this.problems.push(found)
    else this.more += 1
  }

  private read(line: Line): void {
    this.line += 1
    if (this.line === 1) {
      const header = readHeader(line)
      if ('value' in header) {
        this.header = header.value
        this.county = this.header.county
        return
      }
      header.problems.forEach(this.tell)
      // A first line that is a record is checked as one: then only the header was taken away.
      if ('problems' in readRecord(line, { line: 1, seq: 1 })) return
    }
    this.readRecord(line)
  }

  private readRecord(line: Line): void {
    const at = { line: this.line, seq: this.chain.due }
    const read = readRecord(line, at)
    if ('problems' in read) {
      read.problems.forEach(this.tell)
      this.chain.unreadable()
    } else this.follow(read.value)
  }

  private follow(record: JournalRecord): void {
    this.records += 1
    this.county ??= record.county
    if (record.county !== this.county && record.hash === record.computed)
      this.tell(
        problem('K08', '属于另一个县', 'it belongs to another county', {
          line: this.line,
          seq: this.chain.due,
          expected: this.county,
          found: record.county,
        }),
      )
    this.chain.record(record, this.line)
  }
}

/** Checks the journal in a file, against an anchor (the text of one) when there is one. */
export const verifyFile = async (path: string, anchorText?: string): Promise<Verdict> => {
  const anchor = anchorText === undefined ? undefined : readAnchor(anchorText)
  const check = new JournalCheck(anchor !== undefined && 'value' in anchor ? anchor.value : undefined)
  for await (const bytes of createReadStream(path)) check.push(bytes as Uint8Array)
  const verdict = check.end()
  if (anchor === undefined || 'value' in anchor) return verdict
  return { ...verdict, valid: false, problems: [...anchor.problems, ...verdict.problems] }
}
