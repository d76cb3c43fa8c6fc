/**
 * The institutions in the reform on the baseline day, in the groups that became one institution each. Names, posts and
 * people are reconstructed [A]: > id | name | English | sponsor after (“direct”: under the county) | posts after |
 * keep (the first absorbs the others); then sponsor before | name | English | posts | people | direct.
 */
export const institutionsTable = `
> project-promotion-centre|项目促进中心|Project Promotion Centre|direct|14
commerce|招商引资服务中心|Investment Promotion Service Centre|19|14|direct
approval|项目预审中心|Project Pre-examination Centre|15|13
> party-school|县委党校|County Party School|direct|17|keep
organisation|县委党校|County Party School|28|22|direct
organisation|干部教育培训中心|Cadre Training Centre|9|8
organisation|农村党员远程教育中心|Rural Party Members' Distance Education Centre|7|5
propaganda|县委讲师团|Party Committee Lecturers' Group|6|5
> media-centre|融媒体中心|Converged Media Centre|direct|22|keep
propaganda|融媒体中心|Converged Media Centre|48|37|direct
propaganda|新闻通讯中心|News Service Centre|9|7
propaganda|网络舆情服务中心|Online Public Opinion Service Centre|8|7
culture-tourism|广播电视发射台|Broadcasting Transmission Station|10|8
culture-tourism|电影发行放映中心|Film Distribution Centre|7|6
> archives-centre|档案和史志中心|Archives and Local History Centre|direct|13
party-office|档案馆|County Archives|16|11|direct
party-office|党史研究室|Party History Research Office|8|7|direct
gov-office|地方志服务中心|Local Chronicles Service Centre|7|5|direct
> office-affairs-centre|机关事务服务中心|Office Affairs Service Centre|direct|18
gov-office|机关事务管理中心|Office Affairs Management Centre|21|15|direct
gov-office|公务用车服务中心|Official Vehicles Service Centre|14|12
gov-office|公务接待服务中心|Official Reception Service Centre|9|7
party-office|县委机关后勤服务中心|Party Committee Logistics Centre|10|9
> party-government-service-centre|党政综合服务中心|Party and Government General Service Centre|party-office|16
party-office|党委信息中心|Party Committee Information Centre|8|6
party-office|专用通信服务中心|Special Communications Service Centre|7|6
party-office|机要保密技术服务中心|Confidentiality Technology Service Centre|7|5
gov-office|政务值班服务中心|Government Duty Service Centre|7|5
gov-office|电子政务服务中心|E-government Service Centre|10|9
gov-office|督查服务中心|Supervision Service Centre|6|5
> organisation-talent-centre|组织人才服务中心|Organisation and Talent Service Centre|organisation|16
organisation|党员教育服务中心|Party Members' Education Service Centre|8|7
organisation|人才发展服务中心|Talent Development Service Centre|7|5
establishment|事业单位登记服务中心|Institution Registration Service Centre|7|6
establishment|机构编制信息中心|Establishment Information Centre|6|5
veteran-cadres|老干部活动中心|Veteran Cadres' Activity Centre|10|7
veteran-cadres|老年大学|University for the Elderly|7|6
> discipline-support-centre|纪检监察综合保障中心|Discipline and Supervision Support Centre|discipline|12
discipline|廉政教育中心|Integrity Education Centre|9|7
discipline|纪检监察信息中心|Discipline Information Centre|8|7
discipline|巡察服务中心|Inspection Tour Service Centre|7|5
> civilisation-practice-centre|新时代文明实践中心|Civilisation Practice Centre|propaganda|12
propaganda|精神文明创建服务中心|Civility Promotion Service Centre|9|7
propaganda|社会科学普及中心|Social Science Popularisation Centre|6|5
propaganda|文艺创作中心|Literature and Art Creation Centre|7|5
propaganda|国防教育服务中心|Defence Education Service Centre|5|4
> united-front-service-centre|统一战线服务中心|United Front Service Centre|united-front|12
united-front|民族宗教事务服务中心|Ethnic and Religious Affairs Service Centre|7|6
united-front|民营经济服务中心|Private Economy Service Centre|9|8
united-front|侨务和对台服务中心|Overseas and Taiwan Compatriots Service Centre|5|4
> social-governance-centre|社会治理服务中心|Social Governance Service Centre|political-legal|14
political-legal|综治服务中心|Public Order Service Centre|12|10
political-legal|矛盾纠纷调解中心|Dispute Mediation Centre|8|6
petitions|信访接待中心|Petition Reception Centre|8|6
petitions|网上信访受理中心|Online Petition Centre|6|5
> economic-development-centre|发展改革和工业经济服务中心|Development and Industrial Economy Service Centre|development|18
development-reform|价格认证中心|Price Certification Centre|8|6
development-reform|粮食和物资储备中心|Grain and Reserves Centre|16|14
development-reform|重点工程服务中心|Key Projects Service Centre|8|6
development-reform|经济信息中心|Economic Information Centre|6|5
industry|中小企业服务中心|Small and Medium Enterprises Service Centre|10|8
industry|工业运行监测中心|Industrial Operation Monitoring Centre|7|5
> energy-science-centre|能源和科技服务中心|Energy and Science Service Centre|development|18
energy|煤炭安全监测中心|Coal Safety Monitoring Centre|19|16
energy|煤炭信息调度中心|Coal Information Dispatch Centre|10|8
energy|新能源开发服务中心|New Energy Service Centre|7|6
energy|节能技术服务中心|Energy Saving Technology Service Centre|6|4
science-education|生产力促进中心|Productivity Promotion Centre|7|6
science-education|科技情报研究中心|Science Information Research Centre|6|5
> commerce-service-centre|商务流通服务中心|Commerce and Circulation Service Centre|development|12
commerce|电子商务服务中心|E-commerce Service Centre|8|6
commerce|市场流通服务中心|Market Circulation Service Centre|10|9
commerce|外贸服务中心|Foreign Trade Service Centre|6|5
> education-service-centre|教育发展服务中心|Education Development Service Centre|science-education|20
science-education|教学研究室|Teaching Research Office|18|16
science-education|招生考试中心|Enrolment and Examination Centre|9|6
science-education|电化教育馆|Audio-visual Education Centre|8|7
science-education|教师进修学校|Teachers' In-service School|21|16
science-education|学生资助中心|Student Aid Centre|6|4
science-education|校园安全服务中心|Campus Safety Service Centre|6|5
> police-support-centre|警务综合保障中心|Police Support Centre|public-security|14
public-security|警务保障中心|Police Logistics Centre|10|8
public-security|交通安全宣传中心|Traffic Safety Publicity Centre|8|7
public-security|公安指挥信息中心|Police Command Information Centre|9|6
public-security|戒毒康复服务中心|Drug Rehabilitation Service Centre|7|6
> civil-affairs-centre|民政事业服务中心|Civil Affairs Service Centre|civil-human|18
civil-affairs|社会福利中心|Social Welfare Centre|18|14
civil-affairs|救助管理站|Relief and Rescue Station|8|6
civil-affairs|低收入家庭认定中心|Low-income Family Verification Centre|7|6
civil-affairs|殡葬服务中心|Funeral Service Centre|8|6
civil-affairs|养老服务中心|Elderly Care Service Centre|9|8
civil-affairs|婚姻登记中心|Marriage Registration Centre|5|4
> employment-insurance-centre|就业和社会保险服务中心|Employment and Social Insurance Centre|civil-human|21
human-resources|就业服务中心|Employment Service Centre|16|13
human-resources|社会保险中心|Social Insurance Centre|21|16
human-resources|城乡居民养老保险中心|Residents' Pension Insurance Centre|10|7
human-resources|机关事业养老保险中心|Government Staff Pension Insurance Centre|9|8
human-resources|工伤失业保险中心|Work Injury and Unemployment Insurance Centre|7|6
human-resources|人才交流中心|Talent Exchange Centre|7|6
human-resources|劳动人事争议仲裁院|Labour Dispute Arbitration Court|7|5
> legal-service-centre|公共法律服务中心|Public Legal Service Centre|justice|13
justice|法律援助中心|Legal Aid Centre|9|7
justice|公证处|Notary Office|8|6
justice|社区矫正服务中心|Community Correction Service Centre|7|5
justice|普法宣传中心|Law Publicity Centre|5|4
> finance-service-centre|财政综合服务中心|Finance General Service Centre|finance|20
finance|国库支付中心|Treasury Payment Centre|16|13
finance|财政投资评审中心|Investment Review Centre|10|9
finance|政府采购中心|Government Procurement Centre|7|5
finance|国有资产服务中心|State Assets Service Centre|9|7
finance|非税收入服务中心|Non-tax Revenue Service Centre|8|6
finance|会计核算中心|Accounting Centre|10|7
finance|财政信息中心|Finance Information Centre|6|5
> land-service-centre|自然资源服务中心|Natural Resources Service Centre|planning-resources|17
natural-resources|不动产登记中心|Real Estate Registration Centre|18|14
natural-resources|土地收购储备中心|Land Reserve Centre|9|8
natural-resources|土地整理中心|Land Consolidation Centre|9|6
natural-resources|地质环境监测站|Geological Environment Monitoring Station|7|6
natural-resources|国土资源信息中心|Land Information Centre|6|5
> forestry-service-centre|林业和草原服务中心|Forestry and Grassland Service Centre|planning-resources|21
forestry|国有林场|State Forest Farm|30|22
forestry|林木种苗站|Forest Seedling Station|8|7
forestry|森林病虫害防治站|Forest Pest Control Station|8|6
forestry|护林防火服务中心|Forest Fire Prevention Service Centre|10|9
forestry|林业技术推广站|Forestry Extension Station|8|6
forestry|退耕还林服务中心|Cropland to Forest Service Centre|7|6
forestry|黄河湿地保护中心|Yellow River Wetland Protection Centre|7|5
> construction-service-centre|住房和城乡建设服务中心|Housing and Construction Service Centre|construction-transport|18
housing|住房保障中心|Housing Security Centre|12|9
housing|建设工程质量安全站|Construction Quality and Safety Station|13|11
housing|房产交易服务中心|Property Transaction Service Centre|9|7
housing|工程造价服务站|Construction Cost Service Station|5|5
housing|村镇建设服务站|Village Construction Service Station|7|5
housing|人民防空服务中心|Civil Air Defence Service Centre|7|6
> municipal-service-centre|市政公用事业服务中心|Municipal Utilities Service Centre|construction-transport|22
housing|市政工程服务中心|Municipal Works Service Centre|16|12
housing|园林绿化服务中心|Landscaping Service Centre|14|10
housing|环境卫生服务中心|Sanitation Service Centre|30|26
housing|集中供热服务中心|Heating Service Centre|10|8
housing|污水处理服务中心|Sewage Treatment Service Centre|9|8
> transport-service-centre|公路和交通运输服务中心|Roads and Transport Service Centre|construction-transport|20
transport|公路段|Road Section|35|24
transport|农村公路服务中心|Rural Roads Service Centre|14|12
transport|道路运输服务中心|Road Transport Service Centre|16|12
transport|黄河渡口服务站|Yellow River Ferry Service Station|7|5
> water-service-centre|水利服务中心|Water Resources Service Centre|water|21
water|水利技术推广站|Water Technology Extension Station|9|8
water|水土保持工作站|Soil and Water Conservation Station|14|11
water|引黄灌溉服务中心|Yellow River Irrigation Service Centre|23|21
water|防汛抗旱服务中心|Flood and Drought Service Centre|9|6
water|河道管理站|River Course Management Station|8|7
water|农村饮水安全服务中心|Rural Drinking Water Service Centre|9|7
> agricultural-technology-centre|农业技术推广中心|Agricultural Technology Extension Centre|agriculture|20
agriculture|农业技术推广站|Agricultural Technology Extension Station|18|13
agriculture|种子工作站|Seed Station|8|7
agriculture|植保植检站|Plant Protection Station|9|7
agriculture|土壤肥料工作站|Soil and Fertiliser Station|8|7
agriculture|农产品质量检测中心|Farm Produce Testing Centre|9|6
agriculture|农业机械推广站|Farm Machinery Extension Station|12|10
agriculture|农业广播电视学校|Agricultural Broadcasting School|7|5
> animal-husbandry-centre|畜牧兽医服务中心|Animal Husbandry and Veterinary Centre|agriculture|14
agriculture|动物疫病预防控制中心|Animal Disease Control Centre|14|10
agriculture|畜牧技术推广站|Animal Husbandry Extension Station|9|8
agriculture|动物卫生检疫站|Animal Quarantine Station|10|8
> rural-revitalisation-centre|乡村振兴服务中心|Rural Revitalisation Service Centre|agriculture|14
agriculture|农村经济经营服务站|Rural Economy Service Station|9|8
poverty|扶贫开发服务中心|Poverty Alleviation Service Centre|12|8
poverty|移民搬迁服务中心|Resettlement Service Centre|8|7
poverty|扶贫信息监测中心|Poverty Monitoring Centre|7|5
> culture-service-centre|文化事业服务中心|Culture Service Centre|propaganda|18
culture-tourism|文化馆|Cultural Centre|13|10
culture-tourism|图书馆|County Library|9|8
culture-tourism|文物保护站|Cultural Relics Protection Station|8|6
culture-tourism|二人台艺术传承中心|Errentai Art Heritage Centre|23|21
> tourism-sports-centre|旅游体育服务中心|Tourism and Sports Service Centre|propaganda|12
culture-tourism|旅游发展服务中心|Tourism Development Service Centre|10|7
health|全民健身服务中心|Public Fitness Service Centre|9|7
health|少年儿童体育学校|Children's Sports School|9|7
> disease-control-centre|疾病预防控制中心|Disease Control Centre|health|19|keep
health|疾病预防控制中心|Disease Control Centre|35|26
health|卫生监督所|Health Supervision Office|16|14
health|地方病防治站|Endemic Disease Control Station|7|6
health|健康教育所|Health Education Office|5|4
> health-service-centre|卫生健康综合服务中心|Health General Service Centre|health|13
health|计划生育服务站|Family Planning Service Station|16|11
health|急救中心|Emergency Medical Centre|9|7
health|爱国卫生服务中心|Public Hygiene Service Centre|5|4
> medical-insurance-centre|医疗保障服务中心|Medical Insurance Service Centre|health|12
medical-insurance|职工医疗保险中心|Employees' Medical Insurance Centre|10|7
medical-insurance|城乡居民医疗保险中心|Residents' Medical Insurance Centre|10|9
medical-insurance|医疗救助服务中心|Medical Aid Service Centre|5|4
> veterans-service-centre|退役军人服务中心|Veterans Service Centre|veterans|13|keep
veterans|退役军人服务中心|Veterans Service Centre|10|9
veterans|军休服务站|Retired Officers Service Station|6|4
veterans|烈士陵园服务站|Martyrs' Cemetery Station|6|5
veterans|光荣院|Honour Home|8|6
> emergency-disaster-centre|应急救援和防灾减灾中心|Emergency Rescue and Disaster Reduction Centre|emergency|19
emergency|应急救援中心|Emergency Rescue Centre|16|12
emergency|矿山救护队|Mine Rescue Team|23|20
emergency|地震监测中心|Earthquake Monitoring Centre|6|5
emergency|安全生产宣传教育中心|Work Safety Education Centre|7|6
emergency|应急物资储备中心|Emergency Supplies Centre|6|4
> government-service-centre|政务服务和统计调查中心|Government Service and Statistical Survey Centre|approval|16
approval|政务服务中心|Government Affairs Hall|16|13
approval|公共资源交易中心|Public Resources Trading Centre|9|7
approval|市民热线受理中心|Citizens' Hotline Centre|6|4
statistics|统计普查中心|Statistical Census Centre|8|7
statistics|城乡调查中心|Urban and Rural Survey Centre|8|6
> law-enforcement-brigade|综合行政执法大队|Comprehensive Administrative Law Enforcement Brigade|market|26
market|市场监管综合执法队|Market Supervision Enforcement Team|21|19
culture-tourism|文化市场综合执法队|Cultural Market Enforcement Team|9|6
housing|城市管理综合执法队|Urban Management Enforcement Team|28|23
emergency|安全生产执法队|Work Safety Enforcement Team|12|9
agriculture|农业综合执法队|Agricultural Enforcement Team|12|9
transport|交通运输执法队|Transport Enforcement Team|16|14
forestry|林业行政执法队|Forestry Enforcement Team|8|6
water|水政监察队|Water Inspection Team|8|7
> inspection-testing-centre|市场监管检验检测中心|Inspection and Testing Centre|market|12
market|质量技术检验测试所|Quality Testing Institute|12|8
market|食品药品检验所|Food and Drug Inspection Institute|10|8
market|消费者投诉举报中心|Consumer Complaints Centre|7|5
> audit-service-centre|审计服务中心|Audit Service Centre|audit|12
audit|经济责任审计中心|Accountability Audit Centre|8|6
audit|政府投资审计中心|Public Investment Audit Centre|9|8
audit|审计信息中心|Audit Information Centre|5|4
> -
housing|城乡规划办公室|Urban and Rural Planning Office|12|11
`
