/** The row on which the dash of an item stands; it may be above the item, by itself. */
export const dashRow = (text: string, offset: number, least: number): number => {
  let at = startOfRow(text, offset)
  while (at > least && !/^ *-(?:\s|$)/.test(text.slice(at, endOfRow(text, at)))) at = startOfRow(text, at - 1)
  return at
}

/** Where the row of an offset begins. */
export const startOfRow = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1
/** Where the row of an offset ends, its end of line counted in. */
export const endOfRow = (text: string, offset: number): number => {
  const at = text.indexOf('\n', offset)
  return at === -1 ? text.length : at + 1
}

/** Where the comments right above a row begin; a blank row ends them. */
export const commentsAbove = (text: string, start: number): number => {
  let at = start
  while (at > 0) {
    const above = startOfRow(text, at - 1)
    if (!/^[ \t]*#/.test(text.slice(above, at))) break
    at = above
  }
  return at
}

const chapterRow = /^[ \t]*#\s*[═━─=—-]{2,}\s*(.*?)\s*[═━─=—-]*\s*$/

/** Where the comments of a line begin that are not the heads of chapters. */
export const belowChapters = (text: string, above: number, begin: number) => {
  const chapters: string[] = []
  let from = above
  for (let at = above; at < begin; at = endOfRow(text, at)) {
    const title = chapterRow.exec(text.slice(at, endOfRow(text, at)))?.[1]
    if (title === undefined || title === '') continue
    chapters.push(title)
    from = endOfRow(text, at)
  }
  return { from, chapters }
}
