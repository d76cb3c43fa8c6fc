import type { Finding } from '../../../kernel/finding.ts'
import { number, type Text } from '../../../kernel/text.ts'
import type { Figure } from '../../../ledger/figure.ts'
import type { TextKey } from '../../texts/index.ts'
import type { Page } from '../pages.ts'
import { isSatisfied } from '../remarks.ts'
import type { Session } from '../session.ts'
import type { Who } from '../who.ts'
import type { OnItsWay } from './chain.ts'

/** What is filled into a line: a text is said in the reader’s language. */
type Values = Readonly<Record<string, string | Text>>

/** Something that waits for the reader: one line, and where it is dealt with. */
export interface Need {
  readonly id: string
  readonly mark: 'error' | 'opinion' | 'warning' | 'clock' | 'sheet'
  readonly said: { readonly key: TextKey; readonly values: Values } | Finding
  readonly to: { readonly page: Page; readonly plan?: string } | 'findings'
}

/** What is known when it is asked what needs the reader. */
export interface Known {
  /** Undefined where there are no accounts: whoever looks may draft. */
  readonly who: Who | undefined
  readonly session: Session
  readonly planId: string | undefined
  /** Plans with changes that only this browser knows. */
  readonly unsaved: readonly string[]
  readonly plans: readonly OnItsWay[]
}

/** What needs the reader now, by what his roles let him do; what only he can lose comes first. */
export const needsOf = (given: Known): readonly Need[] => {
  const known = { ...given, plans: given.plans.map((plan) => titled(plan, given)) }
  const { who } = known
  const may = (operation: Who['operations'][number]) => who?.operations.includes(operation) === true
  const has = (role: string) => who?.grants.some((grant) => grant.role === role) === true
  return [
    ...(who === undefined || may('draft-plan') ? ofPlanner(known) : []),
    ...(may('approve-plan') ? ofApprover(known) : []),
    ...(has('organisation') ? ofOrganisation(known) : []),
    ...(has('finance') ? ofFinance(known) : []),
  ]
}

/** The list has Chinese titles; of the open plan the English one is known too. */
const titled = (plan: OnItsWay, { session, planId }: Known): OnItsWay =>
  plan.id === planId && session.plan !== undefined
    ? { ...plan, title: { ...plan.title, en: session.plan.titleEn } }
    : plan

const said = (key: TextKey, values: Values = {}) => ({ key, values })

const ofPlanner = ({ unsaved, session, planId, plans }: Known): Need[] => [
  ...unsaved.map(
    (plan): Need => ({
      id: `unsaved ${plan}`,
      mark: 'sheet',
      said: said('needUnsaved', { plan }),
      to: { page: 'workbench', plan },
    }),
  ),
  ...plans.flatMap((plan) => turnOfPlanner(plan)),
  ...(session.isCarriedOut ? [] : asked(session.findings, ['error', 'opinion'])).map(
    (finding, at): Need => ({
      id: `finding ${at}`,
      mark: finding.severity === 'opinion' ? 'opinion' : 'error',
      said: finding,
      to: finding.at.startsWith('plan:')
        ? { page: 'workbench', ...(planId === undefined ? {} : { plan: planId }) }
        : 'findings',
    }),
  ),
]

const turnKeys = {
  drafted: 'needDrafted',
  initiated: 'needInitiated',
  withdrawn: 'needWithdrawn',
  argued: undefined,
  approved: 'needApproved',
  'carried-out': undefined,
} as const

const turnOfPlanner = ({ id, title, state, isReturned, isDrifted }: OnItsWay): Need[] => {
  const key = isReturned ? 'needReturned' : isDrifted ? 'needDrifted' : turnKeys[state]
  if (key === undefined) return []
  return [
    {
      id: `turn ${id}`,
      mark: isReturned || isDrifted || state === 'withdrawn' ? 'warning' : 'clock',
      said: said(key, { plan: title }),
      to: { page: isReturned ? 'workbench' : 'plans', plan: id },
    },
  ]
}

const ofApprover = ({ plans, session }: Known): Need[] => [
  ...plans
    .filter(({ state, isReturned, isDrifted }) => (state === 'argued' && !isReturned) || isDrifted)
    .map(
      ({ id, title, isDrifted }): Need => ({
        id: `decide ${id}`,
        mark: isDrifted ? 'warning' : 'clock',
        said: said(isDrifted ? 'needDriftDecided' : 'needDecision', { plan: title }),
        to: { page: 'plans', plan: id },
      }),
    ),
  ...summed(session, 'needBlocked', ['error', 'opinion']),
]

/** Rules about people and the posts they hold. */
const aboutPeople = ['Q2', 'Q3', 'Q12', 'Q13b', 'Q15', 'Q19', 'Q19b', 'P6', 'L4']

const ofOrganisation = ({ session, plans }: Known): Need[] => [
  ...figureNeed(session, 'surplusStaff', (figure) =>
    said('needSurplus', { count: number(figure.computed ?? 0) }),
  ),
  ...summed(session, 'needPeopleFindings', ['error', 'opinion', 'warning'], aboutPeople),
  ...drifted(plans),
]

const ofFinance = ({ session, plans }: Known): Need[] => [
  ...figureNeed(session, 'staffSaving.nominalYuan', (nominal) => {
    const realised = session.account?.figures.find(({ id }) => id === 'staffSaving.realisedYuan')
    return realised?.computed !== undefined && realised.computed < (nominal.computed ?? 0)
      ? said('needCash', { share: `${Math.round((realised.computed / (nominal.computed ?? 1)) * 100)}%` })
      : undefined
  }),
  ...summed(session, 'needMoneyFindings', ['error', 'opinion', 'warning'], ['Q18']),
  ...drifted(plans),
]

const drifted = (plans: readonly OnItsWay[]): Need[] =>
  plans
    .filter(({ isDrifted }) => isDrifted)
    .map(({ id, title }) => ({
      id: `drift ${id}`,
      mark: 'warning',
      said: said('needDriftSeen', { plan: title }),
      to: { page: 'plans', plan: id },
    }))

const figureNeed = (
  { account }: Session,
  id: string,
  say: (figure: Figure) => ReturnType<typeof said> | undefined,
): Need[] => {
  const figure = account?.figures.find((each) => each.id === id)
  const words = figure?.computed ? say(figure) : undefined
  return words === undefined
    ? []
    : [{ id: `figure ${id}`, mark: 'warning', said: words, to: { page: 'promises' } }]
}

const asked = (
  findings: readonly Finding[],
  severities: readonly Finding['severity'][],
  codes?: readonly string[],
): readonly Finding[] =>
  findings.filter(
    (finding) =>
      severities.includes(finding.severity) &&
      !isSatisfied(finding) &&
      (codes === undefined || codes.includes(finding.code)),
  )

/** Findings in one line with their number; nothing for a plan that has been carried out. */
const summed = (
  session: Session,
  key: TextKey,
  severities: readonly Finding['severity'][],
  codes?: readonly string[],
): Need[] => {
  const found = session.isCarriedOut ? [] : asked(session.findings, severities, codes)
  if (found.length === 0) return []
  const isBlocked = found.some(({ severity }) => severity === 'error')
  return [
    {
      id: key,
      mark: isBlocked ? 'error' : 'warning',
      said: said(key, { count: number(found.length) }),
      to: 'findings',
    },
  ]
}
