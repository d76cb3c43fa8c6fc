/** One figure of the bench: its median over runs, with the smallest and largest. */
export interface Measurement {
  readonly name: string
  readonly unit: string
  readonly median: number
  readonly min: number
  readonly max: number
  readonly runs: number
  /** What the issue or the design asks for, in the same unit. */
  readonly goal?: number
  readonly note?: string
}

/** Runs `work` until `runs` timings after `warmup` unrecorded ones; milliseconds. */
export const timed = (
  name: string,
  work: () => unknown,
  options: { runs?: number; warmup?: number; goal?: number; note?: string } = {},
): Measurement => {
  const { runs = 30, warmup = 10, goal, note } = options
  for (let at = 0; at < warmup; at += 1) work()
  const times: number[] = []
  for (let at = 0; at < runs; at += 1) {
    const began = performance.now()
    work()
    times.push(performance.now() - began)
  }
  return summary(name, 'ms', times, {
    ...(goal === undefined ? {} : { goal }),
    ...(note === undefined ? {} : { note }),
  })
}

export const summary = (
  name: string,
  unit: string,
  values: readonly number[],
  rest: { goal?: number; note?: string } = {},
): Measurement => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number
  return { name, unit, median: at(0.5), min: at(0), max: at(1), runs: sorted.length, ...rest }
}

/** How many times as long (or large) as its bare baseline, measured in the same run. */
export const ratioOf = (name: string, work: Measurement, bare: Measurement): Measurement => ({
  name,
  unit: '×',
  median: work.median / bare.median,
  min: work.min / bare.max,
  max: work.max / bare.min,
  runs: work.runs,
})

/** How long a work takes, in milliseconds. */
export const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** How long each of so many runs takes, one after the other. */
export const times = async (runs: number, work: (at: number) => Promise<unknown>): Promise<number[]> => {
  const all: number[] = []
  for (let at = 0; at < runs; at += 1) all.push(await milliseconds(() => work(at)))
  return all
}

/** The value below which such a share of the others lies; 0 of none. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
