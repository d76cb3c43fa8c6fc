import type { Finding, Place, Severity } from '../../kernel/finding.ts'
import type { Text } from '../../kernel/text.ts'
import type { CaseFile } from './case.ts'
import { type Places, placesIn } from './json-places.ts'
import { Spelling } from './read-ids.ts'

/** A step into a JSON value: a member or the number of an element. */
export type Path = readonly (string | number)[]

/** One file of a case; tells the address and, when asked, the line of what it holds. */
export class Source {
  readonly file: CaseFile
  readonly spelling = new Spelling()
  readonly #text: string
  #places: Places | undefined

  constructor(file: CaseFile, text: string) {
    this.file = file
    this.#text = text
  }

  /** `case:operations.json#operations[3].date`. */
  address(path: Path): string {
    const steps = path.map((step, at) =>
      typeof step === 'number' ? `[${step}]` : `${at === 0 ? '' : '.'}${shortened(step)}`,
    )
    return `case:${this.file}${steps.length === 0 ? '' : '#'}${steps.join('')}`
  }

  /** Where the element that the path leads through begins; the text is walked once, and only for the first finding. */
  place(path: Path): Place | undefined {
    const [member, index] = path
    return this.#walked().elements.get(String(member))?.[Number(index)]
  }

  /** Where the text stops being JSON. */
  error(): Place {
    return this.#walked().error ?? { line: 1, column: 1 }
  }

  finding(
    code: string,
    severity: Severity,
    path: Path,
    message: Text,
    remedy: Text,
    about?: string,
  ): Finding {
    const place = this.place(path)
    return {
      code,
      severity,
      at: this.address(path),
      ...(about === undefined ? {} : { about }),
      message,
      remedy,
      ...(place === undefined ? {} : { place }),
    }
  }

  #walked(): Places {
    this.#places ??= placesIn(this.#text)
    return this.#places
  }
}

/** Foreign text in a message: at most 80 characters, control characters made visible. */
export const shortened = (text: string): string => {
  const visible = text.replace(/\p{Cc}/gu, '�')
  return visible.length <= 80 ? visible : `${visible.slice(0, 79)}…`
}

/** Any JSON value in a message. */
export const shown = (value: unknown): string => {
  if (typeof value === 'string') return `“${shortened(value)}”`
  try {
    return shortened(JSON.stringify(value) ?? '∅')
  } catch {
    // Too deep to be written; what it is matters less than that it is wrong.
    return Array.isArray(value) ? '[…]' : '{…}'
  }
}
