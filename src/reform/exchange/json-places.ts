import type { Place } from '../../kernel/finding.ts'

/** Where the elements of a JSON file's lists begin, and where the file stops being JSON. */
export interface Places {
  /** Places of the elements of the lists that are direct members of the outermost object, by member. */
  readonly elements: ReadonlyMap<string, readonly Place[]>
  /** The first place that cannot be JSON; undefined when the whole text is. */
  readonly error?: Place
}

const space = /[ \t\r]*/y
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const escapes = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** Walks a text as strict JSON without building anything and without recursion, so that depth cannot break it. */
export const placesIn = (text: string): Places => new Walk(text).run()

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd'

class Walk {
  readonly #text: string
  readonly #elements = new Map<string, Place[]>()
  readonly #open: ('{' | '[')[] = []
  #at = 0
  #line = 1
  #lineStart = 0
  #member = ''

  constructor(text: string) {
    this.#text = text
  }

  run(): Places {
    let expected: Expected | undefined = 'value'
    while (expected !== undefined) {
      this.#skipSpace()
      if (this.#open.length === 0 && expected === 'commaOrEnd') break
      expected = this.#step(expected)
    }
    this.#skipSpace()
    const isWhole = expected !== undefined && this.#at === this.#text.length
    return isWhole ? { elements: this.#elements } : { elements: this.#elements, error: this.#place() }
  }

  /** Reads one token; undefined when it is not what JSON asks for here. */
  #step(expected: Expected): Expected | undefined {
    const character = this.#text[this.#at]
    if (expected === 'colon') return character === ':' ? this.#past(1, 'value') : undefined
    if (expected === 'commaOrEnd') {
      if (character === ',') return this.#past(1, this.#open.at(-1) === '{' ? 'key' : 'value')
      return this.#close(character)
    }
    if (expected === 'key' || expected === 'keyOrEnd') {
      if (character === '"') return this.#key()
      return expected === 'keyOrEnd' ? this.#close(character) : undefined
    }
    if (expected === 'valueOrEnd' && character === ']') return this.#close(character)
    return this.#value(character)
  }

  #value(character: string | undefined): Expected | undefined {
    if (this.#open.length === 2 && this.#open[0] === '{' && this.#open[1] === '[') this.#note()
    if (character === '{' || character === '[') {
      this.#open.push(character)
      return this.#past(1, character === '{' ? 'keyOrEnd' : 'valueOrEnd')
    }
    if (character === '"') return this.#string() ? 'commaOrEnd' : undefined
    scalar.lastIndex = this.#at
    const word = scalar.exec(this.#text)?.[0]
    return word === undefined ? undefined : this.#past(word.length, 'commaOrEnd')
  }

  #key(): Expected | undefined {
    const from = this.#at
    if (!this.#string()) return undefined
    if (this.#open.length === 1) this.#member = this.#text.slice(from + 1, this.#at - 1)
    return 'colon'
  }

  #close(character: string | undefined): Expected | undefined {
    const open = this.#open.at(-1)
    if (open === undefined || character !== (open === '{' ? '}' : ']')) return undefined
    this.#open.pop()
    return this.#past(1, 'commaOrEnd')
  }

  /** Goes past a string; false, standing at the bad character, when it is not one. */
  #string(): boolean {
    for (this.#at += 1; this.#at < this.#text.length; this.#at += 1) {
      const code = this.#text.charCodeAt(this.#at)
      if (code === 0x22) {
        this.#at += 1
        return true
      }
      if (code < 0x20) return false
      if (code !== 0x5c) continue
      escapes.lastIndex = this.#at
      const escaped = escapes.exec(this.#text)?.[0]
      if (escaped === undefined) return false
      this.#at += escaped.length - 1
    }
    return false
  }

  #skipSpace() {
    for (;;) {
      space.lastIndex = this.#at
      this.#at += space.exec(this.#text)?.[0].length ?? 0
      if (this.#text[this.#at] !== '\n') return
      this.#at += 1
      this.#line += 1
      this.#lineStart = this.#at
    }
  }

  #note() {
    const known = this.#elements.get(this.#member)
    if (known === undefined) this.#elements.set(this.#member, [this.#place()])
    else known.push(this.#place())
  }
  #place = (): Place => ({ line: this.#line, column: this.#at - this.#lineStart + 1 })

  #past(characters: number, next: Expected): Expected {
    this.#at += characters
    return next
  }
}
