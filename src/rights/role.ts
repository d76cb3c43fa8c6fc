import { say, type Text } from '../kernel/text.ts'

/** 角色: what somebody is here, in the order in which they are listed. `public` is everybody, also who never signed in. */
export const roles = {
  planner: say('编办拟订岗', 'Establishment office: planner'),
  approver: say('编办审批岗', 'Establishment office: approver'),
  organisation: say('组织部', 'Organisation department'),
  'unit-head': say('单位负责人', 'Head of a unit'),
  'unit-clerk': say('单位经办人', 'Clerk of a unit'),
  'project-centre': say('项目中心', 'Project centre'),
  enforcement: say('综合行政执法队', 'Enforcement brigade'),
  finance: say('财政局', 'Finance bureau'),
  oversight: say('市、省监管', 'City and province oversight'),
  auditor: say('审计员', 'Auditor'),
  'system-administrator': say('系统管理员', 'System administrator'),
  'security-administrator': say('安全管理员', 'Security administrator'),
  applicant: say('申请人', 'Applicant'),
  public: say('公众', 'The public'),
} as const satisfies Record<string, Text>

export type Role = keyof typeof roles

export const roleNames = Object.keys(roles) as Role[]

/** Roles that are given to an account; `public` is nobody's, because it is everybody's. */
export const grantableRoles = roleNames.filter((role) => role !== 'public') as Exclude<Role, 'public'>[]

/** Roles that hold only for one unit of a county. */
export const rolesOfUnit: readonly Role[] = ['unit-head', 'unit-clerk']

/** Roles that work only for who has shown a second factor (双因素), save in a demonstration. */
export const rolesWithSecondFactor: readonly Role[] = [
  'approver',
  'system-administrator',
  'security-administrator',
]
