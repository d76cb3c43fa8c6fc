import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Finding } from '../../kernel/finding.ts'
import { expectationsMet } from '../../ledger/expectations.ts'
import type { Figure } from '../../ledger/figure.ts'
import type { Register } from '../../register/register.ts'
import { type Holding, register, testPerson, testUnit } from '../../register/testing.ts'
import { baseDrift } from '../base.ts'
import { countersOf } from '../impact.ts'
import { readPlan } from '../plan-file.ts'
import { type Rehearsal, rehearse } from '../rehearse.ts'
import { also, leaders, shippedPolicy, some } from '../rules/judged.testing.ts'
import { remediesFor, remedyKinds } from './index.ts'
import type { Judged, Ward } from './remedy.ts'

/** A finding planted in a small county, and the remedy that mends it. */
interface Planted {
  readonly remedy: string
  readonly code: string
  readonly before: Register
  /** What stands above the lines, besides title and days. */
  readonly heading?: string
  readonly lines: string
}

const head = `sanding: 1
title: 试验方案
authority: 试编发〔2020〕1号（示例）
effectiveOn: 2020-12-01
completesOn: 2025-12-31
`
const digest = 'sha256:now'
const textOf = ({ heading = '', lines }: Planted) => `${head}${heading}lines:\n${lines}`

const figureOf = (after: Register): Figure =>
  ({
    id: 'organs.after',
    label: { zh: '党政机构', en: 'organs' },
    computed: countersOf(after).organs,
    formula: { zh: '逐个数', en: 'counted' },
  }) as unknown as Figure

/** Reading the policy files is most of the work of a small county. */
const policies = new Map<string, Ward['policy']>()

const wardOf = (before: Register, text: string): Ward => {
  const look = (given: string): { rehearsal?: Rehearsal; judged: Judged; ward: Partial<Ward> } => {
    const { plan, findings } = readPlan(given, 'test')
    if (plan === undefined) return { judged: { findings, counters: undefined, unplaced: 0 }, ward: {} }
    const policy = policies.get(plan.effectiveOn) ?? shippedPolicy(plan.effectiveOn)
    policies.set(plan.effectiveOn, policy)
    const rehearsal = rehearse(before, plan, policy)
    const all: readonly Finding[] = [
      ...findings,
      ...baseDrift(plan, { digest } as never),
      ...rehearsal.findings,
      ...expectationsMet(plan, [figureOf(rehearsal.after)]),
    ]
    const judged = {
      findings: all,
      counters: countersOf(rehearsal.after),
      unplaced: rehearsal.conservation.counterExamples.length,
    }
    return { rehearsal, judged, ward: { plan, policy, ...rehearsal } }
  }
  const { ward, judged } = look(text)
  const after = ward.after ?? before
  return {
    ...({ before, after, steps: [], plan: readPlan(`${head}lines: []\n`, 'test').plan } as never as Ward),
    ...ward,
    text,
    digest,
    figures: new Map([['organs.after', countersOf(after).organs]]),
    now: judged,
    judge: (given) => look(given).judged,
  }
}

const organ = (facts: Holding = {}): Holding => ({
  posts: { administrative: 9 },
  chief: 1,
  deputy: 1,
  ...facts,
})
const small = register({
  water: organ({ duties: ['d-dams'], people: ['p-1', 'p-2'], archives: ['f-1'], seals: ['seal-1'] }),
  forestry: organ({ duties: ['d-trees'], people: ['p-3'] }),
  finance: organ({ duties: ['d-money'] }),
})
const institution = { kind: 'publicInstitution', counts: 'reformInstitution', funding: 'full' } as const

const named = (name: string, facts: Partial<ReturnType<typeof testUnit>> = {}): Holding =>
  organ({ unit: { name, ...facts } })

