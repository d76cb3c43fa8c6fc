import type { Cells } from './csv.ts'
import { lcg } from './lcg.ts'
import { townshipsData } from './other-units-data.ts'
import { isStayingPast, personIn } from './people.ts'
import { staffData } from './staff.ts'

export { eventRows } from './events.ts'

/** Residents and area, a row a town or township. */
export const areaRows = (): Cells[] =>
  townshipsData.map(({ id, form, population, areaKm2 }) => ({
    id: `area-${id}`,
    unit: id,
    form,
    population,
    areaKm2,
  }))

/** General public budget revenue by year and source, in units of 10,000 yuan [A]; the last year was calibrated. */
const revenue: readonly (readonly [name: string, ...byYear: number[]])[] = [
  ['增值税', 31_260, 30_940, 38_870],
  ['资源税', 22_480, 21_350, 29_640],
  ['企业所得税', 8_150, 7_620, 10_480],
  ['城市维护建设税和其他税收', 9_870, 9_530, 11_560],
  ['非税收入', 10_240, 10_870, 11_760],
]

/** Revenue, a row a year and source. */
export const revenueRows = (): Cells[] =>
  [2019, 2020, 2021].flatMap((year, at) =>
    revenue.map(([name, ...byYear], source) => ({
      id: `rev-${year}-${source + 1}`,
      year,
      name,
      amountYuan: (byYear[at] ?? 0) * 10_000,
    })),
  )

/** Other exits a year, and people taken in a year: retirements come from the law and are not listed [A]. */
const exitsByYear: Readonly<Record<string, number>> = { 2020: 2, 2021: 5, 2022: 5, 2023: 4, 2024: 4, 2025: 4 }
const entriesByYear: Readonly<Record<string, number>> = { 2021: 8, 2022: 9, 2023: 8, 2024: 9, 2025: 8 }
const exitKinds = ['transferOut', 'resignation', 'transferOut', 'death', 'resignation'] as const

/** Young staff without an office, spread over the units: nobody who retires before the plan completes. */
const leavers = (): string[] =>
  staffData
    .filter((staff) => staff.people > staff.offices.length + 4)
    .map((staff) => personIn(staff.unit, staff.people - 1))
    .filter(isStayingPast('2026-01'))

/** Exits that name a person, and entries; spread so that the number of people never rises from year to year. */
export const movementRows = (): Cells[] => {
  const random = lcg(775)
  const candidates = leavers()
  let next = 0
  const exits = Object.entries(exitsByYear).flatMap(([year, count]) =>
    Array.from({ length: count }, (_, at) => {
      next += 1
      return {
        id: `m-${year}-out-${at + 1}`,
        on: `${year}-${random.pick(['06-30', '09-30', '11-30'])}`,
        kind: exitKinds[next % exitKinds.length],
        person: candidates[(next * 5) % candidates.length],
      }
    }),
  )
  const entries = Object.entries(entriesByYear).flatMap(([year, count]) =>
    Array.from({ length: count }, (_, at) => ({
      id: `m-${year}-in-${at + 1}`,
      on: `${year}-09-01`,
      kind: at % 4 === 3 ? 'transferIn' : 'recruitment',
      person: undefined,
    })),
  )
  return [...exits, ...entries]
}

const publicity = '公示期，各地规定不一，示例取7个工作日'
const permits = [
  ['planning-office', '城乡规划', 'urban planning', '中华人民共和国城乡规划法（2019）第四十条'],
  ['natural-resources', '用地', 'land use', '中华人民共和国土地管理法（2019）第四十四条'],
  ['forestry', '使用林地', 'forest land use', '中华人民共和国森林法（2019）第三十七条'],
] as const

/** One project's three permits, one body after another, each with its own publicity period [A]. */
export const stepRows = (): Cells[] =>
  permits.flatMap(([unit, name, nameEn, basis], at) => {
    const before = permits[at - 1]?.[0]
    const step = (
      id: string,
      kind: string,
      zh: string,
      en: string,
      days: number,
      after: string | undefined,
    ) => ({
      id: `st-${unit}-${id}`,
      process: 'construction-permits',
      unit,
      kind,
      name: `${name}${zh}`,
      nameEn: `${en} for ${nameEn}`,
      workingDays: days,
      after,
      joinable: kind === 'publicity',
      basis: kind === 'publicity' ? publicity : basis,
    })
    return [
      step('review', 'review', '审查', 'Review', 5, before && `st-${before}-publicity`),
      step('sign', 'signOff', '审签', 'Sign-off', 2, `st-${unit}-review`),
      step('publicity', 'publicity', '批前公示', 'Notice before approval', 7, `st-${unit}-sign`),
    ]
  })

const subjects = [
  ['煤矸石综合利用', 'Coal gangue reuse'],
  ['光伏发电', 'Solar power'],
  ['风力发电', 'Wind power'],
  ['海红果深加工', 'Crabapple processing'],
  ['杂粮加工', 'Coarse grain processing'],
  ['智能化矿井改造', 'Intelligent mine'],
  ['铝镁新材料', 'Aluminium-magnesium materials'],
  ['黄河文旅', 'Yellow River tourism'],
  ['物流园区', 'Logistics park'],
] as const

/** Projects signed in a year; the last ones of the year had not started when it ended. */
const projectsOf = (year: number, signed: number, started: number): Cells[] =>
  Array.from({ length: signed }, (_, at) => {
    const [name, nameEn] = subjects[at % subjects.length] ?? subjects[0]
    const phase = 1 + Math.floor(at / subjects.length)
    const month = 1 + Math.floor((at * 10) / signed)
    const two = (number: number) => String(number).padStart(2, '0')
    return {
      id: `pr-${year}-${two(at + 1)}`,
      name: `${name}项目${phase}期（示例${year}）`,
      nameEn: `${nameEn}, phase ${phase} (sample ${year})`,
      signedOn: `${year}-${two(month)}-${two(5 + (at % 20))}`,
      startedOn: at < started ? `${year}-${two(month + 2)}-${two(1 + (at % 25))}` : undefined,
      plannedYuan: (800 + ((at * 137) % 900) * 10) * 10_000,
    }
  })

/** Projects of two years. */
export const projectRows = (): Cells[] => [...projectsOf(2020, 28, 19), ...projectsOf(2021, 45, 40)]
