import { createHash } from 'node:crypto'
import type { Person } from '../../register/person.ts'
import type { Register } from '../../register/register.ts'
import type { Client } from '../database.ts'
import { inventedNumber } from './identity-number.ts'
import { inventedMark } from './invented.ts'
import { inView } from './view.ts'

/** A file of an invented person: marked as such, with a number and a telephone that can be nobody's. */
export interface DemoFile {
  readonly person_id: string
  readonly name: string
  readonly identity_number: string
  readonly phone: string
  readonly appraisal: string
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const firstSigns = [...'建志文海国晓春玉秀明永俊']
const lastSigns = [...'平军华强芳敏杰丽伟英峰霞']
const appraisals = ['优秀', '称职', '称职', '称职', '称职', '基本称职']
const remarks = ['熟悉本职业务', '群众工作扎实', '承担改革任务主动', '文字工作细致', '基层经验较多']

/**
 * Writes an invented file (示例) for every person of a register, the same for the same id; files that are there stay.
 * Inside a transaction; gives how many were written.
 */
export const writeDemoPeople = (client: Client, county: string, register: Register): Promise<number> =>
  inView(client, { county, people: '*' }, async () => {
    const { rows } = await client.query(
      `insert into person_file (county_id, person_id, name, identity_number, phone, appraisal)
       select $1, person_id, name, identity_number, phone, appraisal
       from jsonb_to_recordset($2::jsonb) as given (person_id text, name text, identity_number text, phone text, appraisal text)
       where not exists (select from person_erasure e
         where e.county_id = $1 and e.person_id = given.person_id and e.reopened_at is null)
       on conflict do nothing returning 1`,
      [county, JSON.stringify(demoFiles(register))],
    )
    return rows.length
  })

/** The invented files of a register's people, by id. No two have the same number or telephone. */
export const demoFiles = (register: Register): DemoFile[] => {
  const taken = new Set<string>()
  const people = [...register.people.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return people.map((person) => demoFile(person, taken))
}

const demoFile = (person: Person, taken: Set<string>): DemoFile => {
  const bytes = createHash('sha256').update(person.id).digest()
  const pick = <Item>(items: readonly Item[], at: number) => items[bytes.readUInt16BE(at) % items.length]
  const place = bytes.readUInt32BE(0)
  return {
    person_id: person.id,
    name: `${inventedMark}${pick(surnames, 4)}${pick(firstSigns, 6)}${pick(lastSigns, 8)}`,
    identity_number: free(taken, place, (at) => inventedNumber(person, at)),
    phone: free(taken, place, inventedPhone),
    appraisal: `示例：年度考核${pick(appraisals, 10)}，${pick(remarks, 12)}。`,
  }
}

/** Mobile numbers begin 13 to 19; none begins 10. */
const inventedPhone = (place: number): string => String(10_000_000_000 + (place % 100_000_000))

const free = (taken: Set<string>, place: number, of: (place: number) => string): string => {
  for (let at = place; ; at += 1) {
    const value = of(at)
    if (taken.has(value)) continue
    taken.add(value)
    return value
  }
}
