/** Duties written out one by one, such as those that met in one department: > organ | law | city; then duty | English | power. */
export const economicDutiesTable = `
> development-reform|企业投资项目核准和备案管理条例（2016）|development-reform
国民经济和社会发展规划编制|Plan for economic and social development|other
固定资产投资项目审批、核准、备案|Approval, authorisation and filing of investment projects|licence
重点项目协调推进|Coordination of key projects|other
价格制定和调整|Setting and changing prices|other
价格成本监审|Cost audit for prices|inspection
粮食流通监督检查|Inspection of the grain trade|inspection
粮食和应急物资储备|Reserves of grain and emergency goods|other
公共信用信息归集|Collection of public credit information|service
循环经济和资源节约综合协调|Coordination of the circular economy and resource saving|other
招标投标活动指导协调|Guidance of tendering|inspection
经济体制改革统筹|Coordination of economic reform|other
> industry|中华人民共和国中小企业促进法（2017）|industry
工业发展规划和产业政策组织实施|Industrial plans and policy|other
技术改造投资项目备案|Filing of technical renovation projects|licence
工业经济运行监测|Monitoring of industrial operation|service
中小企业扶持|Support of small and medium enterprises|payment
淘汰落后产能|Closing of outdated capacity|other
民用爆炸物品生产销售安全监管|Safety of civil explosives|inspection
信息化和无线电管理配合|Informatisation and radio management|other
> energy|中华人民共和国煤炭法（2016）|energy
煤炭行业管理|Management of the coal industry|other
电力设施保护和供用电监督|Protection of power facilities and supply|inspection
油气长输管道保护|Protection of oil and gas pipelines|inspection
新能源和可再生能源项目管理|Projects of new and renewable energy|licence
节能监察|Energy saving inspection|inspection
> commerce|中华人民共和国对外贸易法（2016）|commerce
商贸流通行业管理|Management of trade and circulation|other
成品油零售经营管理|Retail of refined oil|licence
对外贸易和招商引资促进|Promotion of foreign trade and investment|service
商务领域信用和单用途预付卡监管|Credit and prepaid cards in commerce|inspection
电子商务进农村|E-commerce in villages|service
> science-education|中华人民共和国科学技术进步法（2007）|science
科技发展规划和计划项目组织实施|Science plans and projects|other
科技成果转化和技术市场|Transfer of research results and technology market|service
高新技术企业培育|Fostering of high-tech enterprises|service
科学技术奖励推荐|Nomination for science awards|reward
> planning-office|中华人民共和国城乡规划法（2019）|housing
建设用地规划许可（受委托）|Planning permits for land, on behalf of the housing bureau|licence
建设工程规划许可（受委托）|Planning permits for works, on behalf of the housing bureau|licence
`

/** What a letter of the topics table stands for: the power, and the duty's wording. */
export const acts: Readonly<Record<string, readonly [power: string, zh: string, en: string]>> = {
  P: ['other', '*规划编制和政策组织实施', 'Planning and policy for *'],
  G: ['other', '*工作指导和督促', 'Guidance of *'],
  M: ['other', '*日常管理', 'Day-to-day management of *'],
  L: ['licence', '*许可', 'Licensing in *'],
  N: ['penalty', '*违法行为的行政处罚', 'Penalties for violations in *'],
  F: ['coercion', '*行政强制措施', 'Coercive measures in *'],
  I: ['inspection', '*监督检查', 'Inspection of *'],
  C: ['confirmation', '*确认', 'Confirmation in *'],
  Y: ['payment', '*给付', 'Payments for *'],
  R: ['reward', '*表彰奖励', 'Awards for *'],
  V: ['levy', '*征收', 'Collection of *'],
  D: ['ruling', '*争议裁决', 'Rulings on *'],
  S: ['service', '*公共服务', 'Public service in *'],
}

/** What an institution does in its field; each takes some of these. */
export const services: readonly (readonly [zh: string, en: string])[] = [
  ['*的具体事务', 'Day-to-day work of *'],
  ['*公共服务和群众咨询', 'Public service and enquiries, *'],
  ['*业务培训和技术指导', 'Training and technical guidance, *'],
  ['*信息采集和档案整理', 'Data collection and files, *'],
  ['*设施设备维护', 'Upkeep of facilities, *'],
]

/** What every town and township answers for. */
export const townshipServices: readonly (readonly [zh: string, en: string])[] = [
  ['基层党组织建设', 'Primary Party organisations'],
  ['村级事务指导', 'Guidance of village affairs'],
  ['综合便民服务', 'General service to residents'],
  ['平安建设和矛盾调处', 'Public order and mediation'],
  ['农业和乡村建设', 'Agriculture and village building'],
  ['民生保障', 'Welfare of residents'],
]
