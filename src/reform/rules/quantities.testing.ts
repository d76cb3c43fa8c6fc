import { day } from '../../kernel/day.ts'
import { register, testPerson } from '../../register/testing.ts'
import { line } from '../planned.testing.ts'
import { also, type Case, leaders, some } from './judged.testing.ts'

const names = { name: '新局', nameEn: 'New' }
const institution = { kind: 'publicInstitution', counts: 'reformInstitution' } as const
const cap = (key: string, value: number, verified: boolean) =>
  `${key}: { title: 限额, titleEn: cap, values: [{ from: '2000-01-01', value: ${value}, source: 批复（示例）, verified: ${verified} }] }`
const two = register({
  land: { posts: { administrative: 5 }, people: some('l', 5), chief: 1, deputy: 3 },
  trees: { posts: { administrative: 4 }, people: some('t', 3), chief: 1, deputy: 2 },
})
const merge = line('merge-units', { units: ['land', 'trees'], into: 'both', ...names })
const set = (unit: string, posts: number, kind = 'administrative') =>
  line('set-staffing-quota', { unit, kind, posts })
const lead = (unit: string, chief: number, deputy: number) =>
  line('set-leadership-quota', { unit, chief, deputy })
const transition = { until: day('2022-12-31'), basis: '过渡安置方案（示例）' }
const police = register({
  police: { unit: { name: '试验县公安局' }, posts: { politicalLegal: 9 } },
  parks: { posts: { administrative: 3 } },
})
const centre = register({ centre: { unit: institution, posts: { institution: 8 }, chief: 1, deputy: 3 } })
const ranked = (ranks: readonly string[], posts = 10) =>
  also(register({ land: { posts: { administrative: posts } } }), {
    people: ranks.map((rank, at) => testPerson(`r${at}`, 'land', { rank })),
  })
const senior = also(
  register({
    land: { posts: { administrative: 100 } },
    above: { unit: { kind: 'upperBureau' } },
    leaders: { unit: { kind: 'leadership' } },
  }),
  { people: [testPerson('s1', 'above', { rank: '一级调研员' })] },
)
const brigade = (unit: string) =>
  also(register({ brigade: { unit: { name: '综合行政执法队' } }, parks: {} }), {
    people: [testPerson('e1', unit, { rank: '三级主办' })],
  })
const team = also(two, { appointments: leaders('land', 4) })
const room = (areaM2: number) =>
  also(register({ land: { people: some('l', 2) } }), {
    premises: [
      {
        id: 'r1',
        unit: testPerson('x', 'land').unit,
        building: '一号楼',
        room: '101',
        areaM2,
        use: 'office',
      },
    ],
  })
const paid = also(two, {
  budget: [
    { id: 'b1', unit: testPerson('x', 'land').unit, item: 'staff', name: '人员经费', amountYuan: 500_000 },
  ],
})
const busy = (count: number) =>
  also(register(Object.fromEntries(some('u', 6).map((id) => [id, { people: [`${id}0`] }]))), {
    appointments: some('u', count).flatMap((unit) =>
      leaders(unit, 1, { person: testPerson('u10', 'u1').id, concurrent: true, occupiesPost: false }),
    ),
  })
const works = register({ works: { unit: { kind: 'enterprise' } }, land: { people: ['p1'] } })

