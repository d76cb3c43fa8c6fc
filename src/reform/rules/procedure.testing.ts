import { day } from '../../kernel/day.ts'
import { register } from '../../register/testing.ts'
import type { Plan } from '../plan.ts'
import { line } from '../planned.testing.ts'
import type { Case } from './judged.testing.ts'

const at = { line: 1, column: 1 }
const stage = (name: NonNullable<Plan['stages']>[number]['stage'], on: string) => ({
  stage: name,
  on: day(on),
  document: '会议纪要（示例）',
  place: at,
})
const inOrder = [
  stage('initiation', '2020-04-10'),
  stage('argument', '2020-06-10'),
  stage('decision', '2020-11-10'),
]
const paper = (kind: NonNullable<Plan['documents']>[number]['kind'], on: string, until = on) => ({
  kind,
  document: '材料（示例）',
  on: day(on),
  until: day(until),
  place: at,
})
const two = register({ land: { posts: { administrative: 5 } }, trees: { posts: { administrative: 4 } } })
const merge = line('merge-units', {
  units: ['land', 'trees'],
  into: 'resources',
  name: '资源局',
  nameEn: 'Resources',
})
const town = register({ river: { unit: { kind: 'township' } }, hill: { unit: { kind: 'township' } } })
const lead = { unit: 'land', office: 'chief', title: '局长' }
const person = register({ land: { people: ['p1'], chief: 1 } })
const group = { unit: 'flood', name: '防汛工作领导小组', nameEn: 'Leading Group for Flood Control' }

