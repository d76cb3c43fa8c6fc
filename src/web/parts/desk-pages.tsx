import { later } from './later.tsx'

/** The pages of accounts and of plans on their way: pieces of their own, so that the county page does not wait for them. */
export const { Page: AccountsPage } = later(
  async () => (await import('./account/accounts-page.tsx')).AccountsPage,
)
export const { Page: AuditPage } = later(async () => (await import('./account/audit-page.tsx')).AuditPage)
export const { Page: FiguresPage } = later(
  async () => (await import('./account/figures-page.tsx')).FiguresPage,
)
export const { Page: OwnPage } = later(async () => (await import('./account/own-page.tsx')).OwnPage)
export const { Page: OwnUnitPage } = later(async () => (await import('./unit/own-unit-page.tsx')).OwnUnitPage)
export const { Page: PlansPage } = later(async () => (await import('./account/plans-page.tsx')).PlansPage)
export const { Page: PublishedPage } = later(
  async () => (await import('./published/published-page.tsx')).PublishedPage,
)
export const { Page: SetUpPage } = later(async () => (await import('./account/set-up-page.tsx')).SetUpPage)
export const { Page: SignInPage } = later(async () => (await import('./account/sign-in-page.tsx')).SignInPage)
