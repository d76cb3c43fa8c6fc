import { type Cells, linesOf } from './csv.ts'
import { topicsTable } from './duties-data.ts'
import { type OrganData, organsData } from './organs-data.ts'

/** An internal section of an organ, with the posts it has out of the organ's own. */
export interface SectionData {
  readonly id: string
  readonly unit: string
  readonly name: string
  readonly nameEn: string
  readonly posts: number
}

const leastPosts = 3

/** Sections of the organs whose work is written out by hand. */
const given: Readonly<Record<string, readonly (readonly [zh: string, en: string])[]>> = {
  'development-reform': [
    ['办公室', 'General Office'],
    ['发展改革股', 'Development and Reform Section'],
  ],
  industry: [['工业和信息化股', 'Industry and Information Technology Section']],
  commerce: [['商务股', 'Commerce Section']],
  'science-education': [
    ['办公室', 'General Office'],
    ['科技股', 'Science and Technology Section'],
    ['基础教育股', 'Basic Education Section'],
    ['职业教育和督导股', 'Vocational Education and Inspection Section'],
  ],
}

const topicNames = (): Map<string, (readonly [string, string])[]> => {
  const byOrgan = new Map<string, (readonly [string, string])[]>()
  let organ = ''
  for (const [first = '', second = ''] of linesOf(topicsTable))
    if (first.startsWith('>')) organ = first.slice(1).trim()
    else byOrgan.set(organ, [...(byOrgan.get(organ) ?? []), [first, second]])
  return byOrgan
}

const titled = ([zh, en]: readonly [string, string]): readonly [string, string] => [
  `${zh}股`,
  `${en.charAt(0).toUpperCase()}${en.slice(1)} Section`,
]

const sectionsOf = (organ: OrganData, names: readonly (readonly [string, string])[]): SectionData[] => {
  const posts = organ.posts - organ.chiefs - organ.deputies
  const wanted = given[organ.id] ?? [['办公室', 'General Office'] as const, ...names.map(titled)]
  const count = Math.min(wanted.length, Math.floor(posts / leastPosts), given[organ.id] ? 9 : 6)
  return wanted.slice(0, count).map(([name, nameEn], at) => ({
    id: `s-${organ.id}-${at + 1}`,
    unit: organ.id,
    name,
    nameEn,
    posts: Math.floor(posts / count) + (at < posts % count ? 1 : 0),
  }))
}

const all: readonly SectionData[] = (() => {
  const names = topicNames()
  return organsData
    .filter((organ) => organ.kind !== 'leadership')
    .flatMap((organ) => sectionsOf(organ, names.get(organ.id) ?? []))
})()

/** The sections of one organ, in order. */
export const sectionsIn = (unit: string): readonly SectionData[] => all.filter((each) => each.unit === unit)

/** The section that handles a topic: the one named after it, or the first that handles business. */
export const sectionFor = (unit: string, topic: string): string | undefined => {
  const sections = sectionsIn(unit)
  const named = sections.find((section) => section.name === `${topic}股`)
  return (named ?? sections[1] ?? sections[0])?.id
}

/** All sections. */
export const sectionRows = (): Cells[] => all.map((section) => ({ ...section }))
