import { deflated } from './streams.ts'

/** Where an object of the file can be named before it is written. */
export type Ref = number

/** A PDF 1.7 file being put together (ISO 32000-1, 7.5). The same objects always give the same bytes. */
export class PdfFile {
  readonly #objects: (Uint8Array | undefined)[] = []

  /** A place for an object that is written later. */
  reserve(): Ref {
    return this.#objects.push(undefined)
  }

  /** Writes an object that is no stream. */
  put(content: string, ref: Ref = this.reserve()): Ref {
    this.#objects[ref - 1] = latin(content)
    return ref
  }

  /** Writes a stream, packed. */
  async stream(dictionary: string, content: Uint8Array | string, ref: Ref = this.reserve()): Promise<Ref> {
    const packed = await deflated(typeof content === 'string' ? latin(content) : content)
    const head = `<<${dictionary}/Filter/FlateDecode/Length ${packed.length}>>stream\n`
    this.#objects[ref - 1] = joined([latin(head), packed, latin('\nendstream')])
    return ref
  }

  /** The whole file. Throws when a reserved object was never written. */
  bytes(root: Ref, info: Ref): Uint8Array<ArrayBuffer> {
    const pieces = [latin('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n')]
    let length = (pieces[0] as Uint8Array).length
    const offsets: string[] = []
    for (const [at, object] of this.#objects.entries()) {
      if (object === undefined) throw new Error(`object ${at + 1} was never written`)
      const piece = joined([latin(`${at + 1} 0 obj\n`), object, latin('\nendobj\n')])
      offsets.push(`${String(length).padStart(10, '0')} 00000 n \n`)
      length += piece.length
      pieces.push(piece)
    }
    const count = this.#objects.length + 1
    pieces.push(
      latin(
        `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${count}/Root ${root} 0 R/Info ${info} 0 R>>\nstartxref\n${length}\n%%EOF\n`,
      ),
    )
    return joined(pieces)
  }
}

/** Every letter one byte: the file itself is written in them, whatever language its texts are in. */
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const joined = (pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** A number with as few digits as a printer can see: a thousandth of a point. */
export const decimal = (value: number): string => String(Math.round(value * 1000) / 1000 + 0)

export const decimals = (values: readonly number[]): string => values.map(decimal).join(' ')

/** A text outside the pages (title, subject), in any script. */
export const textString = (text: string): string =>
  `<FEFF${Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('')}>`

/** Four hexadecimal digits. */
export const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0')
