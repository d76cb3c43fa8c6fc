/** Keeps what was made for the last few keys; what was not asked for longest goes first, and a promise that failed at once. */
export const lately = <Value>(most: number) => {
  const held = new Map<string, Value>()
  return (key: string, make: () => Value): Value => {
    const found = held.get(key)
    const value = found === undefined ? make() : found
    held.delete(key)
    held.set(key, value)
    if (found === undefined && value instanceof Promise) value.catch(() => held.delete(key))
    for (const each of held.keys()) if (held.size > most) held.delete(each)
    return value
  }
}
