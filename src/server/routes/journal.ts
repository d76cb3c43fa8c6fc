import type { Route } from '../kit/route.ts'

export const journalRoutes: readonly Route[] = []
