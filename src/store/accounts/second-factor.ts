import { generateSecret, generateURI, verify } from 'otplib'
import type { Client } from '../database.ts'
import type { AccountKey } from './session.ts'

/** A new secret of time-based codes (RFC 6238: SHA-1, six digits, 30 seconds, as every app for phones has it). */
export const newSecret = (): string => generateSecret({ length: 20 })

/** The address that an app for phones takes the secret from. */
export const secretAddress = (secret: string, username: string): string =>
  generateURI({ issuer: '三定 Sanding', label: username, secret })

/**
 * The step of time that a code belongs to, undefined when it is none of the secret's that holds now (one step of 30
 * seconds to either side) or one that is not behind the last that was used: no code works twice.
 */
export const stepOfCode = async (
  client: Client,
  code: string,
  { secret, lastStep = -1 }: { readonly secret: string; readonly lastStep?: number | undefined },
): Promise<number | undefined> => {
  const { rows } = await client.query<{ epoch: number }>(
    'select floor(extract(epoch from clock_timestamp()))::float8 as epoch',
  )
  const epoch = rows[0]?.epoch ?? 0
  const result = await verify({ strategy: 'totp', secret, token: code, epoch, epochTolerance: 30 })
  if (!result.valid) return undefined
  const step = Math.floor(epoch / 30) + result.delta
  return step > lastStep ? step : undefined
}

/** Keeps a secret that was handed out; it counts for nothing until a code of it was shown. */
export const offerSecret = async (
  client: Client,
  { home, id }: AccountKey,
  secret: string,
): Promise<void> => {
  await client.query(
    `update account set totp_secret = $3, totp_confirmed_at = null, totp_last_step = null
     where county_id = $1 and account_id = $2`,
    [home, id, secret],
  )
}

/** From now on the account signs in with codes of the secret that it was offered. */
export const confirmSecret = async (
  client: Client,
  { home, id }: AccountKey,
  step: number,
): Promise<void> => {
  await client.query(
    'update account set totp_confirmed_at = now(), totp_last_step = $3 where county_id = $1 and account_id = $2',
    [home, id, step],
  )
}

/** Remembers the step of a code that was used. */
export const rememberStep = async (client: Client, { home, id }: AccountKey, step: number): Promise<void> => {
  await client.query('update account set totp_last_step = $3 where county_id = $1 and account_id = $2', [
    home,
    id,
    step,
  ])
}

/** Takes the second factor away. */
export const removeSecret = async (client: Client, { home, id }: AccountKey): Promise<void> => {
  await client.query(
    `update account set totp_secret = null, totp_confirmed_at = null, totp_last_step = null
     where county_id = $1 and account_id = $2`,
    [home, id],
  )
}