/** Rules on procedure and powers: each once firing, once quiet. */
export const procedure: readonly Case[] = [
  { code: 'P1', world: 'no stage is on record', before: two, says: [['warning', '动议、论证、审议决定']] },
  {
    code: 'P1',
    world: 'the decision comes before the argument',
    before: two,
    plan: {
      stages: [inOrder[0], stage('argument', '2020-11-20'), inOrder[2]].filter((each) => each !== undefined),
    },
    says: [['error', '2020-11-10', '早于论证', '2020-11-20']],
  },
  {
    code: 'P1',
    world: 'a line takes effect before the decision',
    before: two,
    plan: { stages: inOrder },
    lines: [line('rename-unit', { unit: 'land', name: '土地局', nameEn: 'Land' }, '2020-10-01')],
    says: [['error', '2020-10-01', '2020-11-10', '未批先改']],
  },
  { code: 'P1', world: 'stages follow one another', before: two, plan: { stages: inOrder }, lines: [merge] },
  {
    code: 'P2',
    world: 'nothing was argued',
    before: two,
    says: [['warning', '必要性论证、合理性论证、可行性论证']],
  },
  {
    code: 'P2',
    world: 'all three were argued',
    before: two,
    plan: {
      documents: (['necessity', 'rationality', 'feasibility'] as const).map((kind) =>
        paper(kind, '2020-06-01'),
      ),
    },
  },
  {
    code: 'P3',
    world: 'two departments merge',
    before: two,
    lines: [merge],
    says: [['opinion', '设立、撤并3个', '报本级人大常委会备案']],
  },
  {
    code: 'P3',
    world: 'a department is renamed, which is approved but not filed',
    before: two,
    lines: [line('rename-unit', { unit: 'land', name: '土地局', nameEn: 'Land' })],
    says: [['opinion', '变更名称、规格1个']],
  },
  {
    code: 'P3',
    world: 'only an institution is renamed',
    before: register({ school: { unit: { kind: 'publicInstitution' } } }),
    lines: [line('rename-unit', { unit: 'school', name: '学校', nameEn: 'School' })],
  },
  {
    code: 'P4',
    world: 'a section is set up without an approval',
    before: two,
    lines: [
      line('establish-section', { section: 's1', unit: 'land', name: '股', nameEn: 'Section', posts: 4 }),
    ],
    says: [['opinion', '内设机构1项']],
  },
  { code: 'P4', world: 'no section changes', before: two, lines: [merge] },
  {
    code: 'P5',
    world: 'two townships merge',
    before: town,
    lines: [line('absorb-unit', { units: ['hill'], into: 'river' })],
    says: [['opinion', '乡镇机构1个']],
  },
  { code: 'P5', world: 'townships are left alone', before: two, lines: [merge] },
  {
    code: 'P6',
    world: 'a head of a department is appointed',
    before: person,
    lines: [line('appoint', { appointment: 'a1', person: 'p1', ...lead })],
    says: [['opinion', '政府部门正职1名', '县长提名']],
  },
  {
    code: 'P6',
    world: 'only a deputy is appointed',
    before: person,
    lines: [line('appoint', { appointment: 'a1', person: 'p1', ...lead, office: 'deputy' })],
  },
  {
    code: 'P8',
    world: 'a leading group begins with posts of its own and without an end',
    before: two,
    lines: [
      line('establish-unit', group),
      line('set-staffing-quota', { unit: 'flood', kind: 'administrative', posts: 6 }),
    ],
    says: [
      ['error', '编制6名', '领导职数0名'],
      ['opinion', '撤销的条件和期限'],
    ],
  },
  {
    code: 'P8',
    world: 'a leading group begins and ends',
    before: two,
    lines: [
      line('establish-unit', group),
      line('dissolve-unit', { unit: 'flood', to: 'land' }, '2022-12-01'),
    ],
  },
  {
    code: 'P9',
    world: 'a department set up last year is merged',
    before: register({ land: { unit: { openedOn: day('2019-01-25') } }, trees: {} }),
    lines: [merge],
    says: [['warning', '1个工作部门', '2019-01-25']],
  },
  {
    code: 'P9',
    world: 'the department was set up in an earlier term',
    before: register({ land: { unit: { openedOn: day('2019-01-25') } }, trees: {} }),
    plan: { term: { from: day('2020-05-01'), until: day('2025-04-30') } },
    lines: [merge],
  },
  {
    code: 'P11',
    world: 'the public was asked for 18 days, and legality reviewed in 3',
    before: two,
    plan: {
      documents: [
        paper('consultation', '2020-05-01', '2020-05-18'),
        paper('expert', '2020-06-01'),
        paper('risk', '2020-06-01'),
        paper('legality', '2020-06-01', '2020-06-03'),
      ],
    },
    says: [
      ['warning', '只有18日', '不足30日'],
      ['warning', '只有3个工作日', '不足7个工作日'],
    ],
  },
  {
    code: 'P11',
    world: 'the legality review lay across the National Day holiday',
    before: two,
    plan: {
      documents: [
        paper('consultation', '2020-05-01', '2020-05-30'),
        paper('expert', '2020-06-01'),
        paper('risk', '2020-06-01'),
        paper('legality', '2020-09-28', '2020-10-09'),
      ],
    },
    says: [['warning', '只有4个工作日', '不足7个工作日']],
  },
  {
    code: 'P11',
    world:
      'a review in a year whose holidays are not published is counted Monday to Friday, and that is said',
    before: two,
    plan: {
      documents: [
        paper('consultation', '2031-05-01', '2031-05-30'),
        paper('expert', '2031-06-01'),
        paper('risk', '2031-06-01'),
        paper('legality', '2031-06-02', '2031-06-04'),
      ],
    },
    says: [['warning', '只有3个工作日', '假期安排未收录']],
  },
  {
    code: 'P11',
    world: 'the public was asked for 30 days, and legality reviewed in 7 working days',
    before: two,
    plan: {
      documents: [
        paper('consultation', '2020-05-01', '2020-05-30'),
        paper('expert', '2020-06-01'),
        paper('risk', '2020-06-01'),
        paper('legality', '2020-06-01', '2020-06-09'),
      ],
    },
  },
]
