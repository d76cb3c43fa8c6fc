/** The part of the plan that is written by hand: the head, the organs, the duties. `HASH` stands for the register’s digest. */
export const head = `# yaml-language-server: $schema=../../docs/plan.schema.json
# 河曲县2020年机构改革方案（据公开报道重建，示例）
# Reconstructed from press reports. Units, posts and mergers that the reports do not name are assumptions; people are synthetic.
sanding: 1
title: 河曲县机构改革方案（重建示例）
titleEn: Institutional reform of Hequ County (reconstructed sample)
authority: 河编发〔2020〕1号（示例）
effectiveOn: 2020-12-01
completesOn: 2025-12-31
base:
  register: 2020-03-31
  hash: HASH
transition:
  until: 2025-12-31
  basis: 用3至5年逐步消化超编人员，河编发〔2020〕1号（示例）第五部分
stages:
  - {stage: 动议, on: 2020-04-20, document: 县委常委会会议纪要〔2020〕8号（示例），开展人口小县机构改革试点}
  - {stage: 论证, on: 2020-09-15, document: 必要性、合理性、可行性论证报告（示例），附编制和领导职数论证}
  - {stage: 审议决定, on: 2020-11-10, document: 县委编委会议纪要〔2020〕3号（示例），市委编委批复}
  - {stage: 组织实施, on: 2020-12-01, document: 河编发〔2020〕1号（示例）}
documents:
  - {kind: 必要性论证, on: 2020-06-30, document: 人口小县机构编制现状分析报告（示例）}
  - {kind: 合理性论证, on: 2020-07-31, document: 职能、机构规格和编制配置研判报告（示例）}
  - {kind: 可行性论证, on: 2020-08-31, document: 单位整合、撤销、转企和人员安置研判报告（示例）}
  - {kind: 公开征求意见, on: 2020-08-01, until: 2020-09-10, document: 征求意见公告及采纳情况（示例）}
  - {kind: 专家论证, on: 2020-09-15, document: 专家论证会纪要（示例）}
  - {kind: 风险评估, on: 2020-09-28, document: 社会稳定风险评估报告（示例）}
  - {kind: 合法性审查, on: 2020-10-12, until: 2020-10-30, document: 司法局合法性审查意见（示例）}

lines:
  # ══ 一、党委机构 Party organs ══════════════════════════════════════════════════════════════════════════════════
  # 县委办公室、政府办公室合署办公：一套工作机构，两个机关名称
  - op: co-locate-units
    host: party-office
    guests: [gov-office]
    opinions:
      - {rule: P3, document: 忻政函〔2020〕88号（示例），报县人大常委会备案}
  # 编办、老干部局并入组织部，加挂县委编委办公室牌子
  - op: absorb-unit
    units: [establishment, veteran-cadres]
    into: organisation
  - op: add-nameplate
    plate: np-establishment
    unit: organisation
    name: 中共河曲县委机构编制委员会办公室
    nameEn: Establishment Commission Office of the Hequ County Party Committee
  # 宣传部、文化和旅游局合署办公
  - op: co-locate-units
    host: propaganda
    guests: [culture-tourism]
  # 统战部与工商联整合设置
  - op: absorb-unit
    units: [federation]
    into: united-front
  # 信访局并入政法委
  - op: absorb-unit
    units: [petitions]
    into: political-legal

  # ══ 二、经济建设领域 Economy ══════════════════════════════════════════════════════════════════════════════════
  # 发改、工信、能源、商务四局整合，并划入科技职能；一个部门对多个市级部门
  - op: merge-units
    units: [development-reform, industry, energy, commerce]
    into: development
    name: 河曲县发展改革工业信息化和科技商务局
    nameEn: Hequ County Bureau of Development, Reform, Industry, Information Technology, Science and Commerce
    short: 发改工信科技商务局
    shortEn: Development, industry, science and commerce
    code: '11140930000000617Q'
  # 科技职能从科教局划入；职责、人员、经费、档案各有生效日期
  - op: transfer-duty
    from: science-education
    to: development
    duties: [SCIENCE_DUTIES]
    people: [SCIENCE_PEOPLE]
    posts: {administrative: 3}
    leadingPosts: {deputy: 2}
    sections: [s-science-education-2]
    premises: [r-science-education-1]
    archives: [f-science-education-2]
    dates: {duty: 2020-12-01, people: 2021-01-01, money: 2021-01-01, records: 2021-03-31}
  - op: rename-unit
    unit: science-education
    name: 河曲县教育局
    nameEn: Hequ County Bureau of Education
    short: 教育局
    shortEn: Education
  # 原来一个局，现在一个股
  - op: dissolve-section
    on: 2021-01-01
    section: s-development-reform-1
    into: s-development-reform-2
    opinions:
      - {rule: P4, document: 县委编办关于内设机构的批复（示例）}
  - op: establish-section
    on: 2021-01-01
    section: s-development-energy
    unit: development
    name: 能源股
    nameEn: Energy Section
    posts: 3

  # ══ 三、民生保障领域 Livelihood ═══════════════════════════════════════════════════════════════════════════════
  - op: merge-units
    units: [civil-affairs, human-resources]
    into: civil-human
    name: 河曲县民政和人力资源社会保障局
    nameEn: Hequ County Bureau of Civil Affairs, Human Resources and Social Security
    short: 民政和人社局
    shortEn: Civil affairs and human resources
    code: '11140930000000625K'
  - op: absorb-unit
    units: [medical-insurance]
    into: health

  # ══ 四、自然资源、城乡建设和交通领域 Land, construction and transport ═════════════════════════════════════════
  - op: merge-units
    units: [natural-resources, forestry]
    into: planning-resources
    name: 河曲县规划和自然资源局
    nameEn: Hequ County Bureau of Planning and Natural Resources
    short: 规划和自然资源局
    shortEn: Planning and natural resources
    code: '11140930000000633E'
  - op: add-nameplate
    plate: np-forestry
    unit: planning-resources
    name: 河曲县林业局
    nameEn: Hequ County Bureau of Forestry
  # 干部管理体制调整为属地管理
  - op: change-management
    unit: planning-resources
    to: territorial
    basis: 忻编发〔2020〕12号（示例），市级主管部门同意
    opinions:
      - {rule: M6, document: 忻自然资函〔2020〕35号（示例）}
  - op: merge-units
    units: [housing, transport]
    into: construction-transport
    name: 河曲县城乡建设和交通局
    nameEn: Hequ County Bureau of Urban-Rural Construction and Transport
    short: 城乡建设和交通局
    shortEn: Construction and transport
    code: '111409300000006419'
  # 规划职责归规划和自然资源局
  - op: transfer-duty
    from: construction-transport
    to: planning-resources
    duties: [PLANNING_DUTIES]
    people: [PLANNING_PEOPLE]
    posts: {administrative: 1}
    archives: [f-housing-2]
    dates: {duty: 2020-12-01, people: 2021-01-01, records: 2021-03-31}

  # ══ 五、农业农村和政务服务领域 Agriculture, government service ════════════════════════════════════════════════
  - op: absorb-unit
    units: [poverty]
    into: agriculture
  # 统计职责并入行政审批局；统计法要求独立的统计机构，尚待法律意见
  - op: absorb-unit
    units: [statistics]
    into: approval
`

/** The institutions without a group of their own, and the enforcement reform, written by hand. */
export const planningOfficeLines = `  # 规划许可由局机关行使：城乡规划办公室撤销，人员和编制转入自然资源服务中心
  - op: dissolve-unit
    unit: planning-office
    to: planning-resources
    elsewhere: {people: land-service-centre, quotas: land-service-centre, budget: land-service-centre}
`

/** What the plan says of its own result; a mismatch fails it. */
export const expectations = `
expect:
  organs.before: 36
  organs.after: 22
  leadingPosts.before: 135
  leadingPosts.after: 114
  institutions.before: 186
  institutions.after: 40
  institutionPosts.before: 1964
  institutionPosts.after: 659
  unitsRemoved: 160
  surplusStaff: 903
  superBureau.duties: 32
  superBureau.posts: 24
`
