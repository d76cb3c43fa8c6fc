import { expect, test } from 'vitest'
import { grantableRoles, rolesOfUnit } from '../../rights/role.ts'
import { decisionFindings, type Proposal, proposalFindings, standingFindings } from './grant-rules.ts'
import type { StoredGrant } from './grants.ts'

const account = { home: '-', id: 'a-1', isDisabled: false }
const proposal = (more: Partial<Proposal> = {}): Proposal => ({
  role: 'planner',
  over: 'hequ',
  account,
  by: 'a-2',
  held: [],
  isCounty: true,
  isUnit: false,
  ...more,
})
const grant = (more: Partial<StoredGrant>): StoredGrant => ({
  home: '-',
  id: 'g-1',
  account: 'a-1',
  role: 'planner',
  over: 'hequ',
  unit: null,
  state: 'granted',
  proposedBy: 'account:a-2',
  proposedAt: '',
  decidedBy: null,
  decidedAt: null,
  ...more,
})
const codes = (findings: { code: string }[]) => findings.map(({ code }) => code)

test('what is in order is not refused', () => {
  expect(proposalFindings(proposal())).toEqual([])
  expect(proposalFindings(proposal({ role: 'unit-head', unit: 'land', isUnit: true }))).toEqual([])
  expect(proposalFindings(proposal({ role: 'oversight', over: '*' }))).toEqual([])
})

test.each([
  ['for oneself', { by: 'a-1' }, ['R20']],
  ['for a county’s account over another county', { account: { ...account, home: 'fushan' } }, ['R21']],
  [
    'for a county’s account over all',
    { account: { ...account, home: 'hequ' }, role: 'oversight', over: '*' },
    ['R21'],
  ],
  ['over a county that is not there', { isCounty: false }, ['R23']],
  ['over a unit for a role of the county', { unit: 'land', isUnit: true }, ['R23']],
  ['over a unit that is not open', { role: 'unit-head', unit: 'gone' }, ['R23']],
  ['over no unit', { role: 'unit-clerk' }, ['R23']],
  ['what is held', { held: [grant({})] }, ['R25']],
  ['what is proposed', { held: [grant({ state: 'proposed' })] }, ['R25']],
  ['for a disabled account', { account: { ...account, isDisabled: true } }, ['R29']],
  ['several things at once', { by: 'a-1', isCounty: false }, ['R20', 'R23']],
] satisfies [string, Partial<Proposal>, string[]][])('a proposal %s is refused', (_, more, expected) => {
  expect(codes(proposalFindings(proposal(more)))).toEqual(expected)
})

test.each(['refused', 'revoked'] as const)('what was %s may be proposed again', (state) => {
  expect(proposalFindings(proposal({ held: [grant({ state })] }))).toEqual([])
})

test('each role holds where it can hold: administrators over all, units in a county, others over one county', () => {
  const overAll = grantableRoles.filter(
    (role) => proposalFindings(proposal({ role, over: '*' })).length === 0,
  )
  expect(overAll).toEqual(['oversight', 'auditor', 'system-administrator', 'security-administrator'])
  for (const role of grantableRoles) {
    const unit = rolesOfUnit.includes(role) ? 'land' : undefined
    const isRefused = proposalFindings(proposal({ role, unit, isUnit: true })).length > 0
    expect(isRefused, role).toBe(role.endsWith('-administrator'))
  }
})

test('nobody is two of the three administrators, in whatever order and state', () => {
  const three = ['system-administrator', 'security-administrator', 'auditor'] as const
  for (const role of grantableRoles)
    for (const other of three)
      for (const state of ['proposed', 'granted', 'refused', 'revoked'] as const) {
        const held = [grant({ role: other, over: '*', state })]
        const over =
          role.endsWith('administrator') || role === 'oversight' || role === 'auditor' ? '*' : 'hequ'
        const unit = rolesOfUnit.includes(role) ? 'land' : undefined
        const isTwo = three.some((each) => each === role) && role !== other
        const isLive = state === 'proposed' || state === 'granted'
        const found = codes(proposalFindings(proposal({ role, over, unit, isUnit: true, held })))
        expect(found.includes('R24'), `${role} ${other} ${state}`).toBe(isTwo && isLive)
      }
})

test('four eyes: proposer, decider and the one it is for are three, in every combination of three people', () => {
  const people = ['a-1', 'a-2', 'a-3']
  for (const proposer of people)
    for (const decider of people)
      for (const receiver of people) {
        const given = { proposedBy: `account:${proposer}`, account: receiver }
        const isAllowed = decisionFindings(given, decider).length === 0
        expect(isAllowed, `${proposer} ${decider} ${receiver}`).toBe(
          decider !== proposer && decider !== receiver,
        )
        const isProposed = proposalFindings(proposal({ by: proposer, account: { ...account, id: receiver } }))
        expect(isProposed.length === 0).toBe(proposer !== receiver)
      }
})

test('a proposal is looked at again when it is granted', () => {
  expect(codes(standingFindings(proposal({ role: 'unit-head', unit: 'closed-since' })))).toEqual(['R23'])
  expect(codes(standingFindings(proposal({ account: { ...account, isDisabled: true } })))).toEqual(['R29'])
})
