/** Everything the checker must know by name, as plain data. */

/** The tables of things with an identity of their own, and what one thing is called. */
export const things = {
  nameplates: ['牌子', 'nameplate'],
  sections: ['内设机构', 'section'],
  duties: ['职责', 'duty'],
  people: ['人员', 'person'],
  appointments: ['任职', 'appointment'],
  premises: ['用房', 'room'],
  budget: ['预算项', 'budget line'],
  archives: ['档案', 'file series'],
  seals: ['印章', 'seal'],
  contracts: ['合同', 'contract'],
} as const
export type Things = keyof typeof things
export const thingTables = Object.keys(things) as Things[]

/** The tables of amounts: what is counted, the column that tells one amount from another, and its words. */
export const amounts = {
  quotas: {
    term: ['编制', 'staffing quota'],
    key: 'kind',
    words: ['administrative', 'politicalLegal', 'institution', 'support'],
  },
  leadership: { term: ['领导职数', 'leadership quota'], key: 'level', words: ['chief', 'deputy'] },
} as const
export type Amounts = keyof typeof amounts
export const amountTables = Object.keys(amounts) as Amounts[]

/** The only operations that may end a thing, table by table. What is not here may never end. */
export const mayEnd: Readonly<Partial<Record<Things, string>>> = {
  nameplates: 'remove-nameplate',
  sections: 'dissolve-section',
  duties: 'split-duty',
  appointments: 'remove-from-office',
  budget: 'consolidate-budget',
}

/** Every file of the register, and its columns by both names: `english=中文`. */
export const columns: Readonly<Record<string, string>> = {
  county:
    'id=标识 code=行政区划代码 name=名称 nameEn=英文名称 province=省级规则 baselineOn=基准日 superBureau=重点关注部门 superSection=重点关注股室',
  units:
    'id=标识 code=机构代码 name=名称 nameEn=英文名称 short=简称 shortEn=英文简称 kind=类别 grade=机构规格 sponsor=举办单位 management=管理体制 funding=经费形式 counts=计入 countReason=计数理由 direct=县直属 coLocatedWith=合署于 order=次序 openedOn=设立日期 closedOn=撤销日期 supersededBy=承继单位',
  nameplates: 'id=标识 unit=单位 name=牌子名称 nameEn=英文名称 since=加挂日期',
  sections: 'id=标识 unit=单位 name=名称 nameEn=英文名称 posts=编制',
  duties:
    'id=标识 unit=承担单位 section=承担股室 name=职责 nameEn=英文 category=事项类别 power=权力类型 statutory=法定职责 basis=设定依据 counterpart=对口上级部门',
  quotas: 'id=标识 unit=单位 kind=编制类别 posts=编制数',
  leadership: 'id=标识 unit=单位 level=层次 posts=领导职数',
  people:
    'id=标识 unit=所在单位 section=所在股室 postKind=占用编制 born=出生年月 category=退休类别 enteredOn=参加工作年月 supported=财政供养 rank=职级 assignment=安置去向',
  appointments:
    'id=标识 person=人员 unit=单位 office=职务 title=职务名称 concurrent=兼任 occupiesPost=占领导职数 since=任职日期',
  premises: 'id=标识 unit=使用单位 building=楼宇 room=房间 areaM2=面积平方米 use=用途',
  budget: 'id=标识 unit=预算单位 item=科目 name=名称 amountYuan=年度金额元',
  archives: 'id=标识 unit=保管单位 name=全宗/类别 volumes=卷数',
  seals: 'id=标识 unit=保管单位 name=印文 state=状态',
  contracts: 'id=标识 unit=签约单位 name=合同或债权债务 amountYuan=金额元 endsOn=到期日',
}
export const allTables = Object.keys(columns)

/** Chinese words of the cells that the checker reads, by column. */
export const cellWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: {
    企业: 'enterprise',
    行政编制: 'administrative',
    政法专项编制: 'politicalLegal',
    事业编制: 'institution',
    工勤编制: 'support',
  },
  level: { 正职: 'chief', 副职: 'deputy' },
  state: { 已缴销: 'surrendered' },
  item: {
    '公用经费（机构定额）': 'operatingFixed',
    '公用经费（按人）': 'operatingPerHead',
    人员经费: 'staff',
  },
}

