import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { dayOfRecord, registerAt } from '../../reform/history.ts'
import { isOpen } from '../../register/unit.ts'
import type { Role } from '../../rights/role.ts'
import { type Account, accountOf } from '../../store/accounts/account.ts'
import {
  decisionFindings,
  forOneself,
  lastOf,
  type Proposal,
  proposalFindings,
  standingFindings,
} from '../../store/accounts/grant-rules.ts'
import {
  decide,
  grantsOf,
  othersWith,
  propose,
  type StoredGrant,
  takeAdministratorsTurn,
} from '../../store/accounts/grants.ts'
import { listedAccount } from '../../store/accounts/list.ts'
import { type AccountKey, endSessionsOf } from '../../store/accounts/session.ts'
import type { Client } from '../../store/database.ts'
import { storedCounty } from '../../store/journal-store.ts'
import { conflict, notFound, Refused, refuseWith } from '../kit/problem.ts'
import { type Answer, type Ask, command, type Route } from '../kit/route.ts'
import { problemShape } from '../kit/shapes.ts'
import { accountParams, accountShape, decisionShape, grantParams, proposalShape } from './account-shapes.ts'

type Anything = Pick<Ask<undefined, undefined, undefined>, 'client' | 'counties' | 'now' | 'viewer'>

const answers = (status: number, description: string) => ({
  [status]: { description, schema: accountShape },
  422: { description: 'Findings forbid it (R20–R29)', schema: problemShape },
})

/** 授权: proposed by the system administrator, decided by the security administrator, never by one person alone. */
export const grantRoutes: readonly Route[] = [
  command({
    method: 'POST',
    path: '/api/accounts/:home/:account/grants',
    operation: 'propose-grant',
    summary: say('提出授权', 'Propose a right for an account'),
    tag: 'accounts',
    params: accountParams,
    body: proposalShape,
    answers: answers(201, 'The account, with what is proposed for it'),
    handle: async (ask) => {
      const account = await foundAccount(ask.client, ask.params)
      const proposal = await asProposal(ask, account, ask.body)
      refuseWith(proposalFindings(proposal))
      const { role, over, unit } = ask.body
      const grant = await propose(ask.client, account, { role, over, unit, by: `account:${proposal.by}` })
      return await told(ask, account, {
        action: 'propose-grant',
        status: 201,
        grant: { id: grant, role, over, unit: unit ?? null },
      })
    },
  }),
  command({
    method: 'POST',
    path: '/api/accounts/:home/:account/grants/:grant/decision',
    operation: 'decide-grant',
    summary: say('决定授权', 'Grant or refuse what was proposed'),
    tag: 'accounts',
    params: grantParams,
    body: decisionShape,
    answers: answers(200, 'The account; its sessions end when something was granted'),
    handle: async (ask) => {
      const { account, grant } = await foundGrant(ask.client, ask.params)
      const by = askerOf(ask)
      refuseWith(decisionFindings(grant, by))
      if (grant.state !== 'proposed') throw new Refused(decidedAlready)
      const isGranted = ask.body.decision === 'grant'
      if (isGranted) refuseWith(standingFindings(await asProposal(ask, account, grant)))
      await decide(ask.client, grant, { state: isGranted ? 'granted' : 'refused', by: `account:${by}` })
      if (isGranted) await endSessionsOf(ask.client, account)
      return await told(ask, account, { action: isGranted ? 'grant' : 'refuse-grant', grant })
    },
  }),
  command({
    method: 'POST',
    path: '/api/accounts/:home/:account/grants/:grant/revocation',
    operation: 'decide-grant',
    summary: say('收回授权', 'Take a right away'),
    tag: 'accounts',
    params: grantParams,
    answers: answers(200, 'The account; its sessions have ended'),
    handle: async (ask) => {
      await takeAdministratorsTurn(ask.client)
      const { account, grant } = await foundGrant(ask.client, ask.params)
      const by = askerOf(ask)
      if (grant.account === by) refuseWith([forOneself])
      if (grant.state !== 'granted') throw new Refused(decidedAlready)
      refuseWith(await lastAdministratorFindings(ask.client, account, [grant]))
      await decide(ask.client, grant, { state: 'revoked', by: `account:${by}` })
      await endSessionsOf(ask.client, account)
      return await told(ask, account, { action: 'revoke-grant', grant })
    },
  }),
]

