/** A ratio as two whole numbers, so that 124,000 : 3,875 stays exact until it is shown. */
export interface Ratio {
  readonly of: number
  readonly to: number
}

export const ratio = (of: number, to: number): Ratio => ({ of, to })

/** The quotient rounded half away from zero to `decimals`; undefined when the denominator is zero. */
export const quotient = ({ of, to }: Ratio, decimals: number): number | undefined =>
  to === 0 ? undefined : rounded(of / to, decimals)

export const rounded = (value: number, decimals: number): number => {
  const scale = 10 ** decimals
  return (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale
}