/** Rules on quantities: each once firing, once quiet. */
export const quantities: readonly Case[] = [
  {
    code: 'Q1',
    world: 'two organs where one is allowed, by a document that was read',
    before: register({ a: {}, b: {}, c: {} }),
    policy: cap('organs.cap', 1, true),
    lines: [line('absorb-unit', { units: ['a'], into: 'b' })],
    says: [['error', '限额1个', '方案后2个', '超1个']],
  },
  {
    code: 'Q1',
    world: 'as many organs as allowed',
    before: two,
    policy: cap('organs.cap', 1, true),
    lines: [merge],
  },
  {
    code: 'Q1',
    world: 'a cap read in the press only warns',
    before: two,
    policy: cap('organs.cap', 1, false),
    lines: [line('rename-unit', { unit: 'land', ...names })],
    says: [['warning', '超1个', '依据待核']],
  },
  {
    code: 'Q2',
    world: 'posts are cut below the people',
    before: two,
    lines: [set('land', 3)],
    says: [['error', '核定行政编制3名', '实有5名', '超2名']],
  },
  {
    code: 'Q2',
    world: 'the same inside a dated transition',
    before: two,
    plan: { transition },
    lines: [set('land', 3)],
    says: [['warning', '1个单位超编共2名', '2022-12-31']],
  },
  {
    code: 'Q2',
    world: 'the transition is over before the plan begins',
    before: two,
    plan: { transition: { ...transition, until: day('2020-06-30') } },
    lines: [set('land', 3)],
    says: [['error', '超2名']],
  },
  {
    code: 'Q2',
    world: 'people were over the posts before, and the plan adds none',
    before: register({
      land: { posts: { administrative: 3 }, people: some('l', 5) },
      trees: { posts: { administrative: 4 } },
    }),
    lines: [merge, set('both', 3)],
    says: [['note', '超编共2名', '方案前即有']],
  },
  { code: 'Q2', world: 'two units with enough posts merge', before: two, lines: [merge] },
  {
    code: 'Q3',
    world: 'an institution with its posts joins a department',
    before: also(register({ land: {}, centre: { unit: institution, posts: { institution: 8 } } }), {
      people: [testPerson('c1', 'centre', { postKind: 'institution' })],
    }),
    lines: [line('absorb-unit', { units: ['centre'], into: 'land' })],
    says: [['error', '使用事业编制8名', '事业编制人员1名']],
  },
  {
    code: 'Q3',
    world: 'a department had institution posts before',
    before: register({ land: { posts: { institution: 2 } } }),
    says: [['note', '方案前即有混用']],
  },
  { code: 'Q3', world: 'two departments merge', before: two, lines: [merge] },
  {
    code: 'Q4',
    world: 'administrative posts are added',
    before: two,
    lines: [set('land', 7)],
    says: [['error', '总额9名', '方案后11名', '超2名']],
  },
  {
    code: 'Q4',
    world: 'posts go from the county to a township',
    before: register({ land: { posts: { administrative: 5 } }, town: { unit: { kind: 'township' } } }),
    lines: [set('land', 3), set('town', 2)],
    says: [['opinion', '调配2名', '县级5→3', '乡镇0→2']],
  },
  { code: 'Q4', world: 'posts are only cut', before: two, lines: [set('land', 4)] },
  {
    code: 'Q5',
    world: 'political-legal posts are given to the parks',
    before: police,
    lines: [set('parks', 2, 'politicalLegal')],
    says: [['warning', '政法专项编制2名', '依据待核']],
  },
  { code: 'Q5', world: 'they are with public security', before: police },
  {
    code: 'Q6',
    world: 'an institution of eight posts stays',
    before: centre,
    says: [['warning', '编制10名以下', '尚有1个', '（8名）']],
  },
  { code: 'Q6', world: 'it has ten', before: centre, lines: [set('centre', 10, 'institution')] },
  {
    code: 'Q7',
    world: 'eleven institutions stand directly under the county',
    before: register(
      Object.fromEntries(some('i', 11).map((id) => [id, { unit: { ...institution, direct: true } }])),
    ),
    says: [['warning', '不超过10个', '方案后11个', '超1个']],
  },
  {
    code: 'Q7',
    world: 'one of them is placed under a department',
    before: register(
      Object.fromEntries(some('i', 11).map((id) => [id, { unit: { ...institution, direct: true } }])),
    ),
    lines: [line('change-subordination', { unit: 'i1', direct: false })],
  },
  {
    code: 'Q8',
    world: 'seven leading posts where six are allowed',
    before: two,
    policy: cap('leading-posts.cap', 6, true),
    says: [['warning', '总量6名', '方案后7名', '超1名']],
  },
  {
    code: 'Q8',
    world: 'the plan adds leading posts beyond the total',
    before: two,
    policy: cap('leading-posts.cap', 6, true),
    lines: [lead('land', 1, 5)],
    says: [['error', '方案后9名', '超3名']],
  },
  {
    code: 'Q8',
    world: 'one is cut',
    before: two,
    policy: cap('leading-posts.cap', 6, true),
    lines: [lead('land', 1, 2)],
  },
  {
    code: 'Q9',
    world: 'a department is given a chief and five deputies',
    before: two,
    lines: [lead('land', 1, 5)],
    says: [['warning', '6名（标准3名）', '依据待核']],
  },
  { code: 'Q9', world: 'a merged one has five in all', before: two, lines: [merge, lead('both', 1, 4)] },
  {
    code: 'Q10',
    world: 'an institution of eight posts is given four leading posts',
    before: centre,
    lines: [lead('centre', 1, 3)],
    says: [['warning', '编制8名、领导职数4名（至多2名）']],
  },
  { code: 'Q10', world: 'it is given two', before: centre, lines: [lead('centre', 1, 1)] },
  {
    code: 'Q11',
    world: 'a section of two posts is set up',
    before: two,
    lines: [
      line('establish-section', { section: 's1', unit: 'land', name: '股', nameEn: 'Section', posts: 2 }),
    ],
    says: [['warning', '不少于3名', '股（2名）']],
  },
  {
    code: 'Q11',
    world: 'a section of three is set up',
    before: two,
    lines: [
      line('establish-section', { section: 's1', unit: 'land', name: '股', nameEn: 'Section', posts: 3 }),
    ],
  },
  {
    code: 'Q12',
    world: 'cutting posts leaves more ranks than slots',
    before: ranked(Array(6).fill('三级主任科员')),
    lines: [set('land', 8)],
    says: [['warning', '一级至四级主任科员职数4名、实有6名']],
  },
  { code: 'Q12', world: 'six of ten hold such a rank', before: ranked(Array(6).fill('三级主任科员')) },
  {
    code: 'Q12',
    world: 'there were more ranks than slots before',
    before: ranked(Array(7).fill('三级主任科员')),
    says: [['note', '职数6名、实有7名']],
  },
  {
    code: 'Q12',
    world: 'an official of the level above comes into a county organ',
    before: senior,
    lines: [line('assign-person', { people: ['s1'], to: 'land' })],
    says: [['error', 'land1名人员的职级（一级调研员）', '高于本级可设的最高职级']],
  },
  {
    code: 'Q12',
    world: 'a rank too high was there before',
    before: also(senior, { people: [testPerson('s2', 'land', { rank: '二级巡视员' })] }),
    says: [['note', '二级巡视员', '方案前即有']],
  },
  {
    code: 'Q12',
    world: 'the county’s leading body may have what its organs may not',
    before: senior,
    lines: [line('assign-person', { people: ['s1'], to: 'leaders' })],
  },
  {
    code: 'Q13b',
    world: 'an enforcement officer goes to the parks',
    before: brigade('brigade'),
    lines: [line('assign-person', { people: ['e1'], to: 'parks' })],
    says: [['warning', '1名行政执法类职级人员因本方案离开执法机构']],
  },
  { code: 'Q13b', world: 'the officer stays with the brigade', before: brigade('brigade') },
  {
    code: 'Q15',
    world: 'two departments merge and the posts are set below the leaders',
    before: team,
    lines: [merge, lead('both', 1, 1)],
    says: [['error', '核定领导职数2名', '任职4名', '超2名']],
  },
  {
    code: 'Q15',
    world: 'the same inside a dated transition',
    before: team,
    plan: { transition },
    lines: [merge, lead('both', 1, 1)],
    says: [['warning', '超职数共2名', '2022-12-31']],
  },
  {
    code: 'Q15',
    world: 'there are as many posts as leaders',
    before: team,
    lines: [merge, lead('both', 1, 3)],
  },
  {
    code: 'Q17',
    world: 'people leave and the rooms stay',
    before: room(18),
    lines: [
      line('establish-unit', { unit: 'elsewhere', ...names }),
      line('assign-person', { people: ['l1'], to: 'elsewhere' }),
    ],
    says: [['warning', '1个单位', '9平方米']],
  },
  { code: 'Q17', world: 'two people have eighteen square metres', before: room(18) },
  {
    code: 'Q17',
    world: 'there was too much before',
    before: room(30),
    says: [['note', '12平方米', '方案前即有']],
  },
  {
    code: 'Q18',
    world: 'people go without their money',
    before: paid,
    lines: [line('assign-person', { people: ['l1', 'l2'], to: 'trees' })],
    says: [['warning', '2名财政供养人员没有随转的人员经费']],
  },
  {
    code: 'Q18',
    world: 'everybody goes and the money stays',
    before: paid,
    lines: [line('assign-person', { people: some('l', 5), to: 'trees' })],
    says: [
      ['warning', '仍留有人员经费500,000元'],
      ['warning', '5名财政供养人员'],
    ],
  },
  { code: 'Q18', world: 'a merger takes people and money along', before: paid, lines: [merge] },
  {
    code: 'Q18',
    world: 'the money goes and the people stay',
    before: paid,
    lines: [line('transfer-budget', { lines: ['b1'], to: 'trees' })],
    says: [['warning', 'land5名财政供养人员', '每年500,000元，方案后0元']],
  },
  {
    code: 'Q18',
    world: 'somebody leaves and the money stays with the others',
    before: also(paid, {
      budget: [
        {
          id: 'b2',
          unit: testPerson('x', 'trees').unit,
          item: 'staff',
          name: '人员经费',
          amountYuan: 300_000,
        },
      ],
    }),
    lines: [line('assign-person', { people: ['l1'], to: 'trees' })],
  },
  {
    code: 'Q19',
    world: 'five concurrent offices at a day a week each',
    before: busy(5),
    says: [['warning', '兼任5个职务', '需5天', '依据待核']],
  },
  { code: 'Q19', world: 'four leave a day for the main office', before: busy(4) },
  {
    code: 'Q19b',
    world: 'an official also takes office in an enterprise',
    before: works,
    lines: [
      line('appoint', {
        appointment: 'a1',
        person: 'p1',
        unit: 'works',
        office: 'chief',
        title: '董事长',
        concurrent: true,
      }),
    ],
    says: [['opinion', '机关外兼职']],
  },
  {
    code: 'Q19b',
    world: 'the other office is in an organ',
    before: register({ land: { people: ['p1'] }, trees: {} }),
    lines: [
      line('appoint', {
        appointment: 'a1',
        person: 'p1',
        unit: 'trees',
        office: 'chief',
        title: '局长',
        concurrent: true,
      }),
    ],
  },
]
