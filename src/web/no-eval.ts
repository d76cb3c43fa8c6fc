import { z } from 'zod'

// The page is served under a policy that forbids making code from text; imported first, before any schema is made.
z.config({ jitless: true })
