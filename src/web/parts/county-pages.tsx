import { useEffect } from 'react'
import { whenIdle } from '../model/idle.ts'
import type { CountyPage as PageName } from '../model/pages.ts'
import type { Place } from '../model/place.ts'
import { CountyPage } from './county-page.tsx'
import { type Later, later } from './later.tsx'

type Other = Exclude<PageName, 'county'>

const others: Readonly<Record<Other, Later<{ readonly place: Place }>>> = {
  workbench: later(async () => (await import('./workbench/workbench-page.tsx')).WorkbenchPage),
  proof: later(async () => (await import('./proof/proof-page.tsx')).ProofPage),
  register: later(async () => (await import('./register/register-page.tsx')).RegisterPage),
  promises: later(async () => (await import('./promises/promises-page.tsx')).PromisesPage),
}

/** The page of the county that the address names. The others are brought once there is time, so that a broken line closes none. */
export const CountyPages = ({ page, place }: { readonly page: PageName; readonly place: Place }) => {
  useEffect(() => whenIdle(Object.values(others).map(({ ahead }) => ahead)), [])
  if (page === 'county') return <CountyPage place={place} />
  const { Page } = others[page]
  return <Page place={place} />
}
