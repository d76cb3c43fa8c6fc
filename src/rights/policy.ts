import type { Role } from './role.ts'

/**
 * How far a right reaches. own: what is about the account itself, or the person it belongs to · unit: one unit of a
 * county · county: a county · all: the installation.
 */
export const scopes = ['own', 'unit', 'county', 'all'] as const
export type Scope = (typeof scopes)[number]

type Row = Readonly<Partial<Record<Role, Scope>>>

const everybody: Row = { public: 'all' }

const everyAccount: Row = {
  planner: 'own',
  approver: 'own',
  organisation: 'own',
  'unit-head': 'own',
  'unit-clerk': 'own',
  'project-centre': 'own',
  enforcement: 'own',
  finance: 'own',
  oversight: 'own',
  auditor: 'own',
  'system-administrator': 'own',
  'security-administrator': 'own',
  applicant: 'own',
}

const staff: Row = {
  planner: 'county',
  approver: 'county',
  organisation: 'county',
  'unit-head': 'county',
  'unit-clerk': 'county',
  'project-centre': 'county',
  enforcement: 'county',
  finance: 'county',
  auditor: 'county',
}

/**
 * 权限表: the one table of rights, role by operation, with how far each reaches. What does not stand here is forbidden;
 * a route whose operation has no row stops the start-up. Separate administrators after GB/T 22239-2019, 8.1.5 (待核):
 * one keeps accounts, one decides rights, one audits.
 */
export const policy = {
  // 公开
  'read-documentation': everybody,
  'read-health': everybody,
  'read-metrics': everybody,
  'read-public': everybody,
  'read-session': everybody,
  'read-demonstration': everybody,
  'sign-in': everybody,
  'sign-out': everybody,
  'set-up': everybody,
  // 本人
  'change-own-password': everyAccount,
  'enrol-second-factor': everyAccount,
  // 台账
  'list-counties': { ...everyAccount, ...staff, oversight: 'county' },
  // 全县台账含每个人的行，只给办理全县事务的岗位；其余岗位看机构和数字。
  'read-county': {
    planner: 'county',
    approver: 'county',
    organisation: 'county',
    finance: 'county',
    auditor: 'county',
  },
  'read-register': { ...staff, oversight: 'county' },
  'read-figures': { ...staff, oversight: 'county' },
  'read-journal': {
    planner: 'county',
    approver: 'county',
    organisation: 'county',
    finance: 'county',
    auditor: 'county',
  },
  'export-journal': { planner: 'county', approver: 'county', auditor: 'county' },
  // 方案
  'read-plan': {
    planner: 'county',
    approver: 'county',
    organisation: 'county',
    'unit-head': 'county',
    finance: 'county',
    auditor: 'county',
  },
  'draft-plan': { planner: 'county' },
  'rehearse-plan': { planner: 'county', approver: 'county', organisation: 'county', finance: 'county' },
  'record-stage': { planner: 'county' },
  'approve-plan': { approver: 'county' },
  'withdraw-approval': { approver: 'county' },
  'apply-plan': { planner: 'county' },
  'adopt-drift': { planner: 'county' },
  'comment-plan': { planner: 'county', approver: 'county', organisation: 'county', finance: 'county' },
  'return-plan': { approver: 'county' },
  // 人员档案
  'list-people': { organisation: 'county', 'unit-head': 'unit', 'unit-clerk': 'unit' },
  'read-person': { ...everyAccount, organisation: 'county', 'unit-head': 'unit', 'unit-clerk': 'unit' },
  'reveal-person': { ...everyAccount, organisation: 'county', 'unit-head': 'unit' },
  'correct-person': { organisation: 'county' },
  'export-person': { ...everyAccount, organisation: 'county' },
  'erase-person': { organisation: 'county' },
  // 账户与权限
  'list-accounts': { 'system-administrator': 'all', 'security-administrator': 'all' },
  'keep-accounts': { 'system-administrator': 'all' },
  'reset-second-factor': { 'security-administrator': 'all' },
  'propose-grant': { 'system-administrator': 'all' },
  'decide-grant': { 'security-administrator': 'all' },
  'read-audit': { auditor: 'county', 'security-administrator': 'all' },
} as const satisfies Record<string, Row>

export type OperationName = keyof typeof policy

/**
 * What an account may do for itself before anybody gave it a role. All other rights of one's own wait for a first grant,
 * which two people give: otherwise whoever opens accounts could open one for somebody and read his file with it.
 */
export const beforeAnyRole: readonly OperationName[] = [
  'change-own-password',
  'enrol-second-factor',
  'list-counties',
]

/** What an account may do while its first password, which somebody else knows, is still in use. */
export const beforeOwnPassword: readonly OperationName[] = ['change-own-password']

/** The row of an operation. */
export const rowOf = (operation: OperationName): Row => policy[operation]
