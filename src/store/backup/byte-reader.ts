import { createHash } from 'node:crypto'

/** Longer lines are no description of a block: the file is damaged, and need not be held in memory to say so. */
const longestLine = 4 * 1024 * 1024

/** Lines and blocks, one after another, from bytes that come in parts; at most one of them is held. */
export class ByteReader {
  /** How many bytes were handed out. */
  offset = 0
  private held: Buffer = Buffer.alloc(0)
  private readonly hash = createHash('sha256')
  private readonly parts: AsyncIterator<Buffer>

  constructor(parts: AsyncIterable<Buffer>) {
    this.parts = parts[Symbol.asyncIterator]()
  }

  /** The next line without its end; undefined when the bytes end before it does. */
  async line(): Promise<string | undefined> {
    let at = this.held.indexOf(10)
    while (at < 0) {
      if (this.held.length > longestLine || !(await this.more(1))) return undefined
      at = this.held.indexOf(10)
    }
    return this.out(at + 1)
      .subarray(0, at)
      .toString('utf8')
  }

  /** The next so many bytes; undefined when there are fewer. */
  async take(length: number): Promise<Buffer | undefined> {
    return this.held.length >= length || (await this.more(length - this.held.length))
      ? this.out(length)
      : undefined
  }

  /** SHA-256 of everything that was handed out up to now. */
  sha256(): string {
    return this.hash.copy().digest('hex')
  }

  /** Reads no further; the source is closed. */
  async close(): Promise<void> {
    await this.parts.return?.()
  }

  private out(length: number): Buffer {
    const bytes = this.held.subarray(0, length)
    this.held = this.held.subarray(length)
    this.hash.update(bytes)
    this.offset += length
    return bytes
  }

  /** Reads on until at least so many bytes more are held; false when there are fewer. */
  private async more(length: number): Promise<boolean> {
    const parts = [this.held]
    let missing = length
    while (missing > 0) {
      const { value, done } = await this.parts.next()
      if (done === true) break
      parts.push(value as Buffer)
      missing -= (value as Buffer).length
    }
    this.held = Buffer.concat(parts)
    return missing <= 0
  }
}
