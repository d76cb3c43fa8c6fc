/** A round amount (1, 2 or 5 and noughts) about one line tall in the drawing's scale; undefined when there is no scale. */
export const scaleStep = (pxPerUnit: number, linePx: number): number | undefined => {
  if (pxPerUnit <= 0) return undefined
  const wanted = linePx / pxPerUnit
  const power = 10 ** Math.floor(Math.log10(wanted))
  const step = ([5, 2, 1].find((each) => each * power <= wanted) ?? 1) * power
  return Math.max(1, step)
}
