import type { Route } from '../kit/route.ts'
import { planChainRoutes } from './plan-chain.ts'
import { planCommentRoutes } from './plan-comments.ts'
import { planDraftRoutes } from './plan-drafts.ts'
import { planRehearsalRoutes } from './plan-rehearsals.ts'
import { planVersionRoutes } from './plan-versions.ts'

/** 方案: drafts, versions, rehearsals, the approval chain to the journal, and what is said of it. */
export const planRoutes: readonly Route[] = [
  ...planDraftRoutes,
  ...planVersionRoutes,
  ...planRehearsalRoutes,
  ...planChainRoutes,
  ...planCommentRoutes,
]
