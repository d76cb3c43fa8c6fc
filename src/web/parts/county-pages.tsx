import { type ComponentType, lazy, Suspense, useState } from 'react'
import type { CountyPage as PageName } from '../model/pages.ts'
import type { Place } from '../model/place.ts'
import { CountyPage } from './county-page.tsx'
import { LoadingState } from './states.tsx'

/** A page of a county that comes when it is gone to; what is read first does not wait for it. */
const later = (load: () => Promise<ComponentType<{ readonly place: Place }>>) =>
  lazy(async () => ({ default: await load() }))

const others: Readonly<Record<Exclude<PageName, 'county'>, ReturnType<typeof later>>> = {
  workbench: later(async () => (await import('./workbench/workbench-page.tsx')).WorkbenchPage),
  proof: later(async () => (await import('./proof/proof-page.tsx')).ProofPage),
  register: later(async () => (await import('./register/register-page.tsx')).RegisterPage),
  promises: later(async () => (await import('./promises/promises-page.tsx')).PromisesPage),
}

/** The page of the county that the address names. */
export const CountyPages = ({ page, place }: { readonly page: PageName; readonly place: Place }) => {
  const [isGivenUp, giveUp] = useState(false)
  if (page === 'county') return <CountyPage place={place} />
  const Page = others[page]
  if (isGivenUp) return <CountyPage place={place} />
  return (
    <Suspense fallback={<LoadingState onCancel={() => giveUp(true)} />}>
      <Page place={place} />
    </Suspense>
  )
}
