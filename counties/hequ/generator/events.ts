import type { Cells } from './csv.ts'
import { institutionsData } from './institutions.ts'
import { organsData } from './organs-data.ts'
import { isOrgan } from './units.ts'

const organs = organsData.filter(isOrgan).map((organ) => organ.id)
const institutions = institutionsData.filter((each) => each.posts >= 12).map((each) => each.id)
const everyone = [...organs, ...institutions]

const two = (number: number) => String(number).padStart(2, '0')

/** `count` working dates spread evenly from the first month on; months are counted from January 2020. */
const datesFrom = (firstMonth: number, months: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => {
    const month = firstMonth + Math.floor((at * months) / count)
    return `${2020 + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(3 + ((at * 7) % 24))}`
  })

interface Series {
  readonly kind: string
  readonly id: string
  readonly from: number
  readonly months: number
  readonly count: number
  /** Person-times of each event; most events have one. */
  readonly each?: number
  readonly units?: readonly string[]
  readonly zh: string
  readonly en: string
}

/** April 2020 is the month 3, September 2021 the month 20. Dates, subjects and units are [A]. */
const series: readonly Series[] = [
  {
    kind: 'leadingGroupMeeting',
    id: 'lg',
    from: 3,
    months: 9,
    count: 5,
    zh: '县委深化改革领导小组会议',
    en: 'Meeting of the leading group for the reform',
  },
  {
    kind: 'officeMeeting',
    id: 'om',
    from: 3,
    months: 18,
    count: 41,
    zh: '领导小组办公室会议',
    en: 'Meeting of the leading group’s office',
  },
  {
    kind: 'problemSolved',
    id: 'ps',
    from: 4,
    months: 17,
    count: 61,
    units: everyone,
    zh: '研究解决的问题',
    en: 'Problem settled',
  },
  {
    kind: 'opinion',
    id: 'op',
    from: 3,
    months: 5,
    count: 58,
    units: everyone,
    zh: '单位所提意见建议',
    en: 'Suggestion of a unit',
  },
  {
    kind: 'consultation',
    id: 'co',
    from: 3,
    months: 6,
    count: 35,
    each: 7,
    units: organs,
    zh: '征求意见座谈',
    en: 'Consultation meeting',
  },
  {
    kind: 'analysisReport',
    id: 'ar',
    from: 3,
    months: 5,
    count: 17,
    zh: '专题分析报告',
    en: 'Report on one subject',
  },
  {
    kind: 'demonstration',
    id: 'de',
    from: 6,
    months: 4,
    count: 5,
    zh: '方案论证成果',
    en: 'Result of the argument for the plan',
  },
  {
    kind: 'talk',
    id: 'ta',
    from: 9,
    months: 11,
    count: 79,
    each: 3,
    units: everyone,
    zh: '与科级干部谈心谈话',
    en: 'Talk with section-level cadres',
  },
  {
    kind: 'leaderResigned',
    id: 'lr',
    from: 20,
    months: 1,
    count: 49,
    units: everyone,
    zh: '本人申请辞去领导职务',
    en: 'Stepped down from a leading post on their own application',
  },
  {
    kind: 'promotion',
    id: 'pm',
    from: 20,
    months: 10,
    count: 17,
    units: organs,
    zh: '提拔重用',
    en: 'Promotion',
  },
  {
    kind: 'unitCommended',
    id: 'uc',
    from: 24,
    months: 4,
    count: 10,
    units: organs,
    zh: '表彰先进单位',
    en: 'Commended as an advanced unit',
  },
  {
    kind: 'cadreCommended',
    id: 'cc',
    from: 24,
    months: 4,
    count: 30,
    units: everyone,
    zh: '表彰优秀干部',
    en: 'Commended as an outstanding cadre',
  },
  {
    kind: 'headRemoved',
    id: 'hr',
    from: 21,
    months: 6,
    count: 2,
    zh: '履职不力，免去主要负责人职务',
    en: 'Head removed for failing in duty',
  },
  {
    kind: 'deputyRemoved',
    id: 'dr',
    from: 22,
    months: 1,
    count: 1,
    zh: '履职不力，免去副职',
    en: 'Deputy removed for failing in duty',
  },
  {
    kind: 'partyGroupMeeting',
    id: 'pg',
    from: 20,
    months: 12,
    count: 16,
    units: ['civil-affairs'],
    zh: '民政和人社领域党组会议，研究“三重一大”事项',
    en: 'Party group meeting on major matters, civil affairs and human resources',
  },
]

/** The events of the reform, a row each, by kind and then by date. */
export const eventRows = (): Cells[] =>
  series.flatMap(({ kind, id, from, months, count, each, units, zh, en }) =>
    datesFrom(from, months, count).map((on, at) => ({
      id: `e-${id}-${two(at + 1)}`,
      on,
      kind,
      unit: units?.[(at * 3) % units.length],
      people: each ?? 1,
      note: `${zh}（示例，第${at + 1}次）`,
      noteEn: `${en} (sample, no. ${at + 1})`,
    })),
  )
