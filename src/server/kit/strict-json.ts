const deepest = 32

/**
 * JSON as we take it: UTF-8, at most {@link deepest} levels, no number beyond the finite and no member that reaches for a
 * prototype. Throws a SyntaxError otherwise.
 */
export const strictJson = (bytes: Uint8Array): unknown => {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  refuseDepth(text)
  return JSON.parse(text, (key, value) => {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype')
      throw new SyntaxError('a forbidden member')
    if (typeof value === 'number' && !Number.isFinite(value)) throw new SyntaxError('a number without an end')
    return value
  })
}

/** Looks at brackets outside of strings before anything is built. */
const refuseDepth = (text: string): void => {
  let depth = 0
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (isQuoted) {
      if (sign === '\\') at += 1
      else if (sign === '"') isQuoted = false
    } else if (sign === '"') isQuoted = true
    else if (sign === '{' || sign === '[') {
      depth += 1
      if (depth > deepest) throw new SyntaxError('nested too deeply')
    } else if (sign === '}' || sign === ']') depth -= 1
  }
}
