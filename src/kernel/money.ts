/** Money is a whole number of fen (1/100 yuan); never a float of yuan. */
declare const brand: unique symbol
export type Fen = number & { readonly [brand]: 'fen' }

export const fenFromYuan = (yuan: number): Fen => Math.round(yuan * 100) as Fen
export const yuanFromFen = (fen: Fen): number => fen / 100
export const sumFen = (amounts: Iterable<Fen>): Fen => {
  let total = 0
  for (const amount of amounts) total += amount
  return total as Fen
}
