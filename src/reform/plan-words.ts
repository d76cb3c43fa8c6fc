import { say, type Text } from '../kernel/text.ts'
import { budgetItems } from '../register/holdings.ts'
import { offices } from '../register/person.ts'
import { postKinds } from '../register/quota.ts'
import { countings, fundings, grades, managements, unitKinds } from '../register/unit.ts'
import { documentKinds } from './plan.ts'

/** What the fields of a plan line mean, in words: for the published schema and for the guide of plan files. */

const meanings: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  unit: ['单位标识', 'id of the unit'],
  units: ['各单位的标识', 'ids of the units'],
  into: ['承接单位的标识', 'id of the unit that takes over'],
  from: [
    '划出单位；不写时为首项现在的承担者',
    'giving unit; when left out, whoever holds the first thing named',
  ],
  to: ['划入单位的标识', 'id of the receiving unit'],
  host: ['主办机构的标识', 'id of the host'],
  guests: ['合署机构的标识', 'ids of the bodies that join the host'],
  rest: ['其余一切归入的一份；不写时为第一份', 'the part that takes all the rest; the first when left out'],
  elsewhere: ['某类去向与 to 不同时逐类写明', 'destinations of single tables that differ from `to`'],
  name: ['全称', 'full name in Chinese'],
  nameEn: ['英文名称', 'full name in English'],
  short: ['简称；不写时同全称', 'short name; the full name when left out'],
  shortEn: ['英文简称', 'short name in English'],
  code: ['机构代码', 'register code'],
  kind: ['机构类别', 'kind of body'],
  grade: ['机构规格', 'grade'],
  sponsor: ['举办单位或上级管理单位', 'sponsor, or the body that manages it'],
  management: ['管理体制', 'management line'],
  funding: ['经费形式', 'form of funding'],
  counts: ['计入', 'what it counts towards'],
  countReason: ['计或不计的理由', 'why it counts or does not'],
  direct: ['县直属', 'directly under the county'],
  order: ['次序', 'place in official lists'],
  attributes: ['外部台账的属性，原样保留', 'attributes of a foreign register, carried through unchanged'],
  duty: ['职责标识', 'id of the duty'],
  duties: ['职责', 'duties'],
  person: ['人员标识', 'id of the person'],
  people: ['人员', 'people'],
  posts: ['编制数', 'number of posts'],
  leadingPosts: ['领导职数', 'leading posts'],
  chief: ['正职数', 'number of chiefs'],
  deputy: ['副职数', 'number of deputies'],
  section: ['内设机构标识', 'id of the internal section'],
  sections: ['内设机构', 'internal sections'],
  premises: ['用房', 'rooms'],
  budget: ['预算项', 'budget lines'],
  lines: ['预算项', 'budget lines'],
  archives: ['档案', 'file series'],
  seals: ['印章', 'seals'],
  contracts: ['合同与债权债务', 'contracts and liabilities'],
  quotas: ['编制与领导职数', 'posts and leading posts'],
  dates: ['四个日期不同时写明', 'the four dates of a transfer, when they differ'],
  money: ['经费、用房、合同的日期', 'day on which money, rooms and contracts go'],
  records: ['档案、印章的日期', 'day on which files and seals go'],
  plate: ['牌子标识', 'id of the nameplate'],
  appointment: ['任职标识', 'id of the appointment'],
  office: ['职务', 'office'],
  title: ['职务名称', 'title of the office'],
  concurrent: ['兼任', 'held beside another office'],
  occupiesPost: ['占领导职数', 'takes up a leading post'],
  assignment: ['安置去向', 'placement that keeps post and pay'],
  item: ['预算科目', 'budget item'],
}

const particular: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'absorb-unit units': ['被并入的单位', 'units that are absorbed'],
  'absorb-unit into': ['吸收它们的单位', 'unit that absorbs them'],
  'merge-units units': ['被合并的单位，至少两个', 'units that are merged, two or more'],
  'merge-units into': ['新单位的标识，须未用过', 'id of the new unit, never used before'],
  'establish-unit unit': ['新单位的标识，须未用过', 'id of the new unit, never used before'],
  'change-management to': ['新的管理体制', 'new management line'],
  'dissolve-section section': ['撤销的内设机构', 'section that ends'],
  'dissolve-section into': ['承接的内设机构（同一单位）', 'section of the same unit that takes over'],
  'dissolve-unit to': ['承接单位', 'unit that takes over'],
  'spin-off-unit to': ['新设的单位', 'unit that begins'],
  'split-unit into': ['各份，至少两份', 'the parts, two or more'],
  'split-duty into': ['拆出的职责，至少两项', 'the parts, two or more'],
  'set-staffing-quota kind': ['编制类别', 'kind of posts'],
  'set-staffing-quota posts': ['核定后的编制数', 'number of posts from now on'],
  'establish-section section': ['新内设机构的标识', 'id of the new section'],
  'establish-section posts': ['内设机构的编制，在单位总数之内', 'its posts, within those of the unit'],
  'assign-person section': ['到岗的股室', 'section they join'],
  'dates duty': ['职责的日期', 'day on which the duties go'],
  'dates people': ['人员、编制、内设机构的日期', 'day on which people, posts and sections go'],
}

/** What a field means; `where` is the operation, or the field it stands in. Undefined when nobody has written it down. */
export const meaningOf = (where: string, field: string): Text | undefined => {
  const words = particular[`${where} ${field}`] ?? meanings[field]
  return words && say(...words)
}

const closedLists: readonly Readonly<Record<string, string>>[] = [
  unitKinds,
  grades,
  managements,
  fundings,
  countings,
  postKinds,
  offices,
  budgetItems,
  documentKinds,
]

/** The words of a closed list with their Chinese terms: “full 财政拨款 · partial 财政补助”; empty for an unknown list. */
export const termsOf = (words: readonly string[]): string => {
  const list = closedLists.find((each) => Object.keys(each).join() === words.join())
  return list === undefined ? '' : words.map((word) => `${word} ${list[word]}`).join(' · ')
}
