import type { Appointment } from '../../../src/register/person.ts'
import { leadersOf } from '../../../src/register/queries.ts'
import type { Register } from '../../../src/register/register.ts'
import { groupsData, institutionsData } from '../generator/institutions.ts'
import { personIn } from '../generator/people.ts'
import { headTitle } from '../generator/staff.ts'
import { chapter, long, remark, short } from './yaml.ts'

/** The new leading teams of September 2021: who stays, who heads concurrently, who steps down. */

const on = '2021-09-01'
/** Leaders of organs over the posts beyond those who stepped down on their own application. */
const toPool = 8
/** Leaders of larger institutions who stepped down on their own application. */
const resignedFromInstitutions = 31

/** Organs after the reform, with their leading posts. */
export const teams: Readonly<Record<string, number>> = {
  discipline: 6,
  'party-office': 6,
  organisation: 5,
  propaganda: 5,
  'united-front': 5,
  'political-legal': 5,
  development: 5,
  'science-education': 5,
  'public-security': 6,
  'civil-human': 5,
  justice: 5,
  finance: 5,
  'planning-resources': 5,
  'construction-transport': 5,
  water: 5,
  agriculture: 5,
  health: 5,
  veterans: 5,
  emergency: 5,
  audit: 5,
  market: 6,
  approval: 5,
}

/** Main departments headed by a deputy county head, by the number of that member of the leading body. */
const headed: Readonly<Record<string, number>> = {
  development: 10,
  'planning-resources': 11,
  market: 12,
  'construction-transport': 13,
  agriculture: 14,
  'civil-human': 15,
}

const office = (unit: string, id: string, person: string, facts: Record<string, string | boolean>) =>
  short({ op: 'appoint', on, appointment: `a-${unit}-${id}`, person, unit, ...facts })

const leave = (row: Appointment, basis?: string) =>
  short({ op: 'remove-from-office', on, person: row.person, unit: row.unit, basis })

const headLine = (unit: string) =>
  office(unit, 'county-head', personIn('county-leadership', (headed[unit] ?? 1) - 1), {
    office: 'chief',
    title: '局长',
    concurrent: true,
    occupiesPost: false,
    // One decision of the congress covers all six.
    ...(unit === 'civil-human' ? { opinions: '[{rule: P6, document: 县人大常委会任免决定（示例）}]' } : {}),
  })

const executiveLine = (unit: string, person: string) =>
  office(unit, 'executive', person, { office: 'executiveDeputy', title: '主持日常工作的副局长' })

interface Team {
  readonly text: string
  readonly leaving: readonly Appointment[]
}

/** The first chief stays (as executive deputy where a county leader heads), then deputies while there is room. */
const teamOf = (register: Register, unit: string, places: number): Team => {
  const leaders = leadersOf(register, unit as Appointment['unit'])
  const order = (row: Appointment) => ['chief', 'executiveDeputy', 'deputy'].indexOf(row.office)
  const [first, ...others] = [...leaders].sort((a, b) => order(a) - order(b))
  const deputies = others.filter((row) => row.office !== 'chief').slice(0, places - 1)
  const leaving = others.filter((row) => !deputies.includes(row))
  if (first === undefined || headed[unit] === undefined) return { text: '', leaving }
  return { text: leave(first) + headLine(unit) + executiveLine(unit, first.person), leaving }
}

/** The merged economic department: its executive deputy comes from the organisation department, four deputies stay. */
const economicTeam = (): string => {
  const [energyChief, secretary] = [personIn('energy', 0), personIn('organisation', 0)]
  return [
    remark('发改工信科技商务局：常务副部长转任主持日常工作的副局长，8个领导职数变为5个'),
    short({ op: 'remove-from-office', on, person: secretary, unit: 'organisation' }),
    short({ op: 'assign-person', on, people: `[${secretary}]`, to: 'development' }),
    headLine('development'),
    executiveLine('development', secretary),
    short({ op: 'remove-from-office', on, person: energyChief, unit: 'development' }),
    office('development', 'energy', energyChief, { office: 'deputy', title: '副局长' }),
    ...economicLeavers.map(([person]) =>
      short({ op: 'remove-from-office', on, person, unit: 'development' }),
    ),
    remark('其余人员充实乡镇和其他机关；能源局人员编入发改股'),
    ...[...economicLeavers, ...economicStaff].map(([person, to]) =>
      short({ op: 'assign-person', on, people: `[${person}]`, to }),
    ),
    short({
      op: 'assign-person',
      on,
      people: `[${personIn('energy', 1)}]`,
      to: 'development',
      section: 's-development-reform-2',
    }),
  ].join('')
}

