/** Small pieces of the plan file. */

const width = 116

/** A flow list broken into lines no wider than a page. */
export const flow = (ids: readonly string[], indent: number): string => {
  const one = `[${ids.join(', ')}]`
  if (one.length + indent + 10 <= width) return one
  const pad = ' '.repeat(indent + 4)
  const lines: string[] = []
  let line = pad
  for (const id of ids) {
    if (line.length + id.length + 2 > width) {
      lines.push(line.trimEnd())
      line = pad
    }
    line += `${id}, `
  }
  lines.push(line.trimEnd())
  return `[\n${lines.join('\n')}\n${' '.repeat(indent)}]`
}

/** One operation a line: `- {op: …, …}`. */
export const short = (fields: Readonly<Record<string, string | number | boolean | undefined>>): string =>
  `  - {${Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}}\n`

/** One operation over several lines, its lists in flow style. */
export const long = (
  fields: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>,
): string =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value], at) => {
      const text = Array.isArray(value) ? flow(value, 4) : String(value)
      return `${at === 0 ? '  - ' : '    '}${key}: ${text}\n`
    })
    .join('')

/** A heading comment of the plan. */
export const chapter = (title: string): string =>
  `\n  # ══ ${title} ${'═'.repeat(Math.max(4, 90 - title.length))}\n`
/** A comment line of the plan. */
export const remark = (text: string): string => `  # ${text}\n`
