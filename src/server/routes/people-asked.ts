import { dayOfRecord, registerAt } from '../../reform/history.ts'
import type { Register } from '../../register/register.ts'
import type { Client } from '../../store/database.ts'
import { databaseNow } from '../../store/journal-store.ts'
import { type Erasure, erasuresOf } from '../../store/people/erasure.ts'
import { type MaskedFile, maskedFiles } from '../../store/people/files.ts'
import { isSeen, postingOf, viewOf } from '../../store/people/people-of.ts'
import type { PeopleView } from '../../store/people/view.ts'
import { notFound, Refused } from '../kit/problem.ts'
import type { Ask } from '../kit/route.ts'

type About = Pick<Ask<undefined, undefined, undefined>, 'viewer' | 'permission' | 'counties' | 'now'> & {
  readonly params: { readonly county: string }
}

/** The county of a request with its register of today, and whose files the request may reach. */
export interface Opened {
  readonly county: string
  readonly register: Register
  readonly view: PeopleView
}

/** 404 when there is no such county. */
export const opened = async (ask: About, client: Client): Promise<Opened> => {
  const county = await ask.counties.current(client, ask.params.county)
  if (county === undefined) throw new Refused(notFound)
  const now = ask.now === '' ? await databaseNow(client) : ask.now
  const register = registerAt(county.history, dayOfRecord(now))
  return { county: county.id, register, view: viewOf(register, ask) }
}

/** One person of a county, as far as the request reaches. */
export interface OpenedPerson extends Opened {
  readonly person: string
  readonly file: MaskedFile | undefined
  readonly erasure: Erasure | undefined
}

type AboutPerson = About & { readonly params: { readonly person: string } }

/** The person of a request. 404 for nobody and for who is out of its reach, alike. */
export const openedPerson = async (ask: AboutPerson, client: Client): Promise<OpenedPerson> => {
  const found = await opened(ask, client)
  const { county, register, view } = found
  const { person } = ask.params
  if (!isSeen(view, person)) throw new Refused(notFound)
  const file = (await maskedFiles(client, view, [person])).get(person)
  const erasure = (await erasuresOf(client, county, [person])).get(person)
  if (file === undefined && erasure === undefined && !register.people.has(person)) throw new Refused(notFound)
  return { ...found, person, file, erasure }
}

/** A person as everybody is shown who may see him. */
export const maskedView = (
  register: Register,
  person: string,
  { file, erasure }: Pick<OpenedPerson, 'file' | 'erasure'>,
) => ({
  person,
  posting: postingOf(register, person) ?? null,
  version: file?.version ?? 0,
  columns: file?.columns ?? [],
  masked: file?.values ?? {},
  erasure: erasure ?? null,
})

/** Some people of a view, in the order given. */
export const maskedViews = async (
  client: Client,
  { county, register, view }: Opened,
  people: readonly string[],
) => {
  const files = await maskedFiles(client, view, people)
  const erasures = await erasuresOf(client, county, people)
  return people.map((id) => maskedView(register, id, { file: files.get(id), erasure: erasures.get(id) }))
}