const economicLeavers: readonly (readonly [string, string])[] = [
  [personIn('development-reform', 0), 'approval'],
  [personIn('industry', 0), 'xunzhen'],
  [personIn('commerce', 0), 'liujiata'],
  [personIn('science-education', 3), 'agriculture'],
]
const economicStaff: readonly (readonly [string, string])[] = [
  [personIn('industry', 3), 'xikou'],
  [personIn('commerce', 1), 'louziying'],
  [personIn('commerce', 2), 'jiuxian'],
]

const institutionTeams = (register: Register): { appoint: string; leaving: Appointment[] } => {
  const leaving: Appointment[] = []
  let appoint = ''
  for (const { id, name } of groupsData) {
    const leaders = leadersOf(register, id as Appointment['unit'])
    const chiefs = leaders.filter((row) => row.office === 'chief')
    const deputy = leaders.find((row) => row.office === 'deputy') ?? chiefs[1]
    leaving.push(...leaders.filter((row) => row !== chiefs[0] && (row !== deputy || row.office === 'chief')))
    if (deputy?.office === 'chief')
      appoint += office(id, 'deputy', deputy.person, {
        office: 'deputy',
        title: `副${headTitle(name)}`,
      })
  }
  return { appoint, leaving }
}

/** Leaders of larger institutions first: `a-road-section-1` was the head of `road-section`. */
const largerFirst = (rows: readonly Appointment[]): Appointment[] => {
  const larger = new Set(institutionsData.filter((each) => each.posts >= 12).map((each) => each.id))
  const isLarger = (row: Appointment) => larger.has(row.id.slice(2).replace(/-\d+$/, ''))
  return [...rows.filter(isLarger), ...rows.filter((row) => !isLarger(row))]
}

const resigned = (row: Appointment) => leave(row, '本人申请辞去领导职务')

const poolLines = (rows: readonly Appointment[]): string => {
  const byUnit = new Map<string, string[]>()
  for (const row of rows) byUnit.set(row.unit, [...(byUnit.get(row.unit) ?? []), row.person])
  return [...byUnit]
    .map(([unit, people], at) =>
      long({
        op: 'assign-person',
        on,
        people,
        to: unit,
        assignment: `干部周转池：${['乡村振兴', '企业帮扶', '重点项目'][at % 3]}`,
      }),
    )
    .join('')
}

/** The chapter on leaders: teams of the organs, who steps down, one team for each institution, and the posts set. */
export const leaderLines = (register: Register): string => {
  const built = Object.entries(teams)
    .filter(([unit]) => unit !== 'development')
    .map(([unit, places]) => teamOf(register, unit, unit === 'organisation' ? places + 1 : places))
  const leaving = built.flatMap((team) => team.leaving)
  const [stepping, pooled] = [leaving.slice(0, -toPool), leaving.slice(-toPool)]
  const institutions = institutionTeams(register)
  const others = largerFirst(institutions.leaving)
  return [
    chapter('九、领导职数和领导班子 Leading posts and teams'),
    remark('六个主要部门由副县长兼任局长（不占职数），原主要负责人主持日常工作'),
    ...built.map((team) => team.text),
    economicTeam(),
    remark(
      `主动辞去领导职务${stepping.length + resignedFromInstitutions}人（公务员法第八十七条），按规定优先晋升职级`,
    ),
    ...stepping.map(resigned),
    ...others.slice(0, resignedFromInstitutions).map(resigned),
    remark('超职数的转入干部周转池，保留待遇'),
    ...pooled.map((row) => leave(row, '超职数')),
    poolLines(pooled),
    remark('事业单位：一个单位一个班子'),
    ...others.slice(resignedFromInstitutions).map((row) => leave(row)),
    institutions.appoint,
    remark('核定22个机构的领导职数，均为正科级'),
    ...Object.entries(teams).map(([unit, places]) =>
      short({ op: 'set-leadership-quota', on, unit, chief: 1, deputy: places - 1 }),
    ),
  ].join('')
}
