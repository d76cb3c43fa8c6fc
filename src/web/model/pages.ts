import { rolesWithSecondFactor } from '../../rights/role.ts'
import type { Who } from './who.ts'

/** The pages over one open county and one of its plans: as drawn, the plan at work, its proof, the register, what was promised. */
export const countyPages = ['county', 'workbench', 'proof', 'register', 'promises'] as const
export type CountyPage = (typeof countyPages)[number]

/** What one can go to: the pages of a county, its figures alone, plans, accounts, the audit trail, one's own account. */
export const pages = [
  ...countyPages,
  'unit',
  'figures',
  'plans',
  'accounts',
  'audit',
  'own',
  'published',
] as const
export type Page = (typeof pages)[number]

export const isCountyPage = (page: Page): page is CountyPage =>
  (countyPages as readonly Page[]).includes(page)

/** Whether somebody has a role that works only with a second factor, and has none with him. */
export const needsSecondFactor = (who: Who | undefined): boolean =>
  who !== undefined &&
  !who.isDemo &&
  !who.hasSecondFactor &&
  who.grants.some(({ role }) => (rolesWithSecondFactor as readonly string[]).includes(role))

/** The pages that somebody's roles open, the one to begin with first; one's own account is open to everybody. */
export const pagesOf = ({ operations, grants, publishes, mustChangePassword }: Who): Page[] => {
  if (mustChangePassword) return ['own']
  const may = (name: Who['operations'][number]) => operations.includes(name)
  const open: Record<Page, boolean> = {
    county: may('read-county'),
    workbench: may('read-county') && may('read-plan'),
    proof: may('read-county') && may('read-plan'),
    register: may('read-county'),
    promises: may('read-county'),
    unit: may('read-register') && !may('read-county') && grants.some(({ unit }) => unit !== undefined),
    figures: may('read-figures') && !may('read-county'),
    plans: may('read-plan'),
    accounts: may('list-accounts'),
    audit: may('read-audit'),
    published: publishes,
    own: true,
  }
  return pages.filter((page) => open[page])
}
