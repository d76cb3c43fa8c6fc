import { auditOf, type Question } from './effects.ts'
import { type Sent, sent } from './requests.ts'

/**
 * Four writers, each going on for ever with what it was told: a planner, an office that carries out reforms, the
 * administrators, and the organisation department. What one writes no other writes, so that nothing may be refused.
 */
export type Writer = Generator<Sent, never, Readonly<Record<string, unknown>>>

const county = 'hequ'
const base = `/api/counties/${county}`

export const writers = (): readonly Writer[] => [planner(), reformer(), administrators(), organisation()]

const question = (text: string, ...values: unknown[]): Question => ({ text, values })

const planText = (short: string) => `sanding: 1
title: 示例方案
authority: 河编发〔2026〕1号（示例）
effectiveOn: 2026-10-01
lines:
  - op: rename-unit
    unit: water
    name: 河曲县水利局
    nameEn: Hequ County Bureau of Water Resources
    short: ${short}
    shortEn: Water
    opinions: [{rule: P3, document: 批准文件和备案回执（示例）}]
`

const begun = (plan: string, short: string): Sent =>
  sent({
    account: 'demo-planner',
    method: 'POST',
    path: `${base}/plans`,
    body: { plan, text: planText(short) },
    county,
    audit: auditOf(county, ['begin-plan', `plan:${plan}`], {}),
    rows: question(
      `select count(*)::int as n from draft d join draft_version v using (county_id, plan_id)
       where county_id = $1 and plan_id = $2 and v.version = 1`,
      county,
      plan,
    ),
  })

/** Begins plans and saves some versions of each. */
function* planner(): Writer {
  for (let at = 1; ; at += 1) {
    const plan = `draft-${at}`
    yield begun(plan, '水利')
    for (let version = 1; version < 6; version += 1)
      yield sent({
        account: 'demo-planner',
        method: 'PUT',
        path: `${base}/plans/${plan}`,
        body: { version, text: planText(`水利${version}`), note: `第${version}次修改` },
        county,
        audit: auditOf(county, ['save-plan', `plan:${plan}`], { version: version + 1 }),
        rows: question(
          'select count(*)::int as n from draft_version where county_id = $1 and plan_id = $2 and version = $3',
          county,
          plan,
          version + 1,
        ),
      })
  }
}

const stages = [
  ['initiation', '县委编委会议纪要〔2026〕1号（示例）', '2026-01-15'],
  ['argument', '论证报告（示例）', '2026-03-02'],
] as const

/** Takes plan after plan through the whole chain into the journal. */
function* reformer(): Writer {
  for (let at = 1; ; at += 1) {
    const plan = `reform-${at}`
    const path = `${base}/plans/${plan}`
    yield begun(plan, `水利${at % 1000}`)
    for (const [stage, document, heldOn] of stages)
      yield sent({
        account: 'demo-planner',
        method: 'POST',
        path: `${path}/stages`,
        body: { stage, version: 1, document, heldOn },
        county,
        audit: auditOf(county, ['record-stage', `plan:${plan}`], { stage }),
        rows: question(
          'select count(*)::int as n from draft_stage where county_id = $1 and plan_id = $2 and stage = $3',
          county,
          plan,
          stage,
        ),
      })
    yield sent({
      account: 'demo-approver',
      method: 'POST',
      path: `${path}/approval`,
      body: { version: 1, document: '县委编委会议纪要〔2026〕3号（示例）', heldOn: '2026-04-10' },
      county,
      audit: auditOf(county, ['approve-plan', `plan:${plan}`], {}),
      rows: question(
        `select count(*)::int as n from approval a join draft_stage s using (county_id, plan_id)
         where county_id = $1 and plan_id = $2 and s.stage = 'decision'`,
        county,
        plan,
      ),
    })
    yield sent({
      account: 'demo-planner',
      method: 'POST',
      path: `${path}/application`,
      body: { approval: 1 },
      county,
      audit: auditOf(county, ['apply-plan', `plan:${plan}`], {}),
      // The record, the message, the approval that is used up and the plan that is carried out.
      rows: question(
        `select count(*)::int as n from entry e
         join outbox o on o.county_id = e.county_id and o.seq = e.seq
         join approval a on a.county_id = e.county_id and a.plan_id = e.plan and a.applied_to = e.seq
         join draft d on d.county_id = e.county_id and d.plan_id = e.plan and d.state = 'carried-out'
         where e.county_id = $1 and e.plan = $2`,
        county,
        plan,
      ),
    })
  }
}

/** Opens accounts, proposes a right for each and grants it. */
function* administrators(): Writer {
  for (let at = 1; ; at += 1) {
    const username = `crash.${at}`
    const { account } = yield sent({
      account: 'demo-system-administrator',
      method: 'POST',
      path: '/api/accounts',
      body: { home: '-', username, displayName: `示例${at}` },
      county: '-',
      // Its subject is an id that nobody knows before; so it is asked by way of the name.
      audit: question(
        `select count(*)::int as n from audit a join account b on a.subject = 'account:' || b.account_id
         where a.county_id = '-' and a.action = 'open-account' and b.county_id = '-' and b.username = $1`,
        username,
      ),
      rows: question(
        `select count(*)::int as n from account a join sign_in_name s on s.county_id = '-' and s.username = a.username
         where a.county_id = '-' and a.username = $1`,
        username,
      ),
    })
    const { id } = account as { readonly id: string }
    const { grants } = yield sent({
      account: 'demo-system-administrator',
      method: 'POST',
      path: `/api/accounts/-/${id}/grants`,
      body: { role: 'oversight', over: '*' },
      county: '-',
      audit: auditOf('-', ['propose-grant', `account:${id}`], {}),
      rows: question(
        "select count(*)::int as n from role_grant where county_id = '-' and account_id = $1",
        id,
      ),
    })
    const [grant] = grants as readonly { readonly id: string }[]
    yield sent({
      account: 'demo-security-administrator',
      method: 'POST',
      path: `/api/accounts/-/${id}/grants/${grant?.id}/decision`,
      body: { decision: 'grant' },
      county: '-',
      audit: auditOf('-', ['grant', `account:${id}`], {}),
      rows: question(
        "select count(*)::int as n from role_grant where county_id = '-' and account_id = $1 and state = 'granted'",
        id,
      ),
    })
  }
}

/** Corrects a telephone number again and again, and has it shown. */
function* organisation(): Writer {
  const person = 'p-0001'
  for (let version = 1; ; version += 1) {
    const phone = `100${String(10_000_000 + version)}`
    yield sent({
      account: 'demo-organisation',
      method: 'PATCH',
      path: `${base}/people/${person}`,
      body: { version, phone },
      county,
      audit: auditOf(county, ['correct-person', `person:${person}`], { version: version + 1 }),
      rows: question(
        `select count(*)::int as n from person_file where county_id = $1 and person_id = $2
           and (version > $3 or (version = $3 and phone = $4))`,
        county,
        person,
        version + 1,
        phone,
      ),
    })
    const document = `示组发〔2026〕${version}号`
    yield sent({
      account: 'demo-organisation',
      method: 'POST',
      path: `${base}/people/${person}/reveal`,
      body: { columns: ['phone'], purpose: 'placement', document },
      county,
      audit: auditOf(county, ['reveal-person', `person:${person}`], { document }),
    })
  }
}
