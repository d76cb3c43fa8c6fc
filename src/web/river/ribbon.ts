interface Ends {
  readonly x0: number
  readonly x1: number
  readonly fromY: number
  readonly toY: number
}

const px = (value: number) => Math.round(value * 100) / 100

/** A straight stub of 5 %, one S-curve, and from 64 % on one trunk. Without a width it is the bare line. */
export const ribbonPath = ({ x0, x1, fromY, toY }: Ends, width: number | undefined): string => {
  const span = x1 - x0
  const [stub, meet] = [px(x0 + span * 0.05), px(x0 + span * 0.64)]
  const half = px((stub + meet) / 2)
  const [y0, y1] = [px(fromY), px(toY)]
  const there = `M${px(x0)} ${y0}H${stub}C${half} ${y0} ${half} ${y1} ${meet} ${y1}H${px(x1)}`
  if (width === undefined) return there
  const [b0, b1] = [px(fromY + width), px(toY + width)]
  return `${there}V${b1}H${meet}C${half} ${b1} ${half} ${b0} ${stub} ${b0}H${px(x0)}Z`
}
