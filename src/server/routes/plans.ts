import type { Route } from '../kit/route.ts'
import { planChainRoutes } from './plan-chain.ts'
import { planDraftRoutes } from './plan-drafts.ts'
import { planRehearsalRoutes } from './plan-rehearsals.ts'
import { planVersionRoutes } from './plan-versions.ts'

/** 方案: drafts, versions, rehearsals, and the approval chain to the journal. */
export const planRoutes: readonly Route[] = [
  ...planDraftRoutes,
  ...planVersionRoutes,
  ...planRehearsalRoutes,
  ...planChainRoutes,
]
