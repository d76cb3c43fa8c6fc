/** Ids of plans that are begun in the page. */

/** A free id made of a stem and a number: `try-1`, `try-2` … */
export const freePlanId = (stem: string, taken: readonly string[]): string => {
  let number = 1
  while (taken.includes(`${stem}-${number}`)) number += 1
  return `${stem}-${number}`
}

/** What the server takes as the id of a plan. */
export const isPlanId = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,79}$/u.test(text)