/** What a plan file may say at its top. */
export const topKeys =
  'sanding title titleEn authority effectiveOn completesOn base transition term stages documents lines expect'.split(
    ' ',
  )

/** Members of a line that are not fields of its operation. */
export const aboutTheLine = ['op', 'on', 'basis', 'opinions']

const naming = 'name nameEn short shortEn'
const nature = `${naming} code kind grade sponsor management funding counts countReason direct order attributes`
const bundle = 'duties people posts leadingPosts sections premises budget archives seals contracts'

/** Each operation: its Chinese names and the fields it may carry. A field that is not here is not understood. */
export const operations: Readonly<Record<string, readonly [terms: string, fields: string]>> = {
  'absorb-unit': ['并入 划入合并', 'units into attributes'],
  'add-nameplate': ['加挂牌子 挂牌 保留牌子', 'plate unit name nameEn'],
  'adjust-territory': ['行政区域调整 界线变更', 'units attributes'],
  appoint: ['任命 任职 兼任', 'appointment person unit office title concurrent occupiesPost'],
  'assign-person': ['人员转隶 转隶 人员安置 安置', 'people to section assignment'],
  'change-grade': ['调整机构规格 调整规格', 'unit grade'],
  'change-management': ['调整管理体制 实行属地管理 属地管理', 'unit to'],
  'change-subordination': ['调整隶属关系 划归管理', 'unit sponsor direct attributes'],
  'co-locate-units': ['合署办公 合署', 'host guests attributes'],
  'consolidate-budget': ['归并经费 核减公用经费', 'item units'],
  'convert-to-enterprise': ['转企改制 转企', 'unit attributes'],
  'dissolve-section': ['撤销内设机构 撤并股室', 'section into'],
  'dissolve-unit': ['撤销 不再保留', 'unit to elsewhere'],
  'establish-section': ['设立内设机构 设股室', 'section unit name nameEn posts'],
  'establish-unit': ['设立 组建（新设）', `unit ${nature}`],
  'merge-units': ['合并组建 整合组建 合并 组建', `units into ${nature}`],
  'recode-unit': ['变更代码 重新赋码', 'unit code attributes'],
  'remove-from-office': ['免职 免去职务', 'person unit'],
  'remove-nameplate': ['取消挂牌 摘牌', 'plate'],
  'rename-unit': ['更名 更名为', `unit ${naming} attributes`],
  'set-leadership-quota': ['核定领导职数', 'unit chief deputy'],
  'set-staffing-quota': ['核定编制 核增编制 核减编制', 'unit kind posts'],
  'spin-off-unit': ['剥离设立 析出设立', `unit to ${bundle} attributes`],
  'split-duty': ['职责拆分 职责分拆', 'duty into'],
  'split-unit': ['分设 拆分', 'unit into rest'],
  'surrender-seals': ['缴销印章 印章缴销', 'seals'],
  'transfer-archives': ['档案移交 移交档案', 'archives to'],
  'transfer-budget': ['经费划转 划转经费', 'lines to'],
  'transfer-contracts': ['合同承继 移交合同', 'contracts to'],
  'transfer-duty': ['职责划转 划转 划入 划出', `from to ${bundle} dates attributes`],
  'transfer-premises': ['用房划转 划转用房 腾退用房', 'premises to'],
  'transfer-seals': ['印章移交 移交印章', 'seals to'],
}

/** Fields that have members of their own (or are lists of such), and what those may be. */
export const nested: Readonly<Record<string, string>> = {
  'dissolve-unit elsewhere': 'duties people premises budget archives seals contracts quotas',
  'spin-off-unit to': `unit ${nature}`,
  'split-duty into': 'duty unit name nameEn',
  'split-unit into': `unit ${nature} ${bundle}`,
  'transfer-duty dates': 'duty people money records',
}

const byTerm = new Map(
  Object.entries(operations).flatMap(([name, [terms]]) =>
    [name, ...terms.split(' ')].map((word) => [word, name]),
  ),
)

/** The English name of an operation, from that or any of its Chinese names. */
export const operationNamed = (word: unknown): string | undefined =>
  typeof word === 'string' ? byTerm.get(word) : undefined
