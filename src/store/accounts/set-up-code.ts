import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
let inMemory: string | undefined

/**
 * The one-time code that the first person at the page shows, so that it is somebody who can read this machine: kept in
 * `set-up-code` of the folder of data (0600), for a server of one's own in SANDING_SET_UP_CODE or else in this process.
 */
export const setUpCode = (folder: string | undefined): string => {
  if (folder === undefined) {
    const { SANDING_SET_UP_CODE: given = '' } = process.env
    inMemory ??= given.length >= 12 ? given : newCode()
    return inMemory
  }
  const file = fileIn(folder)
  if (!existsSync(file)) {
    const part = `${file}.${process.pid}`
    writeFileSync(part, newCode(), { mode: 0o600, flush: true })
    renameSync(part, file)
  }
  return readFileSync(file, 'utf8').trim()
}

/** The code was used, or the first accounts were made without it. */
export const forgetSetUpCode = (folder: string | undefined): void => {
  inMemory = undefined
  if (folder !== undefined) rmSync(fileIn(folder), { force: true })
}

const fileIn = (folder: string): string => join(folder, 'set-up-code')

const newCode = (): string =>
  Array.from({ length: 5 }, () =>
    Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join(''),
  ).join('-')
