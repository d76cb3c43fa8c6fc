const newline = 10
/** A longer line is cut: no record is as long, and a file without line ends must not fill the memory. */
const longest = 16 * 1024 * 1024

/** The bytes of one line, and whether they ended as a line must. */
export interface Line {
  readonly bytes: Uint8Array
  readonly ended: boolean
}

/** Cuts bytes into lines as they come; what is after the last line end is a line that did not end. */
export class Lines {
  private rest: Uint8Array[] = []
  private length = 0

  /** The lines that these bytes complete. */
  push(bytes: Uint8Array): Line[] {
    const lines: Line[] = []
    let from = 0
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, from)) {
      this.keep(bytes.subarray(from, at))
      lines.push({ bytes: this.take(), ended: true })
      from = at + 1
    }
    this.keep(bytes.subarray(from))
    return this.length > longest ? [...lines, ...this.end()] : lines
  }

  /** What is left at the end of the file. */
  end(): Line[] {
    return this.length > 0 ? [{ bytes: this.take(), ended: false }] : []
  }

  private keep(part: Uint8Array): void {
    if (part.length === 0) return
    this.rest.push(part)
    this.length += part.length
  }

  private take(): Uint8Array {
    const whole = this.rest.length === 1 ? (this.rest[0] as Uint8Array) : Buffer.concat(this.rest)
    this.rest = []
    this.length = 0
    return whole
  }
}
