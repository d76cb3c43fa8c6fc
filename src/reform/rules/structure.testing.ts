import { register } from '../../register/testing.ts'
import { line } from '../planned.testing.ts'
import { also, type Case, duties, some } from './judged.testing.ts'

const names = { name: '新局', nameEn: 'New' }
const county = register({
  discipline: { unit: { kind: 'partyOrgan', name: '纪律检查委员会、监察委员会' } },
  police: { unit: { name: '试验县公安局' } },
  audit: { unit: { name: '试验县审计局' } },
  statistics: { unit: { name: '试验县统计局' } },
  development: { unit: { name: '试验县发展和改革局' } },
  party: { unit: { kind: 'partyOrgan', name: '县委办公室' } },
})
const absorb = (unit: string, into: string) => line('absorb-unit', { units: [unit], into })
const rename = (unit: string) => line('rename-unit', { unit, ...names })
const court = register({
  court: { unit: { name: '试验县人民法院' } },
  staff: { unit: { kind: 'publicInstitution', name: '县人大机关后勤中心' } },
})
const vertical = (facts: object) =>
  register({ land: { unit: { management: 'vertical', ...facts } }, trees: {} })
const aid = also(
  register({
    aid: { unit: { kind: 'publicInstitution', name: '法律援助中心' } },
    justice: { unit: { name: '试验县司法局' } },
    letters: { unit: { kind: 'partyOrgan', name: '试验县信访局' } },
  }),
  {},
)
const markets = also(register({ market: {}, culture: {}, town: { unit: { kind: 'township' } }, land: {} }), {
  duties: [
    ...duties('culture', ['c1', 'c2'], { power: 'penalty', category: '文化市场' }),
    ...duties('land', ['l1'], { power: 'licence', category: '用地' }),
    ...duties('land', ['l2'], { power: 'service', category: '用地' }),
  ],
})
const flood = register({
  flood: { unit: { name: '防汛抗旱指挥部', counts: 'none' }, posts: { administrative: 3 }, deputy: 1 },
  water: { deputy: 2 },
})
const teams = register({ land: { chief: 1, deputy: 3 }, trees: { chief: 1, deputy: 3 } })
const merge = line('merge-units', { units: ['land', 'trees'], into: 'both', ...names })
const lead = (deputy: number) => line('set-leadership-quota', { unit: 'both', chief: 1, deputy })
const water = also(register({ land: {}, trees: {} }), {
  duties: [
    ...duties('land', ['w1'], { category: '用水' }),
    ...duties('trees', ['w2', 't1'], { category: '用水' }),
  ],
})
const alone = also(register({ land: {}, trees: {} }), {
  duties: duties('land', ['w1', 'w2'], { category: '用水' }),
})
const loaded = (people: number) =>
  register({
    land: { duties: some('d', 20), posts: { administrative: 12 }, people: some('p', people) },
    trees: { duties: some('e', 12), posts: { administrative: 12 } },
  })

