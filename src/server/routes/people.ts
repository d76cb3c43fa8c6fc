import type { Route } from '../kit/route.ts'

export const peopleRoutes: readonly Route[] = []
