import { say, type Text } from '../../../kernel/text.ts'

/** What the fields of a form are called where the schema speaks of ids: a reader chooses the thing itself. */
const labels: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  unit: ['单位', 'Unit'],
  units: ['各单位', 'Units'],
  sponsor: ['举办单位或上级管理单位', 'Sponsor or managing body'],
  from: ['划出单位', 'Giving unit'],
  to: ['划入单位', 'Receiving unit'],
  host: ['主办机构', 'Host'],
  guests: ['合署机构', 'Bodies that join the host'],
  rest: ['其余一切归入', 'All the rest goes to'],
  section: ['内设机构', 'Section'],
  duty: ['职责', 'Duty'],
  person: ['人员', 'Person'],
  plate: ['牌子', 'Nameplate'],
  on: ['生效日期', 'Takes effect on'],
  basis: ['本行依据', 'Document of this line'],
  opinions: ['所附法制意见或批准', 'Attached opinions or approvals'],
  'merge-units into': ['新单位标识', 'Id of the new unit'],
  'establish-unit unit': ['新单位标识', 'Id of the new unit'],
  'spin-off-unit.to unit': ['新单位标识', 'Id of the new unit'],
  'spin-off-unit to': ['新设的单位', 'New unit'],
  'split-unit.into unit': ['新单位标识', 'Id of the new unit'],
  'split-unit into': ['分设为', 'Parts'],
  'split-duty into': ['拆分为', 'Parts'],
  'split-duty.into duty': ['新职责标识', 'Id of the new duty'],
  'split-duty.into unit': ['承担单位', 'Unit that holds it'],
  'absorb-unit units': ['被并入的单位', 'Units that are absorbed'],
  'absorb-unit into': ['并入', 'Absorbed into'],
  'merge-units units': ['合并的单位', 'Units that are merged'],
  'dissolve-section section': ['撤销的内设机构', 'Section that ends'],
  'dissolve-section into': ['承接的内设机构', 'Section that takes over'],
  'dissolve-unit to': ['承接单位', 'Unit that takes over'],
  'dissolve-unit elsewhere': ['另有去向的', 'What goes elsewhere'],
  'change-management to': ['新的管理体制', 'New management'],
  'establish-section section': ['新内设机构标识', 'Id of the new section'],
  'add-nameplate plate': ['牌子标识', 'Id of the nameplate'],
  'add-nameplate name': ['牌子名称', 'Name on the plate'],
  'assign-person to': ['到', 'Go to'],
  'transfer-duty dates': ['分期生效', 'Dates, when they differ'],
  'plan title': ['方案名称', 'Title'],
  'plan titleEn': ['方案英文名称', 'Title in English'],
  'plan authority': ['批准文件（文号）', 'Approval document with its number'],
  'plan effectiveOn': ['实施日期', 'Takes effect on'],
  'plan completesOn': ['完成日期', 'Completed by'],
  'plan base': ['所依据的台账', 'Register it was drawn for'],
  'plan transition': ['过渡安置', 'Transition'],
  'plan term': ['本届政府任期', 'Term of the present government'],
  'plan stages': ['程序', 'Procedure'],
  'plan.base register': ['台账基准日', 'Day of the register'],
  'plan.base hash': ['台账摘要', 'Digest of the register'],
  'plan.documents until': ['截止日期', 'Last day'],
  'plan.transition until': ['过渡期满', 'Last day'],
  'plan.stages on': ['日期', 'Day'],
  'plan.documents on': ['日期', 'Day'],
  appointment: ['任职标识', 'Id of the appointment'],
}

const helps: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  nameEn: [
    '必填：英文版、公开页和证书用它。',
    'Needed: the English pages, the public page and the certificate use it.',
  ],
  short: ['图和列表中用；不写时同全称。', 'Used in drawings and lists; the full name when left out.'],
  shortEn: ['不超过34个字符为宜。', 'At most 34 characters is best.'],
  on: ['不写时为方案的实施日期。', 'The plan’s own day when left out.'],
  from: ['不写时为首项现在的承担者。', 'Whoever holds the first thing named, when left out.'],
  basis: ['与方案批准文件不同时写。', 'When it is not the plan’s own document.'],
  'plan effectiveOn': ['各行未写日期时，即此日生效。', 'Lines without a day of their own take effect on it.'],
  'plan completesOn': [
    '人员减员到位之日，取期末数。',
    'By then people have left; figures of the end are taken.',
  ],
  'plan transition': ['至此日允许超编。', 'Until this day people beyond the posts are allowed.'],
  'plan.documents until': ['征求意见或审查的最后一天。', 'Of a consultation or a review.'],
  'plan.stages on': ['', ''],
  'plan.documents on': ['', ''],
  rest: ['不写时为第一份。', 'The first part when left out.'],
  'consolidate-budget units': ['不写时为全县各单位。', 'Every unit of the county when left out.'],
}

/** What a field is called in its form: our own word, or the first part of the schema's title. */
export const labelOf = (where: string, key: string, title: Text): Text => {
  const own = labels[`${where} ${key}`] ?? (/\.(elsewhere|dates)$/.test(where) ? undefined : labels[key])
  if (own !== undefined) return say(...own)
  return say(headOf(title.zh, '；'), upper(headOf(title.en, ';')))
}

/** What there is to know about a field; the second part of the schema's title when nobody has said more. */
export const helpOf = (where: string, key: string, title: Text): Text | undefined => {
  const own = helps[`${where} ${key}`] ?? helps[key]
  if (own !== undefined) return own[0] === '' ? undefined : say(...own)
  const [zh, en] = [tailOf(title.zh, '；'), tailOf(title.en, ';')]
  return zh === '' || en === '' ? undefined : say(`${zh}。`, `${upper(en)}.`)
}

const headOf = (text: string, mark: string) => text.split(mark)[0]?.trim() ?? text
const tailOf = (text: string, mark: string) => text.split(mark).slice(1).join(mark).trim()
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
