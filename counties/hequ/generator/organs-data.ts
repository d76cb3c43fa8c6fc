import { linesOf } from './csv.ts'

/** One organ, mass organisation or the county leadership, as it stood on the baseline day. Posts and people are [A]. */
export interface OrganData {
  readonly id: string
  readonly kind: 'partyOrgan' | 'governmentDepartment' | 'massOrganisation' | 'leadership'
  readonly name: string
  readonly nameEn: string
  readonly short: string
  readonly shortEn: string
  readonly postKind: 'administrative' | 'politicalLegal'
  readonly posts: number
  readonly people: number
  readonly deputies: number
  readonly chiefs: number
  /** City department above, without `city-`. */
  readonly city: string
  readonly category: string
}

const kinds = {
  P: 'partyOrgan',
  G: 'governmentDepartment',
  M: 'massOrganisation',
  L: 'leadership',
} as const

// id | kind | name | English | short | English short | posts (z = 政法专项) | people | chiefs+deputies | city | category
const table = `
county-leadership|L|河曲县领导班子|Leading Body of Hequ County|县领导|County leadership|24|20|0+0||
discipline|P|中共河曲县纪律检查委员会、河曲县监察委员会|Hequ County Commission for Discipline Inspection and Supervision|纪委监委|Discipline and supervision|38|34|1+3|discipline|纪检监察
party-office|P|中共河曲县委办公室|Office of the Hequ County Party Committee|县委办|Party committee office|26|22|1+3|party-office|党委综合
organisation|P|中共河曲县委组织部|Organisation Department of the Hequ County Party Committee|组织部|Organisation|20|17|1+3|organisation|干部人事
propaganda|P|中共河曲县委宣传部|Publicity Department of the Hequ County Party Committee|宣传部|Publicity|14|12|1+3|propaganda|宣传思想
united-front|P|中共河曲县委统一战线工作部|United Front Work Department of the Hequ County Party Committee|统战部|United front|9|8|1+3|united-front|统一战线
political-legal|P|中共河曲县委政法委员会|Political and Legal Affairs Commission of the Hequ County Party Committee|政法委|Political and legal affairs|12|10|1+3|political-legal|社会治安
establishment|P|中共河曲县委机构编制委员会办公室|Establishment Office of the Hequ County Party Committee|编办|Establishment office|9|7|1+3|establishment|机构编制
veteran-cadres|P|中共河曲县委老干部局|Veteran Cadres Bureau of the Hequ County Party Committee|老干部局|Veteran cadres|7|6|1+3|veteran-cadres|老干部服务
petitions|P|河曲县信访局|Hequ County Bureau of Petitions|信访局|Petitions|9|8|1+3|petitions|信访
gov-office|G|河曲县人民政府办公室|Office of the Hequ County Government|政府办|Government office|28|24|1+3|gov-office|政府综合
development-reform|G|河曲县发展和改革局|Hequ County Development and Reform Bureau|发改局|Development and reform|8|6|1+1|development-reform|发展改革
industry|G|河曲县工业和信息化局|Hequ County Bureau of Industry and Information Technology|工信局|Industry and IT|6|4|1+1|industry|工业和信息化
energy|G|河曲县能源局|Hequ County Energy Bureau|能源局|Energy|3|2|1+0|energy|能源
commerce|G|河曲县商务局|Hequ County Bureau of Commerce|商务局|Commerce|4|3|1+0|commerce|商务流通
science-education|G|河曲县科技教育局|Hequ County Bureau of Science and Education|科教局|Science and education|16|14|1+3|education|教育
public-security|G|河曲县公安局|Hequ County Public Security Bureau|公安局|Public security|z190|168|1+4|public-security|公安
civil-affairs|G|河曲县民政局|Hequ County Bureau of Civil Affairs|民政局|Civil affairs|12|10|1+3|civil-affairs|民政
justice|G|河曲县司法局|Hequ County Bureau of Justice|司法局|Justice|z22|18|1+3|justice|司法行政
finance|G|河曲县财政局|Hequ County Bureau of Finance|财政局|Finance|24|21|1+3|finance|财政
human-resources|G|河曲县人力资源和社会保障局|Hequ County Bureau of Human Resources and Social Security|人社局|Human resources|15|13|1+3|human-resources|人力资源社会保障
natural-resources|G|河曲县自然资源局|Hequ County Bureau of Natural Resources|自然资源局|Natural resources|18|16|1+3|natural-resources|自然资源
forestry|G|河曲县林业局|Hequ County Bureau of Forestry|林业局|Forestry|10|9|1+3|forestry|林业草原
housing|G|河曲县住房和城乡建设管理局|Hequ County Bureau of Housing and Urban-Rural Development|住建局|Housing and construction|16|14|1+3|housing|住房城乡建设
transport|G|河曲县交通运输局|Hequ County Bureau of Transport|交通局|Transport|12|11|1+3|transport|交通运输
water|G|河曲县水利局|Hequ County Bureau of Water Resources|水利局|Water resources|11|10|1+3|water|水利
agriculture|G|河曲县农业农村局|Hequ County Bureau of Agriculture and Rural Affairs|农业农村局|Agriculture|22|20|1+3|agriculture|农业农村
poverty|G|河曲县扶贫开发办公室|Hequ County Poverty Alleviation Office|扶贫办|Poverty alleviation|8|7|1+3|poverty|扶贫开发
culture-tourism|G|河曲县文化和旅游局|Hequ County Bureau of Culture and Tourism|文旅局|Culture and tourism|13|11|1+3|culture-tourism|文化旅游
health|G|河曲县卫生健康和体育局|Hequ County Bureau of Health and Sports|卫健局|Health|15|13|1+3|health|卫生健康
veterans|G|河曲县退役军人事务局|Hequ County Bureau of Veterans Affairs|退役军人局|Veterans affairs|9|8|1+3|veterans|退役军人
emergency|G|河曲县应急管理局|Hequ County Bureau of Emergency Management|应急局|Emergency management|12|10|1+3|emergency|应急管理
audit|G|河曲县审计局|Hequ County Audit Bureau|审计局|Audit|12|10|1+3|audit|审计
market|G|河曲县市场监督管理局|Hequ County Bureau of Market Supervision|市场监管局|Market supervision|40|36|1+3|market|市场监管
statistics|G|河曲县统计局|Hequ County Bureau of Statistics|统计局|Statistics|9|8|1+3|statistics|统计
medical-insurance|G|河曲县医疗保障局|Hequ County Bureau of Medical Insurance|医保局|Medical insurance|7|6|1+3|medical-insurance|医疗保障
approval|G|河曲县行政审批服务管理局|Hequ County Bureau of Administrative Approval|行政审批局|Administrative approval|12|10|1+3|approval|政务服务
federation|M|河曲县工商业联合会|Hequ County Federation of Industry and Commerce|工商联|Industry and commerce federation|5|4|1+1|united-front|民营经济
trade-union|M|河曲县总工会|Hequ County Federation of Trade Unions|总工会|Trade unions|5|4|1+1||群团工作
youth-league|M|共青团河曲县委员会|Hequ County Committee of the Communist Youth League|团县委|Youth league|4|3|1+1||群团工作
women|M|河曲县妇女联合会|Hequ County Women's Federation|妇联|Women's federation|4|3|1+1||群团工作
`

/** County leadership, the organs and the mass organisations, in official order. */
export const organsData: readonly OrganData[] = linesOf(table).map((cells) => {
  const [id = '', kind = 'G', name = '', nameEn = '', short = '', shortEn = ''] = cells
  const [posts = '', people = '', leaders = '', city = '', category = ''] = cells.slice(6)
  const [chiefs = 0, deputies = 0] = leaders.split('+').map(Number)
  return {
    id,
    kind: kinds[kind as keyof typeof kinds],
    name,
    nameEn,
    short,
    shortEn,
    postKind: posts.startsWith('z') ? 'politicalLegal' : 'administrative',
    posts: Number(posts.replace('z', '')),
    people: Number(people),
    chiefs,
    deputies,
    city,
    category,
  }
})