/** R28 for each of these grants without which nobody would be left to administer. The caller holds the turn. */
export const lastAdministratorFindings = async (
  client: Client,
  account: Account,
  grants: readonly StoredGrant[],
): Promise<Finding[]> => {
  const findings: Finding[] = []
  for (const role of ['system-administrator', 'security-administrator'] satisfies Role[]) {
    if (!grants.some((grant) => grant.role === role && grant.state === 'granted')) continue
    const without = { account: account.id, isDemo: account.isDemo }
    if ((await othersWith(client, role, without)) === 0) findings.push(lastOf(role))
  }
  return findings
}

/** The account of an address, held until the command ends; 404 when it is not there. */
export const foundAccount = async (
  client: Client,
  { home, account }: { readonly home: string; readonly account: string },
): Promise<Account> => {
  const found = await accountOf(client, { home, id: account }, { lock: true })
  if (found === undefined) throw new Refused(notFound)
  return found
}

const foundGrant = async (client: Client, params: { home: string; account: string; grant: string }) => {
  const account = await foundAccount(client, params)
  const grants = await grantsOf(client, account.home, [account.id])
  const grant = grants.find(({ id }) => id === params.grant)
  if (grant === undefined) throw new Refused(notFound)
  return { account, grant }
}

/** The id of whoever asks; the gate has let nobody in who has no account. */
export const askerOf = ({ viewer }: Pick<Anything, 'viewer'>): string => viewer.account?.id ?? ''

/** What is asked for, with all that has to be known to judge it; of a grant that exists, everything else that is held. */
const asProposal = async (
  ask: Anything,
  account: Account,
  { id: self, role, over, unit }: Asked,
): Promise<Proposal> => {
  const held = (await grantsOf(ask.client, account.home, [account.id])).filter(({ id }) => id !== self)
  const isCounty = over === '*' || (await storedCounty(ask.client, over)) !== undefined
  const isUnit = typeof unit === 'string' && over !== '*' && (await isOpenUnit(ask, over, unit))
  return { role, over, unit: unit ?? undefined, account, by: askerOf(ask), held, isCounty, isUnit }
}

interface Asked {
  readonly id?: string
  readonly role: Role
  readonly over: string
  readonly unit?: string | null | undefined
}

const isOpenUnit = async (
  { client, counties, now }: Anything,
  county: string,
  unit: string,
): Promise<boolean> => {
  const current = await counties.current(client, county)
  const found = current && registerAt(current.history, dayOfRecord(now)).units.get(unit)
  return found !== undefined && isOpen(found)
}

interface Told {
  readonly action: string
  readonly status?: number
  readonly grant: Pick<StoredGrant, 'id' | 'role' | 'over' | 'unit'>
}

/** The account as it is now; noted where the right holds, so that the auditor of a county sees every right over it. */
const told = async (
  ask: Anything,
  key: AccountKey,
  { action, status = 200, grant }: Told,
): Promise<Answer> => {
  const { id, role, over, unit } = grant
  return {
    status,
    body: await listedAccount(ask.client, key),
    audit: {
      county: over === '*' ? key.home : over,
      action,
      subject: `account:${key.id}`,
      detail: { grant: id, role, over, unit },
    },
  }
}

const decidedAlready = conflict(say('此授权已有决定。', 'This was decided already.'), [
  {
    code: 'R27',
    severity: 'error',
    at: 'grant',
    message: say('此授权的状态已经改变', 'The grant is no longer in that state'),
    remedy: say('刷新后再看。', 'Look at it again.'),
  },
])
