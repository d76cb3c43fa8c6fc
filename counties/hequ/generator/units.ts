import { unifiedCode } from './codes.ts'
import type { Cells } from './csv.ts'
import { institutionsData } from './institutions.ts'
import { type OrganData, organsData } from './organs-data.ts'
import { cityData, exemptData, townshipsData } from './other-units-data.ts'

/** Whether it counts towards the cap on organs. */
export const isOrgan = (organ: OrganData) =>
  organ.kind === 'partyOrgan' || organ.kind === 'governmentDepartment'

const common = { management: 'territorial', funding: 'full', counts: 'none', direct: false }

const organRow = (organ: OrganData, at: number): Cells => ({
  ...common,
  id: organ.id,
  code: isOrgan(organ) ? unifiedCode('organ', at) : undefined,
  name: organ.name,
  nameEn: organ.nameEn,
  short: organ.short,
  shortEn: organ.shortEn,
  kind: organ.kind,
  grade: organ.kind === 'leadership' ? 'division' : 'section',
  // Its cadres were managed together with the city before the reform.
  management: organ.id === 'natural-resources' ? 'dual' : 'territorial',
  counts: isOrgan(organ) ? 'organ' : 'none',
  countReason: {
    partyOrgan: '党委机构，计入机构限额',
    governmentDepartment: '政府工作部门，计入机构限额',
    massOrganisation: '群团组织，不计入机构限额',
    leadership: '县级领导班子，不是机构',
  }[organ.kind],
  order: at,
})

/** The county’s name adds nothing inside the county; but its committee (县委) is never called 委 alone. */
const shortened = (name: string, nameEn: string) => ({
  short: name.replace(/^河曲(县(?=委))?(县)?/, '$1'),
  shortEn: nameEn.replace(/^Hequ (County )?/, ''),
})

const gradeOf = (isDirect: boolean, posts: number) =>
  isDirect ? 'section' : posts >= 12 ? 'deputySection' : 'subsection'

const institutionRows = (): Cells[] =>
  institutionsData.map((each, at) => ({
    ...common,
    id: each.id,
    code: unifiedCode('institution', at + 1),
    name: each.name,
    nameEn: each.nameEn,
    ...shortened(each.name, each.nameEn),
    kind: 'publicInstitution',
    grade: gradeOf(each.isDirect, each.posts),
    sponsor: each.sponsor,
    counts: 'reformInstitution',
    countReason: '涉改事业单位',
    direct: each.isDirect,
    order: 101 + at,
  }))

const exemptions = {
  school: '中小学，不列入改革',
  kindergarten: '幼儿园，不列入改革',
  hospital: '公立医院，不列入改革',
  healthCentre: '乡镇卫生院，不列入改革',
  township: '乡镇所属事业单位，不列入改革',
} as const

const otherRows = (): Cells[] => [
  ...townshipsData.map((town, at) => ({
    ...common,
    id: town.id,
    code: town.code,
    name: `河曲县${town.name}`,
    nameEn: town.nameEn,
    short: town.name,
    shortEn: town.nameEn,
    kind: 'township',
    grade: 'section',
    countReason: '乡镇，不计入县级机构限额',
    order: 401 + at,
  })),
  ...exemptData.map((each, at) => ({
    ...common,
    id: each.id,
    code: unifiedCode('institution', 500 + at),
    name: each.name,
    nameEn: each.nameEn,
    ...shortened(each.name, each.nameEn),
    kind: 'publicInstitution',
    grade: each.reason === 'kindergarten' || each.reason === 'township' ? 'none' : 'subsection',
    sponsor: each.sponsor,
    countReason: exemptions[each.reason],
    order: 501 + at,
  })),
  ...cityData.map((bureau, at) => ({
    ...common,
    ...bureau,
    short: bureau.name.replace(/^(中共)?忻州/, ''),
    shortEn: bureau.nameEn.replace(/^(Xinzhou|the Xinzhou) /, 'City '),
    kind: 'upperBureau',
    grade: 'division',
    funding: 'none',
    countReason: '市级部门，不在县级台账计数',
    order: 701 + at,
  })),
  {
    ...common,
    id: 'asset-pool',
    name: '河曲县行政事业单位资产池',
    nameEn: 'Asset Pool of Hequ County',
    short: '资产池',
    shortEn: 'Asset pool',
    kind: 'assetPool',
    grade: 'none',
    funding: 'none',
    countReason: '腾退资产的集中管理，不是机构',
    order: 801,
  },
]

/** All units in the order of lists: organs, institutions, townships, units outside the reform, the city above. */
export const unitRows = (): Cells[] => [...organsData.map(organRow), ...institutionRows(), ...otherRows()]
