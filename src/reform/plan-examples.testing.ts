import { register } from '../register/testing.ts'
import type { OperationName } from './operations/index.ts'

/** The example of each operation in the guide of plan files, and the county in which all of them can be carried out. */

const organ = (id: string, more: object = {}) => ({
  duties: [`${id}-planning`, `${id}-inspection`],
  people: [`${id}-p1`, `${id}-p2`],
  posts: { administrative: 8 },
  chief: 1,
  deputy: 3,
  seals: [`${id}-seal`],
  archives: [`${id}-files`],
  contracts: [`${id}-lease`],
  premises: [`${id}-room-1`],
  budget: [`${id}-running`],
  sections: [`${id}-office`, `${id}-legal`],
  ...more,
})
const institution = (id: string, sponsor: string) =>
  organ(id, {
    unit: { kind: 'publicInstitution', counts: 'reformInstitution', sponsor },
    posts: { institution: 12 },
    plates: [`${id}-plate`],
  })

/** The county of the examples. */
export const exampleCounty = () =>
  register({
    land: organ('land'),
    forestry: organ('forestry'),
    water: organ('water', { budget: ['water-running', 'water-running-2'] }),
    propaganda: organ('propaganda'),
    press: organ('press'),
    survey: institution('survey', 'land'),
    nursery: institution('nursery', 'forestry'),
  })

/** What must have been done before an example makes sense. */
export const examplesAfter: Readonly<Partial<Record<OperationName, string>>> = {
  'remove-from-office': `- op: 任命
  appointment: land-chief
  person: land-p1
  unit: land
  office: chief
  title: 局长`,
}

export const planExamples: Readonly<Record<OperationName, string>> = {
  'absorb-unit': `- op: 并入
  units: [nursery]
  into: survey`,
  'add-nameplate': `- op: 加挂牌子
  plate: forestry-plate
  unit: land
  name: 县林业局
  nameEn: County Forestry Bureau`,
  'adjust-territory': `- op: 行政区域调整
  units: [land, water]
  basis: 省政府批复（示例）`,
  appoint: `- op: 任命
  appointment: land-chief
  person: land-p1
  unit: land
  office: chief
  title: 局长`,
  'assign-person': `- op: 人员转隶
  people: [land-p2]
  to: water
  section: water-office`,
  'change-grade': `- op: 调整机构规格
  unit: survey
  grade: deputySection`,
  'change-management': `- op: 属地管理
  unit: survey
  to: territorial`,
  'change-subordination': `- op: 划归管理
  unit: survey
  sponsor: water`,
  'co-locate-units': `- op: 合署办公
  host: propaganda
  guests: [press]`,
  'consolidate-budget': `- op: 归并经费
  item: operatingFixed
  units: [water]`,
  'convert-to-enterprise': `- op: 转企改制
  unit: nursery`,
  'dissolve-section': `- op: 撤销内设机构
  section: land-legal
  into: land-office`,
  'dissolve-unit': `- op: 撤销
  unit: nursery
  to: survey
  elsewhere:
    archives: land      # 档案另有去处 files go elsewhere`,
  'establish-section': `- op: 设立内设机构
  section: land-permits
  unit: land
  name: 行政审批股
  nameEn: Permits section
  posts: 3`,
  'establish-unit': `- op: 设立
  unit: approval
  name: 县行政审批服务管理局
  nameEn: Administrative Approval Bureau
  kind: governmentDepartment
  grade: section
  counts: organ
  countReason: 政府工作部门`,
  'merge-units': `- op: 合并组建
  units: [land, forestry]
  into: resources
  name: 县规划和自然资源局
  nameEn: Planning and Natural Resources Bureau
  short: 规自局
  shortEn: Resources`,
  'recode-unit': `- op: 变更代码
  unit: land
  code: 11140930000000019W`,
  'remove-from-office': `- op: 免职
  person: land-p1
  unit: land`,
  'remove-nameplate': `- op: 摘牌
  plate: survey-plate`,
  'rename-unit': `- op: 更名
  unit: water
  name: 县水务局
  nameEn: Water Affairs Bureau`,
  'set-leadership-quota': `- op: 核定领导职数
  unit: land
  chief: 1
  deputy: 2`,
  'set-staffing-quota': `- op: 核定编制
  unit: survey
  kind: institution
  posts: 10`,
  'spin-off-unit': `- op: 剥离设立
  unit: land
  to: { unit: registry, name: 县不动产登记中心, nameEn: Property Registry, kind: publicInstitution }
  duties: [land-inspection]
  people: [land-p2]
  posts: { administrative: 2 }`,
  'split-duty': `- op: 职责拆分
  duty: water-inspection
  into:
    - { duty: water-supply, unit: water, name: 供水监督, nameEn: Supervision of supply }
    - { duty: water-quality, unit: land, name: 水质监督, nameEn: Supervision of quality }`,
  'split-unit': `- op: 分设
  unit: land
  into:
    - unit: planning
      name: 县规划局
      nameEn: Planning Bureau
      duties: [land-planning]
      posts: { administrative: 3 }
    - { unit: resources, name: 县自然资源局, nameEn: Natural Resources Bureau }
  rest: resources       # 未写明的一切归它 everything not named`,
  'surrender-seals': `- op: 缴销印章
  seals: [land-seal]`,
  'transfer-archives': `- op: 档案移交
  archives: [land-files]
  to: water`,
  'transfer-budget': `- op: 经费划转
  lines: [land-running]
  to: water`,
  'transfer-contracts': `- op: 合同承继
  contracts: [land-lease]
  to: water`,
  'transfer-duty': `- op: 职责划转
  duties: [forestry-inspection]
  people: [forestry-p2]
  posts: { administrative: 1 }
  to: land
  dates: { duty: 2020-12-01, people: 2021-03-01 }`,
  'transfer-premises': `- op: 用房划转
  premises: [land-room-1]
  to: water`,
  'transfer-seals': `- op: 印章移交
  seals: [land-seal]
  to: water`,
}

/** An example as a plan of its own. */
export const examplePlan = (...examples: readonly string[]): string =>
  [
    'sanding: 1',
    'title: 示例方案',
    'authority: 示编发〔2020〕1号（示例）',
    'effectiveOn: 2020-12-01',
    'lines:',
    ...examples.map((example) => example.replace(/^/gm, '  ')),
    '',
  ].join('\n')
