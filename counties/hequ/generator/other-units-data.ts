import { linesOf } from './csv.ts'

/** A unit outside the counts: township, school, hospital, city department … */
export interface OtherUnitData {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly posts: number
  readonly people: number
}

/** A town or township with its residents and area: populations are [A], their sum is what was published. */
export interface TownshipData extends OtherUnitData {
  readonly code: string
  readonly form: 'town' | 'township'
  readonly population: number
  readonly areaKm2: number
}

// id | name | English | code | form | residents | km² | posts | people
const townships = `
xikou|西口镇|Xikou Town|140930100|town|36420|128|60|58
louziying|楼子营镇|Louziying Town|140930101|town|10180|96|42|38
liujiata|刘家塔镇|Liujiata Town|140930102|town|11260|142|46|42
xunzhen|巡镇镇|Xunzhen Town|140930103|town|18540|118|53|50
jiuxian|旧县镇|Jiuxian Town|140930104|town|9130|131|43|40
shaquan|沙泉镇|Shaquan Town|140930105|town|8240|171|41|38
lugu|鹿固乡|Lugu Township|140930200|township|7390|112|39|36
danzhai|单寨乡|Danzhai Township|140930202|township|6080|124|39|36
tugou|土沟乡|Tugou Township|140930203|township|5460|97|37|34
shaping|沙坪乡|Shaping Township|140930205|township|5970|108|37|34
sheliang|社梁乡|Sheliang Township|140930206|township|5330|90|37|34
`

/** The towns, then the townships, by division code. */
export const townshipsData: readonly TownshipData[] = linesOf(townships).map(
  ([id = '', name = '', nameEn = '', code = '', form, population, area, posts, people]) => ({
    id,
    name,
    nameEn,
    code,
    form: form as TownshipData['form'],
    population: Number(population),
    areaKm2: Number(area),
    posts: Number(posts),
    people: Number(people),
  }),
)

/** An institution that the reform leaves alone, with the kind that exempts it. */
export interface ExemptData extends OtherUnitData {
  readonly sponsor: string
  readonly reason: 'school' | 'kindergarten' | 'hospital' | 'healthCentre' | 'township'
}

// id | name | English | kind | sponsor | posts | people; names of schools and hospitals are invented (示例)
const exempt = `
middle-school-1|河曲县示例第一中学|Hequ Sample No. 1 Middle School|school|science-education|118|112
middle-school-2|河曲县示例第二中学|Hequ Sample No. 2 Middle School|school|science-education|96|90
middle-school-3|河曲县示例第三中学|Hequ Sample No. 3 Middle School|school|science-education|74|68
vocational-school|河曲县示例职业中学|Hequ Sample Vocational School|school|science-education|56|51
primary-school-1|河曲县示例第一小学|Hequ Sample No. 1 Primary School|school|science-education|78|74
primary-school-2|河曲县示例第二小学|Hequ Sample No. 2 Primary School|school|science-education|70|66
primary-school-3|河曲县示例第三小学|Hequ Sample No. 3 Primary School|school|science-education|62|58
primary-school-4|河曲县示例第四小学|Hequ Sample No. 4 Primary School|school|science-education|54|50
boarding-school-1|河曲县示例第一寄宿制学校|Hequ Sample No. 1 Boarding School|school|science-education|48|45
boarding-school-2|河曲县示例第二寄宿制学校|Hequ Sample No. 2 Boarding School|school|science-education|46|43
kindergarten-1|河曲县示例第一幼儿园|Hequ Sample No. 1 Kindergarten|kindergarten|science-education|34|31
kindergarten-2|河曲县示例第二幼儿园|Hequ Sample No. 2 Kindergarten|kindergarten|science-education|30|27
kindergarten-3|河曲县示例第三幼儿园|Hequ Sample No. 3 Kindergarten|kindergarten|science-education|26|24
county-hospital|河曲县示例人民医院|Hequ Sample County Hospital|hospital|health|152|144
chinese-medicine-hospital|河曲县示例中医院|Hequ Sample Hospital of Chinese Medicine|hospital|health|66|61
maternity-hospital|河曲县示例妇幼保健计划生育服务中心|Hequ Sample Maternal and Child Health Centre|hospital|health|44|40
`

