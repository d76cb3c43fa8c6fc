import type { Route } from '../kit/route.ts'

export const planRoutes: readonly Route[] = []
