import type { Route } from '../kit/route.ts'

export const accountRoutes: readonly Route[] = []
