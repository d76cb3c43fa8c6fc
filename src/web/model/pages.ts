import { rolesWithSecondFactor } from '../../rights/role.ts'
import type { Who } from './who.ts'

/** What one can go to: the county as drawn or in figures, plans, accounts, the audit trail, one's own account. */
export const pages = ['county', 'figures', 'plans', 'accounts', 'audit', 'own'] as const
export type Page = (typeof pages)[number]

/** Whether somebody has a role that works only with a second factor, and has none with him. */
export const needsSecondFactor = (who: Who | undefined): boolean =>
  who !== undefined &&
  !who.isDemo &&
  !who.hasSecondFactor &&
  who.grants.some(({ role }) => (rolesWithSecondFactor as readonly string[]).includes(role))

/** The pages that somebody's roles open, the one to begin with first; one's own account is open to everybody. */
export const pagesOf = ({ operations, mustChangePassword }: Who): Page[] => {
  if (mustChangePassword) return ['own']
  const may = (name: Who['operations'][number]) => operations.includes(name)
  const open: Record<Page, boolean> = {
    county: may('read-county'),
    figures: may('read-figures') && !may('read-county'),
    plans: may('read-plan'),
    accounts: may('list-accounts'),
    audit: may('read-audit'),
    own: true,
  }
  return pages.filter((page) => open[page])
}
