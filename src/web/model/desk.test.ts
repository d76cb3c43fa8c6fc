import { expect, test } from 'vitest'
import { auditSealed, emptyHead, type Head } from '../../kernel/chain.ts'
import { permitted } from '../../rights/decide.ts'
import { type OperationName, policy } from '../../rights/policy.ts'
import { grantableRoles, type Role } from '../../rights/role.ts'
import { minuteText } from '../format.ts'
import { hashOf, viewFrom } from './address.ts'
import { breaksIn, searched, type Trail } from './audit.ts'
import { pagesOf } from './pages.ts'
import type { Who } from './who.ts'

const somebody = (role: Role, mustChangePassword = false): Who => {
  const viewer = {
    account: { home: '-', id: 'a', username: 'a', displayName: '示例' },
    grants: [{ role, over: '*', unit: 'health' }],
    mustChangePassword,
    hasSecondFactor: true,
  }
  return {
    ...viewer,
    secondFactorEnrolled: true,
    operations: (Object.keys(policy) as OperationName[]).filter(
      (name) => permitted(viewer, name, { isDemo: false }) !== undefined,
    ),
    needsSetUp: false,
    publishes: false,
    isDemo: false,
    isReadOnly: false,
    version: '0',
  }
}

test('each role finds the pages that the table of rights opens to it, the one it works on first', () => {
  expect(Object.fromEntries(grantableRoles.map((role) => [role, pagesOf(somebody(role)).join(' ')]))).toEqual(
    {
      planner: 'county workbench proof register promises plans own',
      approver: 'county workbench proof register promises plans own',
      organisation: 'county workbench proof register promises plans own',
      'unit-head': 'unit figures plans own',
      'unit-clerk': 'unit figures own',
      'project-centre': 'unit figures own',
      enforcement: 'unit figures own',
      finance: 'county workbench proof register promises plans own',
      oversight: 'unit figures own',
      auditor: 'county workbench proof register promises plans audit own',
      'system-administrator': 'accounts own',
      'security-administrator': 'accounts audit own',
      applicant: 'own',
    },
  )
})

test('with the first password still in use, only the own account is open', () => {
  expect(pagesOf(somebody('planner', true))).toEqual(['own'])
})

test('the page is in the address, and one that is not known is none', () => {
  expect(viewFrom('#page=audit&county=hequ').page).toBe('audit')
  expect(viewFrom('#page=elsewhere').page).toBeUndefined()
  expect(viewFrom(hashOf(viewFrom('#page=plans&lang=en'))).page).toBe('plans')
})

const trail = (): Trail => {
  let head: Head = emptyHead
  const records = ['sign-in', 'propose-grant', 'decide-grant', 'sign-out'].map((action, at) => {
    const record = auditSealed(head, {
      county: '-',
      at: `2026-01-0${at + 1}T17:00:00.000Z`,
      actor: `account:${at % 2 === 0 ? 'even' : 'odd'}`,
      action,
      subject: 'account:x',
      detail: { grant: `g-${at}` },
    })
    head = record
    return { ...record, actorName: null }
  })
  return { county: '-', records, head }
}

const changed = (at: number, change: object): Trail => {
  const known = trail()
  return {
    ...known,
    records: known.records.map((record, each) => (each === at ? { ...record, ...change } : record)),
  }
}

test('a trail that nobody touched holds, also an empty one', () => {
  expect(breaksIn(trail())).toEqual([])
  expect(breaksIn({ county: '-', records: [], head: emptyHead })).toEqual([])
})

test.each([
  ['at', '2026-01-02T17:00:00.001Z'],
  ['actor', 'account:other'],
  ['action', 'refuse-grant'],
  ['subject', 'account:y'],
  ['detail', { grant: 'g-9' }],
])('a record whose %s was altered is named', (member, value) => {
  expect(breaksIn(changed(1, { [member]: value }))).toEqual([{ seq: 2, what: 'altered' }])
})

test('a record taken out, put elsewhere, of another county, or cut off at the end is named', () => {
  const { records, ...rest } = trail()
  expect(breaksIn({ ...rest, records: records.filter(({ seq }) => seq !== 2) })).toEqual([
    { seq: 3, what: 'missing' },
    { seq: 3, what: 'unbound' },
  ])
  expect(breaksIn({ ...rest, records: records.slice(0, 3) })).toEqual([{ seq: 4, what: 'short' }])
  expect(breaksIn({ ...rest, county: 'hequ', records }).map(({ what }) => what)).toEqual(
    records.map(() => 'foreign'),
  )
})

test('a trail is searched by words and by days in Beijing, the newest first', () => {
  const { records } = trail()
  const find = (part: object) =>
    searched(records, { words: '', from: '', until: '', ...part }).map(({ seq }) => seq)
  expect(find({})).toEqual([4, 3, 2, 1])
  expect(find({ words: 'ODD g-1' })).toEqual([2])
  expect(find({ words: 'nothing' })).toEqual([])
  // 17:00 in Greenwich is one o'clock of the next day in Beijing.
  expect(find({ from: '2026-01-03', until: '2026-01-03' })).toEqual([2])
})

test('an instant is told in Beijing, across the turn of a year too', () => {
  expect(minuteText('2025-12-31T16:05:00.000Z')).toBe('2026-01-01 00:05')
  expect(minuteText('never')).toBe('never')
})