const planted: readonly Planted[] = [
  {
    remedy: 'name-known-unit',
    code: 'U01',
    before: small,
    lines: '  - {op: absorb-unit, units: [forestri], into: water}\n',
  },
  {
    remedy: 'after-its-birth',
    code: 'U01',
    before: small,
    lines: `  - {op: transfer-duty, from: water, to: rivers, duties: [d-dams]}
  - {op: establish-unit, unit: rivers, name: 河道局, nameEn: Rivers, kind: governmentDepartment, counts: organ}
`,
  },
  {
    remedy: 'name-known-row',
    code: 'T01',
    before: small,
    lines: '  - {op: transfer-duty, from: water, to: finance, duties: [d-dam]}\n',
  },
  {
    remedy: 'name-successor',
    code: 'U02',
    before: small,
    lines: `  - {op: absorb-unit, units: [forestry], into: water}
  - {op: transfer-duty, from: finance, to: forestry, duties: [d-money]}
`,
  },
  {
    remedy: 'before-it-closes',
    code: 'U02',
    before: small,
    lines: `  - {op: absorb-unit, units: [forestry], into: water}
  - {op: rename-unit, unit: forestry, name: 林业和草原局, nameEn: Forestry and Grassland}
`,
  },
  {
    remedy: 'fresh-unit-id',
    code: 'U03',
    before: small,
    lines: '  - {op: establish-unit, unit: water, name: 河道局, nameEn: Rivers, counts: organ}\n',
  },
  {
    remedy: 'absorb-instead',
    code: 'U03',
    before: small,
    lines: '  - {op: merge-units, units: [water, forestry], into: finance, name: 财政局, nameEn: Finance}\n',
  },
  {
    remedy: 'not-into-itself',
    code: 'U04',
    before: small,
    lines: '  - {op: absorb-unit, units: [forestry, water], into: water}\n',
  },
  {
    remedy: 'name-it-once',
    code: 'T02',
    before: small,
    lines: '  - {op: transfer-duty, from: water, to: finance, duties: [d-dams, d-dams]}\n',
  },
  {
    remedy: 'leave-row-out',
    code: 'T03',
    before: small,
    lines: '  - {op: transfer-archives, archives: [f-1], to: water}\n',
  },
  {
    remedy: 'own-line-for-row',
    code: 'T04',
    before: small,
    lines: '  - {op: transfer-duty, from: water, to: finance, duties: [d-dams, d-trees]}\n',
  },
  {
    remedy: 'fresh-row-id',
    code: 'T05',
    before: register({ water: organ({ plates: ['np'] }) }),
    lines: '  - {op: add-nameplate, plate: np, unit: water, name: 河长制办公室, nameEn: Rivers}\n',
  },
  {
    remedy: 'heir-for-the-homeless',
    code: 'N01',
    before: small,
    lines: '  - {op: dissolve-unit, unit: water, elsewhere: {duties: finance}}\n',
  },
  {
    remedy: 'as-many-as-there-are',
    code: 'S02',
    before: small,
    lines:
      '  - {op: transfer-duty, from: finance, to: water, duties: [d-money], posts: {administrative: 12}}\n',
  },
  {
    remedy: 'attach-opinion',
    code: 'P3',
    before: small,
    lines: '  - {op: absorb-unit, units: [forestry], into: water}\n',
  },
  {
    remedy: 'present-register',
    code: 'D10',
    before: small,
    heading: 'base: {register: 2020-03-31, hash: sha256:then}\n',
    lines: '  - {op: change-grade, unit: water, grade: section}\n',
  },
  {
    remedy: 'expect-computed',
    code: 'E01',
    before: small,
    heading: 'expect:\n  organs.after: 5\n',
    lines: '  - {op: change-grade, unit: water, grade: section}\n',
  },
  {
    remedy: 'standard-leading-posts',
    code: 'Q9',
    before: small,
    lines: '  - {op: set-leadership-quota, unit: water, chief: 1, deputy: 6}\n',
  },
  {
    remedy: 'fitting-institution-posts',
    code: 'Q10',
    before: register({ school: { unit: institution, posts: { institution: 8 }, chief: 1, deputy: 1 } }),
    lines: '  - {op: set-leadership-quota, unit: school, chief: 1, deputy: 4}\n',
  },
  {
    remedy: 'one-team',
    code: 'L4',
    before: register({ water: organ({ deputy: 2 }), forestry: organ({ deputy: 2 }) }),
    lines: '  - {op: absorb-unit, units: [forestry], into: water}\n',
  },
  ...['write-transition', 'posts-for-all', 'people-where-posts-are'].map((remedy) => ({
    remedy,
    code: 'Q2',
    before: register({
      school: { unit: institution, posts: { institution: 4 }, people: [] },
      library: { unit: institution, posts: { institution: 9 } },
    }),
    lines: '',
  })),
  ...['leading-posts-for-all', 'release-deputies'].map((remedy) => ({
    remedy,
    code: 'Q15',
    before: also(register({ water: organ({ deputy: 2, people: some('water', 4) }) }), {
      people: [0, 1, 2].map((at) => testPerson(`water${at}`, 'water')),
      appointments: leaders('water', 3),
    }),
    lines: '  - {op: set-leadership-quota, unit: water, chief: 1, deputy: 0}\n',
  })),
  {
    remedy: 'posts-within-total',
    code: 'Q4',
    before: small,
    lines: '  - {op: set-staffing-quota, unit: water, kind: administrative, posts: 12}\n',
  },
  {
    remedy: 'under-its-department',
    code: 'Q7',
    before: register({
      water: organ(),
      ...Object.fromEntries(
        some('i', 40).map((id) => [
          id,
          {
            unit: { ...institution, direct: true, sponsor: testUnit('water').id },
            posts: { institution: 20 },
          },
        ]),
      ),
    }),
    lines: '  - {op: change-grade, unit: water, grade: section}\n',
  },
  {
    remedy: 'money-after-people',
    code: 'Q18',
    before: also(small, {
      budget: [
        { id: 'b-1', unit: testUnit('water').id, item: 'staff', name: '人员经费', amountYuan: 90_000 },
        { id: 'b-2', unit: testUnit('finance').id, item: 'staff', name: '人员经费', amountYuan: 90_000 },
      ] as never,
    }),
    lines: '  - {op: assign-person, people: [p-1, p-2], to: finance}\n',
  },
  {
    remedy: 'end-temporary-body',
    code: 'P8',
    before: small,
    lines:
      '  - {op: establish-unit, unit: flood, name: 防汛指挥部, nameEn: Flood headquarters, sponsor: water, counts: none, kind: partyOrgan}\n',
  },
  {
    remedy: 'no-posts-of-its-own',
    code: 'P8',
    before: small,
    lines: `  - {op: establish-unit, unit: flood, name: 防汛指挥部, nameEn: Flood headquarters, counts: none, kind: partyOrgan, basis: 某文件}
  - {op: set-leadership-quota, unit: flood, chief: 1, deputy: 2}
`,
  },
  {
    remedy: 'cancel-before-it-ends',
    code: 'L3',
    before: register({ water: organ(), flood: named('防汛指挥部') }),
    lines: '  - {op: absorb-unit, units: [flood], into: water}\n',
  },
  {
    remedy: 'after-the-decision',
    code: 'P1',
    before: small,
    heading: `stages:
  - {stage: 动议, on: 2020-10-01, document: 纪要（示例）}
  - {stage: 论证, on: 2020-11-01, document: 报告（示例）}
  - {stage: 审议决定, on: 2020-12-20, document: 纪要（示例）}
`,
    lines: '  - {op: change-grade, unit: water, grade: section}\n',
  },
  ...(
    [
      ['leave-office-first', 'P03', '  - {op: assign-person, people: [water0, p-1], to: finance}\n'],
      [
        'hold-it-concurrently',
        'P01',
        '  - {op: appoint, appointment: a-9, person: water0, unit: finance, office: deputy, title: 副局长, occupiesPost: false}\n',
      ],
      ['where-the-office-is', 'P02', '  - {op: remove-from-office, person: water0, unit: finance}\n'],
    ] as const
  ).map(([remedy, code, lines]) => ({
    remedy,
    code,
    before: also(small, {
      people: [testPerson('water0', 'water')],
      appointments: leaders('water', 1),
    }),
    lines,
  })),
  {
    remedy: 'name-the-host',
    code: 'C01',
    before: small,
    lines: `  - {op: co-locate-units, host: water, guests: [forestry]}
  - {op: co-locate-units, host: forestry, guests: [finance]}
`,
  },
  ...['leave-unit-out', 'co-locate-instead'].map((remedy) => ({
    remedy,
    code: 'M1',
    before: register({
      water: organ(),
      party: named('县委组织部', { kind: 'partyOrgan' }),
      discipline: named('县纪律检查委员会县监察委员会', { kind: 'partyOrgan' }),
    }),
    lines: '  - {op: absorb-unit, units: [discipline], into: party}\n',
  })),
  {
    remedy: 'known-operation',
    code: 'F05',
    before: small,
    lines: '  - {op: absorb-units, units: [forestry], into: water}\n',
  },
  {
    remedy: 'known-field',
    code: 'F04',
    before: small,
    lines: '  - {op: change-subordination, unit: forestry, sponser: water}\n',
  },
  {
    remedy: 'plain-punctuation',
    code: 'F01',
    before: small,
    lines: '  - op：change-grade\n    unit: water\n    grade: section\n',
  },
]