const reasons: readonly ExemptData['reason'][] = ['healthCentre', 'township']
const perTownship = (reason: ExemptData['reason'], town: TownshipData, at: number): ExemptData => {
  const isHealth = reason === 'healthCentre'
  const people = isHealth
    ? [18, 10, 10, 12, 9, 9, 8, 8, 8, 8, 8][at]
    : [21, 14, 14, 16, 13, 13, 12, 10, 9, 10, 9][at]
  return {
    id: `${town.id}-${isHealth ? 'health-centre' : 'service-centre'}`,
    name: `河曲县${town.name}${isHealth ? '卫生院' : '综合便民服务中心'}`,
    nameEn: `${town.nameEn} ${isHealth ? 'Health Centre' : 'General Service Centre'}`,
    reason,
    sponsor: isHealth ? 'health' : town.id,
    posts: (people ?? 0) + 3,
    people: people ?? 0,
  }
}

/** Schools, kindergartens, hospitals, health centres and institutions of townships: not in the reform. */
export const exemptData: readonly ExemptData[] = [
  ...linesOf(exempt).map(([id = '', name = '', nameEn = '', reason, sponsor = '', posts, people]) => ({
    id,
    name,
    nameEn,
    reason: reason as ExemptData['reason'],
    sponsor,
    posts: Number(posts),
    people: Number(people),
  })),
  ...reasons.flatMap((reason) => townshipsData.map((town, at) => perTownship(reason, town, at))),
]

// id | name | English
const city = `
discipline|忻州市纪委监委|Xinzhou Commission for Discipline Inspection and Supervision
party-office|中共忻州市委办公室|Office of the Xinzhou Party Committee
organisation|中共忻州市委组织部|Organisation Department of the Xinzhou Party Committee
propaganda|中共忻州市委宣传部|Publicity Department of the Xinzhou Party Committee
united-front|中共忻州市委统战部|United Front Work Department of the Xinzhou Party Committee
political-legal|中共忻州市委政法委|Political and Legal Affairs Commission of Xinzhou
establishment|中共忻州市委编办|Establishment Office of the Xinzhou Party Committee
veteran-cadres|中共忻州市委老干部局|Veteran Cadres Bureau of Xinzhou
petitions|忻州市信访局|Xinzhou Bureau of Petitions
gov-office|忻州市人民政府办公室|Office of the Xinzhou Government
development-reform|忻州市发展和改革委员会|Xinzhou Development and Reform Commission
industry|忻州市工业和信息化局|Xinzhou Bureau of Industry and Information Technology
energy|忻州市能源局|Xinzhou Energy Bureau
commerce|忻州市商务局|Xinzhou Bureau of Commerce
science|忻州市科学技术局|Xinzhou Bureau of Science and Technology
education|忻州市教育局|Xinzhou Bureau of Education
public-security|忻州市公安局|Xinzhou Public Security Bureau
civil-affairs|忻州市民政局|Xinzhou Bureau of Civil Affairs
justice|忻州市司法局|Xinzhou Bureau of Justice
finance|忻州市财政局|Xinzhou Bureau of Finance
human-resources|忻州市人力资源和社会保障局|Xinzhou Bureau of Human Resources and Social Security
natural-resources|忻州市规划和自然资源局|Xinzhou Bureau of Planning and Natural Resources
forestry|忻州市林业和草原局|Xinzhou Bureau of Forestry and Grassland
housing|忻州市住房和城乡建设局|Xinzhou Bureau of Housing and Urban-Rural Development
urban-management|忻州市城市管理局|Xinzhou Bureau of Urban Management
transport|忻州市交通运输局|Xinzhou Bureau of Transport
water|忻州市水利局|Xinzhou Bureau of Water Resources
agriculture|忻州市农业农村局|Xinzhou Bureau of Agriculture and Rural Affairs
poverty|忻州市扶贫开发办公室|Xinzhou Poverty Alleviation Office
culture-tourism|忻州市文化和旅游局|Xinzhou Bureau of Culture and Tourism
health|忻州市卫生健康委员会|Xinzhou Health Commission
veterans|忻州市退役军人事务局|Xinzhou Bureau of Veterans Affairs
emergency|忻州市应急管理局|Xinzhou Bureau of Emergency Management
audit|忻州市审计局|Xinzhou Audit Bureau
market|忻州市市场监督管理局|Xinzhou Bureau of Market Supervision
statistics|忻州市统计局|Xinzhou Bureau of Statistics
medical-insurance|忻州市医疗保障局|Xinzhou Bureau of Medical Insurance
approval|忻州市行政审批服务管理局|Xinzhou Bureau of Administrative Approval
`

/** Departments of the city that county duties answer to. */
export const cityData = linesOf(city).map(([id = '', name = '', nameEn = '']) => ({
  id: `city-${id}`,
  name,
  nameEn,
}))
