import { institutionsData } from './institutions.ts'
import { organsData } from './organs-data.ts'
import { exemptData, townshipsData } from './other-units-data.ts'
import { deputiesIn } from './posts.ts'

/** Who heads a unit, by office; the first people of the unit, in this order. */
export interface OfficeData {
  readonly office: 'chief' | 'executiveDeputy' | 'deputy'
  readonly title: string
}

/** A unit that has people: how many, of what kind, and which offices are filled. */
export interface StaffData {
  readonly unit: string
  readonly people: number
  readonly postKind: 'administrative' | 'politicalLegal' | 'institution'
  readonly ladder: 'civilServant' | 'police' | 'none'
  readonly offices: readonly OfficeData[]
}

/** Party organs whose head is a member of the county’s leading body from the start, by that member’s number. */
export const headedByLeaders: Readonly<Record<string, readonly [member: number, title: string]>> = {
  discipline: [4, '书记、主任'],
  organisation: [5, '部长'],
  propaganda: [6, '部长'],
  'united-front': [7, '部长'],
  'political-legal': [8, '书记'],
  'party-office': [9, '主任'],
}

/** The economic bureaux: all their leading posts were filled. */
const fullyLed = ['development-reform', 'industry', 'energy', 'commerce', 'science-education']

const titles: readonly (readonly [ending: RegExp, title: string])[] = [
  [/委员会$/, '书记'],
  [/会$/, '主席'],
  [/[部局站所队馆校院段团场]$/, ''],
]

/** The title of a unit’s head by the last word of its name; 主任 for all others. */
export const headTitle = (name: string): string => {
  const title = titles.find(([ending]) => ending.test(name))?.[1]
  return title === '' ? `${name.slice(-1)}长` : (title ?? '主任')
}

const times = (count: number, office: OfficeData): OfficeData[] => Array.from({ length: count }, () => office)

const organStaff = (): StaffData[] =>
  organsData.map((organ, at) => {
    const title = headTitle(organ.name)
    const isVacant = at % 3 === 0 && !fullyLed.includes(organ.id) && organ.deputies > 1
    const deputies = organ.deputies - (isVacant ? 1 : 0)
    const isHeaded = headedByLeaders[organ.id] !== undefined
    const first: OfficeData = isHeaded
      ? { office: 'executiveDeputy', title: `常务副${title}` }
      : { office: 'chief', title }
    return {
      unit: organ.id,
      people: organ.people,
      postKind: organ.postKind,
      ladder:
        organ.kind === 'leadership' ? 'none' : organ.id === 'public-security' ? 'police' : 'civilServant',
      offices:
        organ.chiefs === 0 ? [] : [first, ...times(deputies, { office: 'deputy', title: `副${title}` })],
    }
  })

/** Every unit with people, in the order in which people are numbered. */
export const staffData: readonly StaffData[] = [
  ...organStaff(),
  ...institutionsData.map((each, at): StaffData => {
    const title = headTitle(each.name)
    const deputies = at % 2 === 0 ? deputiesIn(each.posts) : 0
    return {
      unit: each.id,
      people: each.people,
      postKind: 'institution',
      ladder: 'none',
      offices: [{ office: 'chief', title }, ...times(deputies, { office: 'deputy', title: `副${title}` })],
    }
  }),
  ...townshipsData.map(
    (town): StaffData => ({
      unit: town.id,
      people: town.people,
      postKind: 'administrative',
      ladder: 'civilServant',
      offices: [
        { office: 'chief', title: '党委书记' },
        { office: 'chief', title: town.form === 'town' ? '镇长' : '乡长' },
        ...times(5, { office: 'deputy', title: town.form === 'town' ? '副镇长' : '副乡长' }),
      ],
    }),
  ),
  ...exemptData.map((each): StaffData => {
    const title = each.reason === 'school' ? '校长' : each.reason === 'kindergarten' ? '园长' : '主任'
    const deputies = each.posts > 50 ? 2 : each.posts > 20 ? 1 : 0
    return {
      unit: each.id,
      people: each.people,
      postKind: 'institution',
      ladder: 'none',
      offices: [{ office: 'chief', title }, ...times(deputies, { office: 'deputy', title: `副${title}` })],
    }
  }),
]
