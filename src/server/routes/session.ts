import type { Route } from '../kit/route.ts'

export const sessionRoutes: readonly Route[] = []
