import { acts, economicDutiesTable, services, townshipServices } from './acts-data.ts'
import { type Cells, linesOf, slug } from './csv.ts'
import { topicsTable } from './duties-data.ts'
import { type InstitutionData, institutionsData } from './institutions.ts'
import { organsData } from './organs-data.ts'
import { exemptData, townshipsData } from './other-units-data.ts'
import { sectionFor } from './sections.ts'

const organOf = (id: string) => organsData.find((organ) => organ.id === id)

/** A duty’s id says who first held it; it stays when the duty goes elsewhere. */
const numbered = (unit: string, at: number) => `d-${unit}-${String(at).padStart(2, '0')}`

interface Topic {
  readonly organ: string
  readonly law: string
  readonly name: string
  readonly nameEn: string
  readonly letters: string
  readonly city: string
}

const topics = (): Topic[] => {
  let [organ, law] = ['', '']
  return linesOf(topicsTable).flatMap(([first = '', second = '', letters = '', city]) => {
    if (!first.startsWith('>'))
      return [{ organ, law, name: first, nameEn: second, letters, city: city ?? organOf(organ)?.city ?? '' }]
    ;[organ, law] = [first.slice(1).trim(), second]
    return []
  })
}

/** The eight fields whose penalties and coercive measures one body exercises after the reform [A beyond the four named]. */
export const enforcementFields = [
  ...['market', 'culture-tourism', 'housing', 'emergency', 'agriculture', 'transport', 'forestry', 'water'],
]
const isEnforcement = (organ: string, power: string) =>
  enforcementFields.includes(organ) && (power === 'penalty' || power === 'coercion')

const categoryOf = ({ organ, name }: Topic, power: string) => {
  if (isEnforcement(organ, power)) return '综合行政执法'
  return name === '城乡规划' ? name : organOf(organ)?.category
}

const topicRows = (): Omit<Cells, 'id'>[] =>
  topics().flatMap((topic) =>
    [...topic.letters].map((letter) => {
      const [power, zh, en] = acts[letter] ?? ['other', '*', '*']
      return {
        unit: topic.organ,
        section: sectionFor(topic.organ, topic.name),
        name: zh.replace('*', topic.name),
        nameEn: en.replace('*', topic.nameEn),
        category: categoryOf(topic, power),
        power,
        statutory: true,
        basis: topic.law,
        counterpart: topic.city === '' ? undefined : `city-${topic.city}`,
      }
    }),
  )

const economicRows = (): Omit<Cells, 'id'>[] => {
  let [organ, law, city] = ['', '', '']
  return linesOf(economicDutiesTable).flatMap(([first = '', second = '', third = '']) => {
    if (first.startsWith('>')) {
      ;[organ, law, city] = [first.slice(1).trim(), second, third]
      return []
    }
    return [
      {
        unit: organ,
        section: sectionFor(organ, city === 'science' ? '科技' : first),
        name: first,
        nameEn: second,
        category: city === 'science' ? '科技' : (organOf(organ)?.category ?? '城乡规划'),
        power: third,
        statutory: true,
        basis: law,
        counterpart: `city-${city}`,
      },
    ]
  })
}

const tails =
  /(综合服务|服务|管理|事业|工作|信息|发展|受理|交流|推广)?(中心|大队|站|所|队|馆|室|段|院|校|团|场|大学|学校)$/
const tailsEn =
  / (General |Management |Information |Development )?(Service |Extension )?(Centre|Station|Office|Team|Institute|Section|House|Home|School|Group)$/

/** The field an institution works in, read off its name. */
const fieldOf = ({ name, nameEn }: InstitutionData): readonly [string, string] => {
  const whole = name.replace(/^河曲(县)?/, '')
  const field = whole.replace(tails, '')
  // “图书馆” names its field better than “图书”.
  return [
    field.length <= 2 && /[馆院段学]$/.test(whole) ? whole : field,
    nameEn
      .replace(/^Hequ (County )?/, '')
      .replace(tailsEn, '')
      .toLowerCase(),
  ]
}

const institutionRows = (): Omit<Cells, 'id'>[] =>
  institutionsData.flatMap((each, at) => {
    const [field, fieldEn] = fieldOf(each)
    const sponsor = organOf(each.sponsor)
    const chosen = services.filter((_, which) => which === 0 || (at + which) % 5 < 2)
    return chosen.map(([zh, en]) => ({
      unit: each.id,
      name: zh.replace('*', field),
      nameEn: en.replace('*', fieldEn),
      category: each.id === 'planning-office' ? '城乡规划' : sponsor?.category,
      power: 'service',
      statutory: false,
      basis: '单位章程（示例）',
      counterpart: undefined,
    }))
  })

const exemptDuties = {
  school: ['教育教学', 'Teaching', '教育教学'],
  kindergarten: ['幼儿保育教育', 'Early childhood care and education', '教育教学'],
  hospital: ['医疗和公共卫生服务', 'Medical and public health services', '医疗服务'],
  healthCentre: ['基本医疗和公共卫生服务', 'Basic medical and public health services', '医疗服务'],
  township: ['便民服务和村级服务', 'Services to residents and villages', '乡镇服务'],
} as const

const otherRows = (): Omit<Cells, 'id'>[] => [
  ...townshipsData.flatMap((town) =>
    townshipServices.map(([zh, en]) => ({
      unit: town.id,
      name: `${town.name}${zh}`,
      nameEn: `${en}, ${town.nameEn}`,
      category: '乡镇工作',
      power: 'other',
      statutory: true,
      basis: '中华人民共和国地方各级人民代表大会和地方各级人民政府组织法（2015）',
    })),
  ),
  ...exemptData.map((each) => {
    const [name, nameEn, category] = exemptDuties[each.reason]
    return {
      unit: each.id,
      name,
      nameEn,
      category,
      power: 'service',
      statutory: false,
      basis: '单位章程（示例）',
    }
  }),
]

/** About a thousand duties. Those of one unit stand together and are numbered within it. */
export const dutyRows = (): Cells[] => {
  const rows = [...topicRows(), ...economicRows(), ...institutionRows(), ...otherRows()]
  const counts = new Map<string, number>()
  return rows.map((row) => {
    const unit = String(row.unit)
    const at = (counts.get(unit) ?? 0) + 1
    counts.set(unit, at)
    return { id: numbered(slug(unit), at), ...row }
  })
}
