import type { Client } from '../database.ts'

/** Whose files a transaction works with: all of a county (`*`), or those of some of its people. */
export interface PeopleView {
  readonly county: string
  readonly people: '*' | readonly string[]
}

/**
 * Does `work` with the files of a view and no others: the database itself shows and takes nothing else meanwhile. Only
 * inside a transaction; outside of one nothing at all is seen.
 */
export const inView = async <Result>(
  client: Client,
  view: PeopleView,
  work: () => Promise<Result>,
): Promise<Result> => {
  await see(client, view.county, view.people === '*' ? '*' : view.people.join(' '))
  try {
    return await work()
  } finally {
    // After a statement that failed the transaction is over, and the view with it.
    await see(client, '', '').catch(() => undefined)
  }
}

const see = (client: Client, county: string, people: string) =>
  client.query("select set_config('sanding.county', $1, true), set_config('sanding.people', $2, true)", [
    county,
    people,
  ])
