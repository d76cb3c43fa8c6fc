import type { Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import { type Role, roles, rolesOfUnit } from '../../rights/role.ts'
import type { StoredGrant } from './grants.ts'

/** Roles that hold over the installation, and so only over all counties. */
const rolesOfInstallation: readonly Role[] = ['system-administrator', 'security-administrator']
/** Roles that may be given over all counties at once. */
const rolesOverAll: readonly Role[] = [...rolesOfInstallation, 'oversight', 'auditor']
/** 三员分立: nobody holds two of these (GB/T 22239-2019, 8.1.5, 待核). */
const apart: readonly Role[] = ['system-administrator', 'security-administrator', 'auditor']

/** What is asked for, by whom and for whom. */
export interface Proposal {
  readonly role: Role
  readonly over: string
  readonly unit?: string | undefined
  readonly account: { readonly home: string; readonly id: string; readonly isDisabled: boolean }
  /** The account id of whoever asks. */
  readonly by: string
  /** What the account holds, or is to hold, already. */
  readonly held: readonly StoredGrant[]
  /** Whether `over` is a county that is open here (or all of them), and `unit` one that is open in it. */
  readonly isCounty: boolean
  readonly isUnit: boolean
}

/**
 * Everything that forbids proposing a right: R20 for oneself · R21 a county's account over another county · R22 a role
 * over something that it cannot hold over · R23 the county or unit is not there, or none is named · R24 two
 * administrators in one person · R25 held or proposed already · R29 the account is disabled.
 */
export const proposalFindings = (proposal: Proposal): Finding[] => {
  const { account, by, held, role, over, unit = null } = proposal
  const isLive = ({ state }: StoredGrant) => state === 'proposed' || state === 'granted'
  const isSame = (grant: StoredGrant) => grant.role === role && grant.over === over && grant.unit === unit
  return [
    ...(account.id === by ? [forOneself] : []),
    ...(account.isDisabled ? [disabled] : []),
    ...(account.home !== '-' && over !== account.home ? [foreign(account.home)] : []),
    ...placeFindings(proposal),
    ...apartFindings(role, held.filter(isLive)),
    ...(held.some((grant) => isLive(grant) && isSame(grant)) ? [heldAlready] : []),
  ]
}

/**
 * Everything that forbids granting: what forbids proposing still, and R26 it is one’s own proposal · R20 it is for
 * oneself. Refusing a proposal is barred by R26 and R20 alone: also a bad one can be turned down.
 */
export const decisionFindings = (
  grant: Pick<StoredGrant, 'proposedBy' | 'account'>,
  by: string,
): Finding[] => [
  ...(grant.account === by ? [forOneself] : []),
  ...(grant.proposedBy === `account:${by}` ? [ownProposal] : []),
]

/** What forbids granting a proposal as things are now, besides the four eyes. */
export const standingFindings = (proposal: Proposal): Finding[] =>
  proposalFindings(proposal).filter(({ code }) => code !== 'R20')

const placeFindings = ({ role, over, unit, isCounty, isUnit }: Proposal): Finding[] => {
  if (over === '*' && !rolesOverAll.includes(role)) return [needsCounty(role)]
  if (over !== '*' && rolesOfInstallation.includes(role)) return [needsAll(role)]
  if (!isCounty) return [noCounty]
  if (rolesOfUnit.includes(role)) return unit !== undefined && isUnit ? [] : [needsUnit(role)]
  return unit === undefined ? [] : [noUnit(role)]
}

const apartFindings = (role: Role, live: readonly StoredGrant[]): Finding[] => {
  const other = live.find((grant) => apart.includes(grant.role) && grant.role !== role)
  return apart.includes(role) && other !== undefined ? [together(role, other.role)] : []
}

const refusing = (code: string, message: Text, remedy: Text): Finding => ({
  code,
  severity: 'error',
  at: 'grant',
  message,
  remedy,
})

export const forOneself = refusing(
  'R20',
  say('不得为本人提出、决定或收回授权', 'Nobody proposes, decides or takes away his own rights'),
  say('请由另一名管理员办理。', 'Let another administrator do it.'),
)

const foreign = (home: string) =>
  refusing(
    'R21',
    say(`此账户属于“${home}”，只能在本县授权`, `The account belongs to “${home}” and has rights there only`),
    say('需跨县的，另开安装级账户。', 'For more than one county open an account of the installation.'),
  )

const needsCounty = (role: Role) =>
  refusing(
    'R22',
    say(`“${roles[role].zh}”须指定一个县`, `“${roles[role].en}” holds over one county`),
    say('写明县。', 'Name the county.'),
  )

const needsAll = (role: Role) =>
  refusing(
    'R22',
    say(`“${roles[role].zh}”针对整个系统`, `“${roles[role].en}” holds over the whole installation`),
    say('范围写作“*”，并用安装级账户。', 'Write “*”, and take an account of the installation.'),
  )

const noCounty = refusing(
  'R23',
  say('没有这个县', 'There is no such county'),
  say('核对县的编号；新县先建账。', 'Check the id of the county; a new one is opened first.'),
)

const needsUnit = (role: Role) =>
  refusing(
    'R23',
    say(
      `“${roles[role].zh}”须指定本县一个现存单位`,
      `“${roles[role].en}” needs a unit that is open in the county`,
    ),
    say('写明单位编号。', 'Name the unit by its id.'),
  )

const noUnit = (role: Role) =>
  refusing(
    'R23',
    say(`“${roles[role].zh}”不限于单位`, `“${roles[role].en}” is not a role of one unit`),
    say('去掉单位。', 'Leave the unit out.'),
  )

const together = (role: Role, other: Role) =>
  refusing(
    'R24',
    say(
      `“${roles[other].zh}”与“${roles[role].zh}”不得由一人兼任`,
      `Nobody is “${roles[other].en}” and “${roles[role].en}” at once`,
    ),
    say('授予另一人，或先收回原有授权。', 'Give it to somebody else, or take the other right away first.'),
  )

const heldAlready = refusing(
  'R25',
  say('此授权已存在，或已提出待决定', 'The right is held, or proposed, already'),
  say('无须再提。', 'Nothing is to be done.'),
)

const ownProposal = refusing(
  'R26',
  say('提出授权的人不得作出决定', 'Nobody decides what he proposed'),
  say('请由另一名安全管理员决定。', 'Let another security administrator decide.'),
)

const disabled = refusing(
  'R29',
  say('此账户已停用', 'The account is disabled'),
  say('先启用账户。', 'Enable it first.'),
)

/** R28: without it nobody could do that part of the work any more. */
export const lastOf = (role: Role): Finding =>
  refusing(
    'R28',
    say(`这是最后一名可用的“${roles[role].zh}”`, `This is the last “${roles[role].en}” who can work`),
    say('先为另一人授予该角色。', 'Give the role to another person first.'),
  )
