import { say } from '../../kernel/text.ts'
import type { Client } from '../../store/database.ts'
import { erasuresOf } from '../../store/people/erasure.ts'
import { otherIds } from '../../store/people/files.ts'
import { looksAt } from '../../store/people/look-log.ts'
import { isSought, peopleOf } from '../../store/people/people-of.ts'
import { ok, type Route, reading } from '../kit/route.ts'
import { countyParams } from '../kit/shapes.ts'
import { maskedView, maskedViews, type Opened, opened, openedPerson } from './people-asked.ts'
import { peopleCommands } from './people-commands.ts'
import {
  erasureList,
  listQuery,
  looksShape,
  maskedPerson,
  personPage,
  personParams,
} from './people-shapes.ts'

const tag = 'people'

/** 人员档案, masked by default: every look behind the mask is a command that says what for, and stands in the audit. */
export const peopleRoutes: readonly Route[] = [
  reading({
    path: '/api/counties/:county/people',
    operation: 'list-people',
    summary: say(
      '人员名册（脱敏）；只按标识、单位和职务查找',
      'People under the mask; sought by id, unit and post, never by name',
    ),
    tag,
    params: countyParams,
    query: listQuery,
    answers: { 200: { description: 'A page of people', schema: personPage } },
    handle: (ask) =>
      ask.database.transaction(async (client) => {
        const found = await opened(ask, client)
        const ids = await soughtIds(client, found, ask.query)
        const { after = '', limit = '50' } = ask.query
        const rest = ids.filter((id) => id > after)
        const page = rest.slice(0, Number(limit))
        const next = rest.length > page.length ? (page.at(-1) ?? null) : null
        return ok({ people: await maskedViews(client, found, page), total: ids.length, next })
      }),
  }),
  reading({
    path: '/api/counties/:county/people/:person',
    operation: 'read-person',
    summary: say('一人的任职与脱敏档案', 'A person’s posting and the file under the mask'),
    tag,
    params: personParams,
    answers: { 200: { description: 'The person', schema: maskedPerson } },
    handle: (ask) =>
      ask.database.transaction(async (client) => {
        const found = await openedPerson(ask, client)
        return ok(maskedView(found.register, found.person, found))
      }),
  }),
  reading({
    path: '/api/counties/:county/people/:person/reveals',
    operation: 'export-person',
    summary: say('谁查看、更正过本人档案', 'Who looked at the file or changed it, for the person himself'),
    tag,
    params: personParams,
    answers: { 200: { description: 'The last 500, newest first', schema: looksShape } },
    handle: (ask) =>
      ask.database.transaction(async (client) => {
        const { county, person } = await openedPerson(ask, client)
        return ok({ looks: await looksAt(client, county, person) })
      }),
  }),
  reading({
    path: '/api/counties/:county/erasures',
    operation: 'erase-person',
    summary: say('已删除档案清单，供另处保存', 'The erased files, as a list to be kept elsewhere'),
    tag,
    params: countyParams,
    answers: { 200: { description: 'The erasures by id', schema: erasureList } },
    handle: (ask) =>
      ask.database.transaction(async (client) => {
        const { county } = await opened(ask, client)
        return ok({ erasures: [...(await erasuresOf(client, county)).values()] })
      }),
  }),
  ...peopleCommands,
]

/** The ids that a list is about, in order: of the register, and of who left it when the whole county is in view. */
const soughtIds = async (
  client: Client,
  { county, register, view }: Opened,
  { unit, query }: { readonly unit?: string | undefined; readonly query?: string | undefined },
): Promise<string[]> => {
  const posted = [...register.people.values()].map(({ id }) => id as string)
  const all = view.people === '*' ? [...posted, ...(await otherIds(client, county, posted))] : view.people
  const inUnit =
    unit === undefined ? undefined : new Set<string>(peopleOf(register, unit).map(({ id }) => id))
  return all
    .filter((id) => inUnit?.has(id) ?? true)
    .filter((id) => query === undefined || isSought(register, id, query))
    .sort()
}
