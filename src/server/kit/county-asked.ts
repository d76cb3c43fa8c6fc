import { type Day, parseDay } from '../../kernel/day.ts'
import { say } from '../../kernel/text.ts'
import { dayOfRecord, type History, knownOn, registerAt } from '../../reform/history.ts'
import { tooEarly } from '../../reform/too-early.ts'
import type { Register } from '../../register/register.ts'
import type { Counties, CurrentCounty } from '../../store/current.ts'
import type { Client } from '../../store/database.ts'
import { databaseNow } from '../../store/journal-store.ts'
import { lately } from '../../store/lately.ts'
import { badRequest, blocked, notFound, Refused } from './problem.ts'

interface About {
  readonly counties: Counties
  readonly client: Client
  readonly params: { readonly county: string }
}

/** The county of a request as it is now; 404 when it was never opened here. */
export const countyAsked = async ({ counties, client, params }: About): Promise<CurrentCounty> => {
  const county = await counties.current(client, params.county)
  if (county === undefined) throw new Refused(notFound)
  return county
}

/** Both clocks of a question: a day, and a record or a day at which it was known. Today and now when left out. */
export interface Clocks {
  readonly on?: string | undefined
  readonly known?: string | undefined
}

/** The register that a question is about, with the clocks it was asked by. */
export interface RegisterAsked {
  readonly register: Register
  readonly on: Day
  readonly known: number
}

/** 400 for a day that is none (A02); 422 for one before the county begins here (J07). */
export const registerAsked = async (
  client: Client,
  county: CurrentCounty,
  { on: day, known: asked }: Clocks,
): Promise<RegisterAsked> => {
  const { history } = county
  const on = day === undefined ? dayOfRecord(await databaseNow(client)) : dayIn('on', day)
  const known = asked === undefined ? history.seq : seqIn(history, asked)
  const early = tooEarly(history, on, known)
  if (early !== undefined) throw new Refused(blocked([early]))
  // The head seals everything that was ever recorded of the county, and its opening too.
  const register = registers(`${county.id} ${county.head.hash} ${on} ${known}`, () =>
    registerAt(history, on, known),
  )
  return { register, on, known }
}

// Each of the sixteen counties in memory has its register of today, and as many others are looked at besides; 1.6 MB each.
const registers = lately<Register>(32)
const seqIn = (history: History, asked: string): number =>
  /^\d{1,15}$/.test(asked) ? Math.min(Number(asked), history.seq) : knownOn(history, dayIn('known', asked))

/** The day that was written; 400 with A02 when there is no such day. */
export const dayIn = (name: string, text: string): Day => {
  const day = parseDay(text)
  if (day !== undefined) return day
  const detail = say(`没有“${text}”这一天。`, `There is no day “${text}”.`)
  throw new Refused(
    badRequest(detail, [
      {
        code: 'A02',
        severity: 'error',
        at: `request:query.${name}`,
        message: detail,
        remedy: say('写成 2020-12-01。', 'Write it as 2020-12-01.'),
      },
    ]),
  )
}
