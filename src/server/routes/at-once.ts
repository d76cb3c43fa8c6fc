import { Refused, tooMany } from '../kit/problem.ts'

const most = 24
const underway = new Map<string, number>()

/**
 * Reckons a password for an address: a hash takes long on purpose, and only so many of one address are reckoned at a
 * time, so that nobody holds up the door for all. 429 for what is more.
 */
export const atOnce = async <Result>(address: string, work: () => Promise<Result>): Promise<Result> => {
  const count = underway.get(address) ?? 0
  if (count >= most) throw new Refused(tooMany(1))
  underway.set(address, count + 1)
  try {
    return await work()
  } finally {
    const left = (underway.get(address) ?? 1) - 1
    if (left === 0) underway.delete(address)
    else underway.set(address, left)
  }
}
