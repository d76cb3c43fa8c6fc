/** A seeded generator of whole numbers: the same seed gives the same county on every machine. */
export interface Lcg {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  pick<Item>(items: readonly Item[]): Item
}

/** Linear congruential generator modulo 2³² (multiplier 1664525, increment 1013904223). */
export const lcg = (seed: number): Lcg => {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    // The low bits of such a generator repeat quickly, so only the high ones are used.
    return state >>> 8
  }
  const between = (least: number, most: number) => least + (next() % (most - least + 1))
  return { between, pick: (items) => items[between(0, items.length - 1)] as (typeof items)[number] }
}
