/**
 * True when a value holds a character that cannot be kept: U+0000, or half of a surrogate pair, which no UTF-8 text can
 * carry. In JSON both stand escaped, and an escape has an odd number of backslashes.
 */
export const holdsUnkeepable = (value: unknown): boolean =>
  /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f]..)/.test(JSON.stringify(value) ?? '')
