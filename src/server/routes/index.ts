import type { Route } from '../kit/route.ts'
import { accountRoutes } from './accounts.ts'
import { auditRoutes } from './audit.ts'
import { countyRoutes } from './counties.ts'
import { figureRoutes } from './figures.ts'
import { journalRoutes } from './journal.ts'
import { operationRoutes } from './operations.ts'
import { peopleRoutes } from './people.ts'
import { planRoutes } from './plans.ts'
import { publicRoutes } from './public.ts'
import { registerRoutes } from './register.ts'
import { sessionRoutes } from './session.ts'

/** Every address of the API, chapter by chapter. */
export const routes: readonly Route[] = [
  ...operationRoutes,
  ...publicRoutes,
  ...sessionRoutes,
  ...accountRoutes,
  ...auditRoutes,
  ...countyRoutes,
  ...registerRoutes,
  ...figureRoutes,
  ...journalRoutes,
  ...planRoutes,
  ...peopleRoutes,
]