/** People put upon posts by the plan itself: a school takes more than it has posts for. */
const withPeople = (each: Planted): Planted => {
  if (each.code !== 'Q2') return each
  const people = some('t', 6).map((id) => testPerson(id, 'library', { postKind: 'institution' }))
  const ids = people.map(({ id }) => id).join(', ')
  return {
    ...each,
    before: also(each.before, { people }),
    lines: `  - {op: assign-person, people: [${ids}], to: school}\n`,
  }
}

test.each(planted.map((each) => [each.remedy, each] as const))(
  '%s mends what was planted for it, and nothing as severe comes of it',
  (name, each) => {
    const { before } = withPeople(each)
    const text = textOf(withPeople(each))
    const ward = wardOf(before, text)
    const findings = ward.now.findings.filter(({ code }) => code === each.code)
    expect(findings.map(({ code }) => code)).toContain(each.code)

    const kind = remedyKinds.find((one) => one.name === name)
    const own = findings.flatMap((finding) =>
      (kind?.propose(finding, ward) ?? []).map(({ label }) => label.zh),
    )
    const mending = findings.flatMap((finding) =>
      remediesFor(finding, ward).filter(({ label }) => own.includes(label.zh)),
    )
    expect(mending.length).toBeGreaterThan(0)
    for (const remedy of mending) {
      const then = ward.judge(remedy.edit(text, '某文件（示例）') ?? '')
      const errors = (all: readonly Finding[]) => all.filter(({ severity }) => severity === 'error').length
      expect(errors(then.findings)).toBeLessThanOrEqual(errors(ward.now.findings))
      expect(remedy.label.zh).not.toBe('')
      expect(remedy.label.en).not.toMatch(/[\u4E00-\u9FFF]/)
    }
  },
)

