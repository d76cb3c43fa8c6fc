/** What may not begin a line, and what may not end one (禁则). */
const closing = /^[、。，．：；！？）》」』】〕”’…·,.:;!?)\]}%]/u
const opening = /[（《「『【〔“‘([{]$/u

/** Where a text may be broken: after a space, before and after every Chinese letter, within what is longer than a line. */
const piecesOf = (text: string): string[] => {
  const pieces: string[] = []
  for (const piece of text.match(
    /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]|\s+|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+/gu,
  ) ?? []) {
    const last = pieces.at(-1)
    if (last !== undefined && last.trim() !== '' && (closing.test(piece) || opening.test(last)))
      pieces[pieces.length - 1] = last + piece
    else pieces.push(piece)
  }
  return pieces
}

/** Breaks a text into lines of at most `width`, as a Chinese or English page would. */
export const wrapped = (text: string, width: number, widthOf: (text: string) => number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (widthOf((line + piece).trimEnd()) <= width) {
      line += piece
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = ''
    for (const letter of piece.trimStart()) {
      if (line !== '' && widthOf(line + letter) > width) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()]
}
