import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { readPlan } from '../../../reform/plan-file.ts'
import { permitted } from '../../../rights/decide.ts'
import { type OperationName, policy } from '../../../rights/policy.ts'
import type { Role } from '../../../rights/role.ts'
import { policyDigest, readCountyFolder } from '../../../store/county-folder.ts'
import { draftsIn } from '../draft/drafts.ts'
import { openBook, sessionOf, sourceIn } from '../session.ts'
import type { Who } from '../who.ts'
import type { OnItsWay } from './chain.ts'
import { type Known, needsOf } from './needs.ts'
import { trialOf } from './trial.ts'
import { unsavedPlans } from './unsaved.ts'

const files = readCountyFolder(resolve(import.meta.dirname, '../../../../counties/hequ'))
const opened = {
  ...files,
  policies: [...files.policies],
  findings: [...files.findings],
  policyDigest: policyDigest(files.policies),
  plans: { ...files.plans },
}
const book = openBook(opened)
const planId = Object.keys(files.plans)[0] ?? ''
const source = sourceIn(opened, planId)
const session = sessionOf(book, source)

const somebody = (role: Role): Who => {
  const viewer = {
    account: { home: 'hequ', id: 'a', username: 'a', displayName: '示例' },
    grants: [{ role, over: 'hequ' }],
    mustChangePassword: false,
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
const onItsWay = (state: OnItsWay['state'], facts: Partial<OnItsWay> = {}): OnItsWay => ({
  id: planId,
  title: { zh: '方案', en: planId },
  state,
  isReturned: false,
  isDrifted: false,
  ...facts,
})
const needs = (role: Role | undefined, facts: Partial<Known> = {}) =>
  needsOf({
    who: role === undefined ? undefined : somebody(role),
    session,
    planId,
    unsaved: [],
    plans: [],
    ...facts,
  })
const keys = (list: ReturnType<typeof needs>) =>
  list.map(({ said }) => ('key' in said ? said.key : said.code))

test('the planner sees what only he can lose, whose turn is his, and what blocks the plan', () => {
  const blocking = session.findings.filter(({ severity }) => severity === 'error' || severity === 'opinion')
  const list = needs('planner', { unsaved: ['try-1'], plans: [onItsWay('initiated')] })

  expect(keys(list)).toEqual(['needUnsaved', 'needInitiated', ...blocking.map(({ code }) => code)])
  expect(list[0]?.to).toEqual({ page: 'workbench', plan: 'try-1' })
  expect(list[1]?.to).toEqual({ page: 'plans', plan: planId })
})

test.each([
  ['drafted', {}, ['needDrafted'], []],
  ['argued', {}, [], ['needDecision']],
  ['argued', { isReturned: true }, ['needReturned'], []],
  ['withdrawn', {}, ['needWithdrawn'], []],
  ['approved', {}, ['needApproved'], []],
  ['approved', { isDrifted: true }, ['needDrifted'], ['needDriftDecided']],
] as const)(
  'a plan that is %s (%j) is the turn of the one and not of the other',
  (state, facts, planner, approver) => {
    const quiet = { session: { ...session, findings: [] }, plans: [onItsWay(state, facts)] }

    expect(keys(needs('planner', quiet))).toEqual(planner)
    expect(keys(needs('approver', quiet))).toEqual(approver)
  },
)

test('the approver hears in one line what stands in the way of an approval', () => {
  expect(keys(needs('approver'))).toEqual(['needBlocked'])
})

test('the organisation department hears of people, finance of money that is not cash, the auditor of nothing', () => {
  expect(keys(needs('organisation'))).toContain('needSurplus')
  expect(keys(needs('organisation'))).toContain('needPeopleFindings')
  expect(keys(needs('finance'))).toContain('needCash')
  expect(needs('auditor')).toEqual([])
})

test('in a preview without accounts whoever looks is the planner', () => {
  expect(keys(needs(undefined, { unsaved: ['try-1'] }))[0]).toBe('needUnsaved')
})

test('findings of a plan that is in the journal are nobody’s to settle', () => {
  expect(needs('planner', { session: { ...session, isCarriedOut: true } })).toEqual([])
})

const listed = { id: 'hequ', name: { zh: '', en: '' }, plans: [planId] }
const heading = { title: '试改', titleEn: 'Trial', authority: '试改' }
const place = { book, planId, draft: undefined, session, listed }

test('a change to try is a copy of the open plan under an id that is free', () => {
  const trial = trialOf(place, { heading, on: day('2021-01-01'), taken: ['try-1'] })

  expect(trial).toEqual({ id: 'try-2', text: source?.text })
})

test.each([
  ['no plan is open', { ...place, planId: undefined, session: sessionOf(book, undefined) }],
  ['the open plan is in the journal', { ...place, session: { ...session, isCarriedOut: true } }],
])('when %s, the change to try begins with nothing, and can be read', (_, at) => {
  const { text } = trialOf(at, { heading, on: day('1999-01-01'), taken: [] })
  const { plan, findings } = readPlan(text, 'try-1')

  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(plan?.lines).toEqual([])
  expect(plan?.effectiveOn).toBe(session.county.register.county.baselineOn)
})

test('unsaved is what was changed here or begun here, and not what was only looked at', () => {
  const kept = new Map<string, string>()
  const drafts = draftsIn({
    read: (name) => kept.get(name),
    write: (name, value) => {
      if (value === undefined) kept.delete(name)
      else kept.set(name, value)
      return true
    },
    names: () => [...kept.keys()],
  })
  const key = { county: book.files.id, plan: planId }
  drafts.meet(key, { version: 1, text: source?.text ?? '' })
  expect(unsavedPlans({ book, listed }, drafts)).toEqual([])

  drafts.edit(key, `${source?.text}\n# `)
  drafts.begin({ county: book.files.id, plan: 'try-1' }, 'x')
  drafts.begin({ county: 'elsewhere', plan: 'try-9' }, 'x')

  expect(unsavedPlans({ book, listed }, drafts)).toEqual([planId, 'try-1'])
})