/** Rules on what must exist, on powers and on the shape of a reform: each once firing, once quiet. */
export const structure: readonly Case[] = [
  {
    code: 'M1',
    world: 'the supervisory commission disappears in the Party office',
    before: county,
    lines: [absorb('discipline', 'party')],
    says: [['error', '不再有监察委员会']],
  },
  {
    code: 'M1',
    world: 'there never was one in the register',
    before: register({ land: {} }),
    says: [['note', '台账中没有监察委员会']],
  },
  {
    code: 'M1',
    world: 'it shares a staff',
    before: county,
    lines: [line('co-locate-units', { host: 'party', guests: ['discipline'] })],
  },
  {
    code: 'M2',
    world: 'the audit bureau joins development and reform',
    before: county,
    lines: [absorb('audit', 'development')],
    says: [['error', '审计机关不再独立']],
  },
  {
    code: 'M2',
    world: 'it shares a staff with a body it audits',
    before: county,
    lines: [line('co-locate-units', { host: 'development', guests: ['audit'] })],
    says: [['error', '合署于development']],
  },
  {
    code: 'M2',
    world: 'its name no longer says what it is',
    before: county,
    lines: [rename('audit')],
    says: [['error', '不再有审计机关']],
  },
  { code: 'M2', world: 'others merge', before: county, lines: [absorb('statistics', 'development')] },
  {
    code: 'M3',
    world: 'statistics join development and reform',
    before: county,
    lines: [absorb('statistics', 'development')],
    says: [['opinion', '不再有独立的统计机构']],
  },
  { code: 'M3', world: 'others merge', before: county, lines: [absorb('development', 'party')] },
  {
    code: 'M4',
    world: 'public security loses its body',
    before: county,
    lines: [absorb('police', 'party')],
    says: [['error', '不再有公安机关']],
  },
  { code: 'M4', world: 'public security stays', before: county, lines: [absorb('development', 'party')] },
  {
    code: 'M5',
    world: 'the court is renamed',
    before: court,
    lines: [rename('court')],
    says: [['error', '不属于党政机构改革方案']],
  },
  { code: 'M5', world: 'an institution of the congress is renamed', before: court, lines: [rename('staff')] },
  {
    code: 'M6',
    world: 'a body run from above is merged and stays so',
    before: vertical({}),
    lines: [merge],
    says: [['error', '实行垂直管理']],
  },
  {
    code: 'M6',
    world: 'it is merged and handed over to the county',
    before: vertical({}),
    lines: [merge, line('change-management', { unit: 'both', to: 'territorial' })],
    says: [['opinion', '调整为属地管理']],
  },
  {
    code: 'M6',
    world: 'the taxes are not handed over by a county',
    before: vertical({ name: '试验县税务局' }),
    lines: [merge, line('change-management', { unit: 'both', to: 'territorial' })],
    says: [['error', '实行垂直管理']],
  },
  {
    code: 'M6',
    world: 'the weather bureau stands as territorial in the register',
    before: register({ weather: { unit: { name: '试验县气象局' } } }),
    lines: [rename('weather')],
    says: [['warning', '台账写为属地管理']],
  },
  {
    code: 'M6',
    world: 'a body of dual management is merged',
    before: vertical({ management: 'dual' }),
    lines: [merge],
    says: [['opinion', '双重管理']],
  },
  { code: 'M6', world: 'the county’s own bodies merge', before: teams, lines: [merge] },
  {
    code: 'M7',
    world: 'legal aid loses the only name under which it was done',
    before: aid,
    lines: [absorb('aid', 'justice')],
    says: [
      ['warning', '1项法定工作没有承担单位', '法律援助条例'],
      ['note', '台账中看不出6项'],
    ],
  },
  {
    code: 'M7',
    world: 'a nameplate keeps it',
    before: aid,
    lines: [
      absorb('aid', 'justice'),
      line('add-nameplate', { plate: 'n1', unit: 'justice', name: '法律援助中心', nameEn: 'Legal Aid' }),
    ],
    policy: onlyFunction('functions.institutions', '法律援助'),
  },
  {
    code: 'M8',
    world: 'nobody is competent for petitions any more',
    before: aid,
    lines: [absorb('letters', 'justice')],
    policy: onlyFunction('functions.departments', '信访'),
    says: [['error', '1项法定工作没有承担单位', '信访']],
  },
  {
    code: 'M8',
    world: 'a duty names who is',
    before: also(aid, { duties: duties('letters', ['x'], { name: '办理群众信访' }) }),
    lines: [absorb('letters', 'justice')],
    policy: onlyFunction('functions.departments', '信访'),
  },
  {
    code: 'M8',
    world: 'the law that wants somebody for petitions has not been read',
    before: aid,
    lines: [absorb('letters', 'justice')],
    policy: onlyFunction('functions.departments', '信访', false),
    says: [['warning', '信访', '待核']],
  },
  {
    code: 'M9',
    world: 'market supervision takes the penalties of culture',
    before: markets,
    lines: [line('transfer-duty', { duties: ['c1', 'c2'], to: 'market' })],
    says: [['opinion', '行政处罚事项2项', '省级人民政府决定']],
  },
  {
    code: 'M9',
    world: 'a township takes them',
    before: markets,
    lines: [line('transfer-duty', { duties: ['c1'], to: 'town' })],
    says: [['opinion', '行政处罚事项1项', '由省决定交由乡镇']],
  },
  {
    code: 'M9',
    world: 'a merged department goes on with them',
    before: markets,
    lines: [absorb('culture', 'market')],
  },
  {
    code: 'M10',
    world: 'another organ takes a licence',
    before: markets,
    lines: [line('transfer-duty', { duties: ['l1'], to: 'market' })],
    says: [['opinion', '行政许可事项1项', '国务院批准']],
  },
  {
    code: 'M10',
    world: 'another organ takes a part of a licence',
    before: markets,
    lines: [
      line('split-duty', {
        duty: 'l1',
        into: [
          { duty: 'l3', unit: 'land', name: '甲', nameEn: 'A' },
          { duty: 'l4', unit: 'market', name: '乙', nameEn: 'B' },
        ],
      }),
    ],
    says: [['opinion', '行政许可事项1项', '划归market']],
  },
  {
    code: 'M10',
    world: 'another organ takes a service',
    before: markets,
    lines: [line('transfer-duty', { duties: ['l2'], to: 'market' })],
  },
  {
    code: 'L3',
    world: 'a headquarters for a flood still has posts',
    before: flood,
    says: [['note', '编制3名、领导职数1名']],
  },
  {
    code: 'L3',
    world: 'it ends and its leading post goes to the bureau',
    before: flood,
    lines: [absorb('flood', 'water')],
    says: [['warning', '领导职数1名转入承继单位']],
  },
  {
    code: 'L3',
    world: 'its posts are cancelled before it ends',
    before: flood,
    lines: [
      line('set-staffing-quota', { unit: 'flood', kind: 'administrative', posts: 0 }),
      line('set-leadership-quota', { unit: 'flood', chief: 0, deputy: 0 }),
      absorb('flood', 'water'),
    ],
  },
  {
    code: 'L4',
    world: 'nobody sets the team of a merged bureau, so the old ones add up',
    before: teams,
    lines: [merge],
    says: [['warning', '2个班子', '领导职数8名', '之和8名', '没有核定职数', '依据待核']],
  },
  {
    code: 'L4',
    world: 'a line sets the sum',
    before: teams,
    lines: [merge, lead(7)],
    says: [['warning', '领导职数8名']],
  },
  { code: 'L4', world: 'the team is set smaller', before: teams, lines: [merge, lead(4)] },
  {
    code: 'L4',
    world: 'a small institution goes into another',
    before: register({
      hall: { unit: { kind: 'publicInstitution' }, chief: 1, deputy: 1 },
      library: { unit: { kind: 'publicInstitution' }, chief: 1 },
    }),
    lines: [line('absorb-unit', { units: ['library'], into: 'hall' })],
  },
  {
    code: 'G1',
    world: 'a category lies with two departments, as before',
    before: water,
    says: [['note', '1类事项', '“用水”2个部门']],
  },
  {
    code: 'G1',
    world: 'the plan spreads a category',
    before: alone,
    lines: [line('transfer-duty', { duties: ['w1'], to: 'trees' })],
    says: [['warning', '使1类事项分散', '“用水”2个部门']],
  },
  { code: 'G1', world: 'a merger brings it together', before: water, lines: [merge] },
  {
    code: 'W4',
    world: 'eleven people carry thirty-two duties',
    before: loaded(11),
    lines: [merge],
    says: [['warning', '职责32项', '编制24名', '在岗11人', '人均2.91项', '空编13名']],
  },
  { code: 'W4', world: 'sixteen people carry them', before: loaded(16), lines: [merge] },
]

/** A policy in which only one function needs a holder, so that a small test county can be complete. */
function onlyFunction(key: string, name: string, verified = true): string {
  return `${key}: { title: 承担单位, titleEn: holder, values: [{ from: '2000-01-01', value: [{ name: ${name}, nameEn: function, words: [${name}], law: 法律（示例）, verified: ${verified} }], source: 法律（示例）, verified: true }] }`
}
