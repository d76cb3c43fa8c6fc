import type { Finding } from '../kernel/finding.ts'
import { say } from '../kernel/text.ts'
import type { Client } from '../store/database.ts'
import { type StoredCounty, storedCounties } from '../store/journal-store.ts'
import type { Arguments } from './command.ts'

/** The county of `--county`, or the only one there is. B21 when it is not there, or when there are several. */
export const countyFrom = async (args: Arguments, client: Client): Promise<StoredCounty | Finding> => {
  const asked = args.options.get('county')
  const counties = await storedCounties(client)
  const [first] = counties
  if (asked === undefined && counties.length === 1 && first !== undefined) return first
  return counties.find(({ id }) => id === asked) ?? noCounty(asked, counties)
}

/** B21: which counties there are to choose from. */
export const noCounty = (asked: string | undefined, counties: readonly StoredCounty[]): Finding => {
  const ids = counties.map(({ id }) => id)
  return {
    code: 'B21',
    severity: 'error',
    at: 'county',
    message:
      asked === undefined && counties.length > 0
        ? say(
            `这里有${counties.length}个县，须写明是哪一个`,
            `There are ${counties.length} counties here: name one of them`,
          )
        : say(`这里没有县“${asked ?? ''}”`, `There is no county “${asked ?? ''}” here`),
    remedy: say(`用 --county 指定：${ids.join('、')}`, `Name it with --county: ${ids.join(', ')}`),
  }
}
