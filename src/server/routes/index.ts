import type { Route } from '../kit/route.ts'
import { accountRoutes } from './accounts.ts'
import { countyRoutes } from './counties.ts'
import { journalRoutes } from './journal.ts'
import { operationRoutes } from './operations.ts'
import { peopleRoutes } from './people.ts'
import { planRoutes } from './plans.ts'
import { sessionRoutes } from './session.ts'

/** Every address of the API, chapter by chapter. */
export const routes: readonly Route[] = [
  ...operationRoutes,
  ...sessionRoutes,
  ...accountRoutes,
  ...countyRoutes,
  ...journalRoutes,
  ...planRoutes,
  ...peopleRoutes,
]
