import type { Cells } from './csv.ts'
import { institutionsData } from './institutions.ts'
import { lcg } from './lcg.ts'
import { organsData } from './organs-data.ts'
import { townshipsData } from './other-units-data.ts'
import { staffData } from './staff.ts'
import { isOrgan } from './units.ts'

/**
 * The year’s expenditure, three lines a unit. Rates are [A]: a fixed amount because the unit exists, an amount a head,
 * and staff cost. Staff cost of the institutions in the reform is budgeted by authorised posts, as the published saving
 * was; that of all others by people.
 */
const rates = {
  organ: { fixed: 38_000, perHead: 15_000, staff: 128_000 },
  township: { fixed: 0, perHead: 14_000, staff: 121_000 },
  institution: { fixed: 21_500, perHead: 9_000, staff: 0 },
  other: { fixed: 0, perHead: 7_800, staff: 112_000 },
} as const

const institutions = new Map(institutionsData.map((each) => [each.id, each]))
const organs = new Map(organsData.map((each) => [each.id, each]))
const townships = new Set(townshipsData.map((each) => each.id))

const rateOf = (unit: string) => {
  if (institutions.has(unit)) return rates.institution
  if (organs.has(unit)) return rates.organ
  return townships.has(unit) ? rates.township : rates.other
}

const hasFixed = (unit: string) => {
  const organ = organs.get(unit)
  return institutions.has(unit) || (organ !== undefined && isOrgan(organ))
}

/** Institutions come first, then organs, townships and the units outside the reform. */
export const budgetRows = (): Cells[] => {
  const random = lcg(133)
  const staff = [
    ...staffData.filter(({ unit }) => institutions.has(unit)),
    ...staffData.filter(({ unit }) => !institutions.has(unit)),
  ]
  return staff.flatMap(({ unit, people }) => {
    const { fixed, perHead, staff: cost } = rateOf(unit)
    const posts = institutions.get(unit)?.posts
    const wages = posts === undefined ? people * cost : posts * (98_400 + 100 * random.between(0, 70))
    return [
      ...(hasFixed(unit)
        ? [
            {
              id: `b-${unit}-fixed`,
              unit,
              item: 'operatingFixed',
              name: '机构定额公用经费',
              amountYuan: fixed,
            },
          ]
        : []),
      {
        id: `b-${unit}-heads`,
        unit,
        item: 'operatingPerHead',
        name: '按人定额公用经费',
        amountYuan: people * perHead,
      },
      { id: `b-${unit}-staff`, unit, item: 'staff', name: '工资福利和社会保障缴费', amountYuan: wages },
    ]
  })
}
