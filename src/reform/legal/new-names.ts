import { say, type Text } from '../../kernel/text.ts'
import type { Register, TableName } from '../../register/register.ts'

/** An id that no row of a table has, or had before the plan. */
export const freshId = (wanted: string, table: TableName, ...registers: readonly Register[]): string => {
  const isTaken = (id: string) => registers.some((register) => register[table].has(id))
  if (!isTaken(wanted)) return wanted
  let count = 2
  while (isTaken(`${wanted}-${count}`)) count += 1
  return `${wanted}-${count}`
}

interface Named {
  readonly name: string
  readonly nameEn: string
  readonly short: string
  readonly shortEn: string
}

/** The last word of the name of a body, which stands once when two names are joined. */
const endings = /(管理局|办公室|服务中心|事务中心|委员会|局|部|委|中心|站|所|队)$/

/**
 * A name for the body that two become, to be looked over: 教育局 and 科技局 make 教育和科技局; the county's name stays in
 * front where both have it.
 */
export const joinedName = (county: Text, first: Named, second: Named): Named => {
  const stem = first.short.replace(endings, '') || first.short
  const short = `${stem}和${second.short}`
  const shortEn = `${first.shortEn} and ${lowered(second.shortEn)}`
  const hasCounty = first.name.startsWith(county.zh) && second.name.startsWith(county.zh)
  const bureau = `${county.en} Bureau of `
  const isBureau = first.nameEn.startsWith(bureau) && second.nameEn.startsWith(bureau)
  const { zh, en } = say(
    hasCounty ? `${county.zh}${short}` : short,
    isBureau
      ? `${bureau}${first.nameEn.slice(bureau.length)} and ${second.nameEn.slice(bureau.length)}`
      : shortEn,
  )
  return { name: zh, nameEn: en, short, shortEn }
}

/** “Human resources” inside a name is “human resources”; an abbreviation stays. */
const lowered = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text
