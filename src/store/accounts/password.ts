import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/**
 * Passwords as argon2id (OpenSSL's), in the words of the PHC string format, so that each hash says how it was made. The
 * cost is the one that OWASP's Password Storage Cheat Sheet names first for one thread: 19 MiB, two passes.
 */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const

const derive = promisify(argon2)

/** At most this many at once: each takes a core and 19 MiB, and the rest of the server has work to do as well. */
const most = 2
let running = 0
const waiting: (() => void)[] = []

const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  if (running >= most) await new Promise<void>((mayGo) => waiting.push(mayGo))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // A place is handed on, not given back, so that nobody slips in between.
    if (next === undefined) running -= 1
    else next()
  }
}

/** The hash of a password that the store keeps. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16)
  const tag = await inTurn(() => derive('argon2id', { ...cost, message: password, nonce }))
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(nonce)}$${plain(tag)}`
}

/**
 * Whether a password is the one that was hashed. Without a hash (nobody of that name, or one who only signs in
 * elsewhere) it takes the same time and is never so.
 */
export const isPassword = async (password: string, hash: string | undefined): Promise<boolean> => {
  const made = partsOf(hash ?? nobodys)
  if (made === undefined) throw new Error('a password hash of a kind that is not known here')
  const { tag, ...parameters } = made
  const given = await inTurn(() =>
    derive('argon2id', { ...parameters, message: password, tagLength: tag.length }),
  )
  return timingSafeEqual(given, tag) && hash !== undefined
}

const written =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{11,86})$/

const partsOf = (hash: string) => {
  const match = written.exec(hash)
  if (match === null) return undefined
  const [, memory, passes, parallelism, nonce = '', tag = ''] = match
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

const plain = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '')

const nobodys = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(randomBytes(16))}$${plain(randomBytes(cost.tagLength))}`

/** No letter or digit that is taken for another when it is read aloud or copied from paper. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A first password that is told once and must be changed: five groups of four, 100 bits of chance. */
export const firstPassword = (): string =>
  Array.from({ length: 5 }, () =>
    Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join(''),
  ).join('-')