test('every remedy file is on the list, has a finding planted for it, and the other way round', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => !/test|^(index|remedy|lines|leading-posts)\.ts$/.test(file))
    .map((file) => file.replace('.ts', ''))

  expect(remedyKinds.map(({ name }) => name).sort()).toEqual(files.sort())
  expect([...new Set(planted.map(({ remedy }) => remedy))].sort()).toEqual(files.sort())
})

test('what would only trade one finding for another as severe is not offered', () => {
  const lines = '  - {op: absorb-unit, units: [forestry], into: water}\n'
  const before = register({ water: organ({ deputy: 2 }), forestry: organ({ deputy: 2 }) })
  const free = wardOf(before, textOf({ remedy: '', code: '', before, lines }))
  const bound = wardOf(
    before,
    textOf({
      remedy: '',
      code: '',
      before,
      lines,
      heading: 'base: {register: 2020-03-31, hash: sha256:now}\n',
    }),
  )
  const [finding] = free.now.findings.filter(({ code }) => code === 'L4')
  const judgeWorse: Ward = {
    ...bound,
    judge: (text) => {
      const judged = bound.judge(text)
      const worse = { ...(finding as Finding), code: 'Z9', at: 'unit:water' }
      return { ...judged, findings: [...judged.findings, worse] }
    },
  }

  expect(remediesFor(finding as Finding, free)).not.toEqual([])
  expect(remediesFor(finding as Finding, judgeWorse)).toEqual([])
})
