/**
 * What the organs answer for, in topics: > organ | law; then topic | English | kinds of act (letters of `acts`) | city
 * department when it is not the organ's usual one. Reconstructed [A] from the usual lists of such organs.
 */
export const topicsTable = `
> discipline|中华人民共和国监察法（2018）
党风廉政建设|Party conduct and integrity|GI
监督执纪执法|discipline enforcement|MI
问题线索处置|handling of leads|M
巡察工作|inspection tours|GM
廉政教育|integrity education|GS
> party-office|中国共产党党内法规制定条例（2019）
县委文件运转|Party committee papers|M
党内法规和规范性文件备案|filing of Party rules|MG
县委督查|supervision for the Party committee|IM
保密|protection of state secrets|GIN
密码|cryptography|GI
档案|archives|GIN
改革和财经综合协调|reform and finance coordination|M
> organisation|党政领导干部选拔任用工作条例（2019）
基层党组织建设|primary Party organisations|PGM
领导班子和干部|leading bodies and cadres|MI
公务员|civil servants|MGC
人才|talent|PG
干部教育培训|cadre training|PM
干部监督|supervision of cadres|I
> propaganda|中国共产党宣传工作条例（2019）
理论学习和宣讲|study and lectures on theory|GM
新闻宣传|news|MG
网络安全和信息化|cyberspace affairs|PGI
精神文明创建|civility campaigns|PGR
出版物和印刷|publications and printing|LI
> united-front|中国共产党统一战线工作条例（2015，试行）
民族和宗教|ethnic and religious affairs|GLI
党外人士|people outside the Party|M
民营经济代表人士|private business people|MG
港澳台侨|overseas, Hong Kong, Macao and Taiwan compatriots|MS
> political-legal|中国共产党政法工作条例（2019）
平安建设|safe community campaigns|PGM
执法监督|oversight of law enforcement|I
反邪教|countering cults|GM
社会稳定风险评估|assessment of risks to social stability|GM
涉法涉诉案件|cases before the courts|GM
> establishment|地方各级人民政府机构设置和编制管理条例（2007）
机构编制|establishment|PMI
事业单位登记管理|registration of institutions|LIS
权责清单|lists of powers and responsibilities|MS
机构编制实名制|real-name establishment register|M
> veteran-cadres|关于进一步加强和改进离退休干部工作的意见（2016）
离休干部待遇|retired cadres' treatment|GY
离退休干部党建|retired cadres' Party branches|GM
老干部活动|retired cadres' activities|MS
关心下一代|care for the next generation|G
> petitions|信访条例（2005）
信访事项|petitions|MIS
信访复查复核|review of petitions|MD
联席会议|joint petition meetings|M
> gov-office|中华人民共和国地方各级人民代表大会和地方各级人民政府组织法（2015）
县政府文件运转|government papers|M
政府信息公开|disclosure of government information|GMI
政务督查|supervision for the government|IM
外事|foreign affairs|GM
金融工作协调|finance sector coordination|GM
机关事务|office affairs|GMI
人大建议和政协提案|deputies' proposals|M
> science-education|中华人民共和国教育法（2015）
义务教育|compulsory education|PGI
学前教育|preschool education|PLI
职业教育|vocational education|PG
民办学校|private schools|LI
教师资格|teacher qualification|CM
教师队伍|teaching staff|MR
教育督导|school inspection|I
学生资助|student aid|Y
> public-security|中华人民共和国人民警察法（2012）
治安管理|public order|MIN
户籍和居民身份证|household registration and identity cards|CM
出入境|exit and entry|LC
道路交通安全|road traffic safety|MNF
危险物品|dangerous goods|LI
大型群众性活动安全|safety of mass events|L
刑事侦查|criminal investigation|M
禁毒|drug control|GM
网络安全保卫|network security|IM
拘留和强制隔离戒毒|detention and compulsory drug treatment|F
> civil-affairs|社会救助暂行办法（2019）
最低生活保障|minimum living allowance|YI
特困人员救助供养|support of people in extreme hardship|YM
临时救助和流浪乞讨人员救助|temporary relief and relief of vagrants|YM
社会组织|social organisations|LI
婚姻登记|marriage registration|C
养老服务|elderly care|PGI
殡葬|funerals|LI
行政区划和地名|boundaries and place names|MC
> justice|中华人民共和国律师法（2017）
法治建设|rule of law|PGI
行政复议|administrative review|DM
人民调解|people's mediation|G
法律援助|legal aid|YG
社区矫正|community correction|MI
公证和法律服务|notaries and legal services|GI
普法|legal education|PG
> finance|中华人民共和国预算法（2018）
预算|budget|PMI
国库支付|treasury payment|M
政府债务|government debt|MI
政府采购|government procurement|GIN
国有资产|state assets|MI
非税收入|non-tax revenue|VM
会计|accounting|GIN
财政绩效|spending performance|GI
> human-resources|中华人民共和国劳动法（2018）
就业|employment|PGS
社会保险|social insurance|MY
劳动合同和工资支付|labour contracts and wages|INF
劳动争议|labour disputes|D
人力资源市场|labour market|LI
事业单位人事|institution staff|GMC
专业技术人员职称|professional titles|CM
> natural-resources|中华人民共和国土地管理法（2019）
国土空间规划|territorial spatial planning|PMI
建设用地|construction land|LMI
耕地保护|farmland protection|GI
不动产登记|real estate registration|CS
土地征收|land expropriation|M
矿产资源|mineral resources|LI
地质灾害防治|geological hazards|GI
测绘地理信息|surveying and mapping|LI
自然资源资产|natural resource assets|C
> forestry|中华人民共和国森林法（2019）
造林绿化|afforestation|PGR
林木采伐|tree felling|LI
林地保护|forest land|LIN
草原保护|grassland|IN
野生动物保护|wildlife protection|LN
森林草原防火|forest and grassland fire prevention|GI
林业有害生物防治|forest pest control|GF
> housing|中华人民共和国建筑法（2019）
城乡规划|urban and rural planning|PI
住房保障|housing security|PY
房地产市场|property market|LI
建筑施工|building works|LIN
工程质量安全|construction quality and safety|I
城市管理|urban management|PINF|urban-management
市政公用|municipal utilities|LI|urban-management
村镇建设|village construction|G
人民防空|civil air defence|LI
> transport|中华人民共和国公路法（2017）
公路建设和养护|road building and upkeep|PLI
道路运输|road transport|LINF
路政|road administration|LNF
水路交通|water transport|LIN
客运出租|passenger transport|LI
> water|中华人民共和国水法（2016）
水资源|water resources|LMI
取水和水费|water abstraction and fees|LV
河道|river courses|LINF
水土保持|soil and water conservation|LIN
防汛抗旱|flood and drought control|GM
农村饮水|rural drinking water|GI
河长制|river chief system|M
> agriculture|中华人民共和国农业法（2012）
粮食生产|grain production|PGY
种子|seeds|LIN
农药和肥料|pesticides and fertilisers|LIN
农产品质量安全|farm produce safety|INF
动物防疫|animal epidemic prevention|GINF
农业机械|farm machinery|CIN
农村宅基地|rural homesteads|GIN
农村土地承包|rural land contracts|GD
农村人居环境|rural living environment|G
农业科技推广|agricultural extension|G
> poverty|中国农村扶贫开发纲要（2011—2020年）
扶贫规划|poverty alleviation planning|PG
扶贫资金|poverty alleviation funds|MI
贫困对象识别|identification of poor households|CM
驻村帮扶|village assistance|GM
易地搬迁|resettlement|GM
> culture-tourism|中华人民共和国旅游法（2018）
公共文化|public culture|PG
文化市场|cultural market|LINF
文物保护|cultural relics|LIN
非物质文化遗产|intangible heritage|GR
旅游|tourism|PGIN
广播电视|broadcasting|LI
> health|中华人民共和国基本医疗卫生与健康促进法（2019）
医疗机构|medical institutions|LIN
执业医师和护士|doctors and nurses|CI
疾病预防控制|disease control|GF
公共场所卫生|public place hygiene|LIN
妇幼保健|maternal and child health|GC
人口监测和计划生育|population and family planning|GY
基层卫生|primary health care|G
老龄健康|health of the elderly|G
体育|sports|PG
> veterans|退役士兵安置条例（2011）
退役军人安置|placement of veterans|MC
优待抚恤|preferential treatment and pensions|YC
军休人员|retired officers|M
烈士褒扬|honouring martyrs|MR
双拥|civil-military support|GM
> emergency|中华人民共和国突发事件应对法（2007）
安全生产|work safety|GINF
矿山安全|mine safety|IN
危险化学品|hazardous chemicals|LI
突发事件应急指挥|command in emergencies|MG
防灾减灾救灾|disaster prevention and relief|GY
应急救援队伍|rescue teams|G
> audit|中华人民共和国审计法（2006）
预算执行审计|audit of budget execution|IN
经济责任审计|audit of accountability|I
政府投资审计|audit of public investment|I
自然资源资产审计|audit of natural resource assets|I
内部审计|internal audit|G
> market|中华人民共和国食品安全法（2018）
市场主体登记|registration of businesses|LC
食品安全|food safety|LINF
药品和医疗器械|drugs and medical devices|LIN
特种设备|special equipment|LIN
产品质量|product quality|INF
计量和标准|metrology and standards|GCN
价格和收费|prices and fees|IN
反不正当竞争|unfair competition|IN
广告和网络交易|advertising and online trade|IN
消费者权益|consumer rights|DS
知识产权|intellectual property|GN
> statistics|中华人民共和国统计法（2009）
统计调查|statistical surveys|PMI
普查|censuses|M
统计执法|statistical law enforcement|N
统计资料|statistical data|S
> medical-insurance|中华人民共和国社会保险法（2018）
医疗保险待遇|medical insurance benefits|YM
医疗保障基金|medical insurance fund|IN
医疗救助|medical aid|Y
药品和耗材采购|purchase of drugs and supplies|G
> approval|中华人民共和国行政许可法（2019）
集中审批事项|matters of unified approval|LM
政务服务平台|government service platform|MS
公共资源交易|trading of public resources|GI
营商环境|business environment|GM
> federation|中国工商业联合会章程（2017）
会员企业服务|member enterprises|S
商会|chambers of commerce|G
> trade-union|中华人民共和国工会法（2009）
职工权益|workers' rights|S
> youth-league|中国共产主义青年团章程（2018）
青少年工作|young people|S
> women|中华人民共和国妇女权益保障法（2018）
妇女儿童权益|women's and children's rights|S
`
