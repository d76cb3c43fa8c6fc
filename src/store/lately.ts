/** Keeps what was made for the last few keys; what was not asked for longest goes first. */
export const lately = <Value>(most: number) => {
  const held = new Map<string, Value>()
  return (key: string, make: () => Value): Value => {
    const found = held.get(key)
    const value = found === undefined ? make() : found
    held.delete(key)
    held.set(key, value)
    for (const each of held.keys()) if (held.size > most) held.delete(each)
    return value
  }
}
