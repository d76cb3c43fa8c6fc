/** Text that may stand in HTML: made by {@link html} and nothing else. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Writes a text so that HTML shows it as it stands, within elements and within quoted attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

/** What can be put into {@link html}: a text is escaped, what is HTML already stays, lists are strung together. */
export type Piece = string | number | Html | undefined | readonly Piece[]

/** HTML with its holes filled safely. */
export const html = (parts: TemplateStringsArray, ...pieces: Piece[]): Html =>
  new Html(parts.reduce((text, part, at) => text + filled(pieces[at - 1]) + part))

const filled = (piece: Piece): string => {
  if (piece === undefined) return ''
  if (piece instanceof Html) return piece.text
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece))
  return piece.map(filled).join('')
}
