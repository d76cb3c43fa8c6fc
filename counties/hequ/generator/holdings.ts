import type { Cells } from './csv.ts'
import { groupsData, institutionsData, planningOffice } from './institutions.ts'
import { type Lcg, lcg } from './lcg.ts'
import { organsData } from './organs-data.ts'
import { exemptData, townshipsData } from './other-units-data.ts'
import { staffData } from './staff.ts'

/** Rooms, records and contracts. All [A]; the side wings were calibrated to the area that was published as vacated. */

/** Organs that were merged away or co-located: each had a side wing of its own. */
export const organsWithWing = [
  ...['gov-office', 'establishment', 'veteran-cadres', 'culture-tourism', 'petitions', 'industry', 'energy'],
  ...['commerce', 'human-resources', 'forestry', 'transport', 'poverty', 'medical-insurance', 'statistics'],
]

/** Institutions that closed without being the first of their group. */
export const institutionsWithWing = [
  ...groupsData.flatMap((group) => group.sources.slice(1).map((each) => each.id)),
  planningOffice.id,
]

const wingAreas = [58, 66, 71, 52, 76, 61, 72, 69]

const room = (unit: string, number: number, areaM2: number, use = 'office'): Cells => ({
  id: `r-${unit}-${number}`,
  unit,
  building: ['一号楼', '二号楼', '三号楼', '四号楼'][unit.length % 4],
  room: `${1 + (number % 5)}${String(10 + number).padStart(2, '0')}室`,
  areaM2,
  use,
})

const roomSize = 18

/** An area cut into rooms; a remainder too small for a room is added to the last. */
const cut = (unit: string, area: number): Cells[] => {
  const count = Math.max(1, Math.floor(area / roomSize))
  return Array.from({ length: count }, (_, at) =>
    room(unit, at + 1, at === count - 1 ? area - roomSize * (count - 1) : roomSize),
  )
}

/** The rooms a group needs once it is one, spread over its members by their people. */
const groupRooms = (): Cells[] =>
  groupsData.flatMap((group) => {
    const people = group.sources.reduce((total, each) => total + each.people, 0)
    return group.sources.flatMap((each) => cut(each.id, Math.round((group.posts * 9 * each.people) / people)))
  })

const organRooms = (): Cells[] =>
  staffData
    .filter((staff) => organsData.some((organ) => organ.id === staff.unit))
    .flatMap((staff) => cut(staff.unit, Math.round(staff.people * 8) + staff.offices.length * 4))

/** Office rooms by unit, then the side wings. */
export const premisesRows = (): Cells[] => [
  ...organRooms(),
  ...groupRooms(),
  ...[...organsWithWing, ...institutionsWithWing].map((unit, at) => ({
    ...room(unit, 90, wingAreas[at % wingAreas.length] as number),
    room: '附属办公区',
  })),
  ...institutionsData
    .filter((_, at) => at % 4 === 0)
    .map((each) => ({ ...room(each.id, 80, 30 + (each.posts % 9) * 10, 'technical'), room: '业务用房' })),
  ...townshipsData.flatMap((town) => [
    room(town.id, 1, town.people * 9),
    { ...room(town.id, 80, 160, 'service'), room: '便民服务大厅' },
  ]),
  ...exemptData.flatMap((each) => [
    room(each.id, 1, each.people * 5),
    { ...room(each.id, 80, each.people * 40, 'technical'), room: '业务用房' },
  ]),
]

const named = new Map<string, string>([
  ...organsData.map((each) => [each.id, each.name] as const),
  ...institutionsData.map((each) => [each.id, each.name] as const),
  ...townshipsData.map((each) => [each.id, `河曲县${each.name}`] as const),
  ...exemptData.map((each) => [each.id, each.name] as const),
])
const isOrganId = (unit: string) => organsData.some((organ) => organ.id === unit)
/** The leading body is people, not an office: it keeps no records and signs nothing. */
const keepers = staffData.filter(({ unit }) => unit !== 'county-leadership')

/** File series: one to three a unit, by its size. */
export const archiveRows = (): Cells[] => {
  const random = lcg(24)
  return keepers.flatMap(({ unit, people }) => {
    const series = ['文书档案', ...(people >= 8 ? ['业务档案'] : []), ...(people >= 16 ? ['会计档案'] : [])]
    return series.map((name, at) => ({
      id: `f-${unit}-${at + 1}`,
      unit,
      name: `${named.get(unit)}${name}`,
      volumes: people * random.between(6, 18),
    }))
  })
}

/** Seals: one a unit, a second one for its accounts. */
export const sealRows = (): Cells[] =>
  keepers.flatMap(({ unit, people }) => {
    const seals = ['公章', ...(isOrganId(unit) || people >= 12 ? ['财务专用章'] : [])]
    return seals.map((kind, at) => ({
      id: `seal-${unit}-${at + 1}`,
      unit,
      name: kind === '公章' ? named.get(unit) : `${named.get(unit)}${kind}`,
      state: 'inUse',
    }))
  })

const contractKinds: readonly (readonly [name: string, least: number, most: number])[] = [
  ['办公楼物业服务合同', 18, 90],
  ['信息系统运行维护合同', 6, 60],
  ['办公设备租赁合同', 2, 20],
  ['专项业务委托合同', 12, 160],
]

const contract = (unit: string, at: number, random: Lcg): Cells => {
  const [name, least, most] = contractKinds[(at + unit.length) % contractKinds.length] ?? ['合同', 1, 2]
  return {
    id: `c-${unit}-${at + 1}`,
    unit,
    name: `${named.get(unit)}${name}（示例）`,
    amountYuan: random.between(least, most) * 1000 + 200,
    endsOn: `${random.between(2021, 2023)}-${random.pick(['03-31', '06-30', '12-31'])}`,
  }
}

/** Running contracts, all invented. */
export const contractRows = (): Cells[] => {
  const random = lcg(31)
  return keepers.flatMap(({ unit, people }) => {
    const count = isOrganId(unit) ? 2 : people >= 8 ? 1 : 0
    return Array.from({ length: count }, (_, at) => contract(unit, at, random))
  })
}
