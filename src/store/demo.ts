import type { Finding } from '../kernel/finding.ts'
import { say, type Text } from '../kernel/text.ts'
import { demoCounty, openDemoAccounts } from './accounts/demo-accounts.ts'
import { readCountyFolder } from './county-folder.ts'
import { listCounties } from './county-list.ts'
import { countiesInMemory } from './current.ts'
import type { Client, Database } from './database.ts'
import { importCounty } from './import-county.ts'
import { writeDemoPeople } from './people/demo-people.ts'
import { inView } from './people/view.ts'

/**
 * Opens the demonstration in a store that is empty or holds nothing else: the shipped county with its plans, invented
 * people, and an account for each role. What is there already stays. Nothing is done when there are findings: Z01
 * another county · Z02 an account that is nobody's of the demonstration.
 */
export const openDemonstration = async (database: Database): Promise<readonly Finding[]> => {
  const strange = await strangeTo(database)
  if (strange.length > 0) return strange
  const shipped = listCounties().find(({ id }) => id === demoCounty)
  if (shipped === undefined) throw new Error(`the county ${demoCounty} is not shipped`)
  const { rows } = await database.query('select 1 from county where county_id = $1', [demoCounty])
  if (rows.length === 0) {
    const { isOpened, findings } = await importCounty(
      database,
      readCountyFolder(shipped.path),
      'local:demonstration',
    )
    // Another start of the same demonstration may have been faster.
    if (!isOpened && findings.some(({ code }) => code !== 'J10')) return findings
  }
  await database.transaction(async (client) => {
    await writePeople(client)
    await openDemoAccounts(client)
  })
  return []
}

/** Z03 when the store holds a demonstration: its passwords are known to everybody, its people are invented. */
export const demonstrationIn = async (asked: Client): Promise<readonly Finding[]> => {
  const { rows } = await asked.query('select 1 from account where is_demo limit 1')
  if (rows.length === 0) return []
  const message = say(
    '其中存放的是演示：账户密码公开，人员均为示例',
    'This holds the demonstration: accounts with public passwords, and invented people',
  )
  const remedy = say(
    '正式使用请另指定一个 --data 文件夹；继续演示请加 --demo。',
    'Name another folder with --data for real work; add --demo to go on with the demonstration.',
  )
  return [finding('Z03', message, remedy)]
}

const strangeTo = async (asked: Client): Promise<Finding[]> => {
  const counties = await asked.query('select county_id from county where county_id <> $1 order by 1', [
    demoCounty,
  ])
  // What an account of the demonstration opened belongs to the demonstration.
  const accounts = await asked.query<{ count: number }>(
    `with recursive demo as (
       select account_id from account where is_demo
       union select a.account_id from account a join demo d on a.created_by = 'account:' || d.account_id)
     select count(*)::int as count from account where account_id not in (select account_id from demo)`,
  )
  const ids = counties.rows.map(({ county_id }) => county_id as string)
  const count = accounts.rows[0]?.count ?? 0
  return [...(ids.length === 0 ? [] : [otherCounties(ids)]), ...(count === 0 ? [] : [otherAccounts(count)])]
}

const writePeople = async (client: Client): Promise<void> => {
  const { rows } = await inView(client, { county: demoCounty, people: '*' }, () =>
    client.query('select 1 from person_file where county_id = $1 limit 1', [demoCounty]),
  )
  if (rows.length > 0) return
  const county = await countiesInMemory(1).current(client, demoCounty)
  if (county !== undefined) await writeDemoPeople(client, demoCounty, county.opening.register)
}

const elsewhere = say(
  '演示请用空的 --data 文件夹；正式使用请去掉 --demo。',
  'Use an empty --data folder for the demonstration, or leave --demo out for real work.',
)

const otherCounties = (ids: readonly string[]): Finding =>
  finding(
    'Z01',
    say(
      `其中有演示县以外的县：${ids.join('、')}；演示账户的密码是公开的`,
      `It holds counties that are not the demonstration's: ${ids.join(', ')}; demonstration passwords are public`,
    ),
    elsewhere,
  )

const otherAccounts = (count: number): Finding =>
  finding(
    'Z02',
    say(`其中有${count}个不属于演示的账户`, `It holds accounts that are not the demonstration's: ${count}`),
    elsewhere,
  )

const finding = (code: string, message: Text, remedy: Text): Finding => ({
  code,
  severity: 'error',
  at: 'database',
  message,
  remedy,
})
