import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { mayKnow } from '../../rights/decide.ts'
import { storedCounties } from '../../store/journal-store.ts'
import { ok, type Route, reading } from '../kit/route.ts'
import { textShape } from '../kit/shapes.ts'

const listedCounty = z
  .strictObject({ id: z.string(), name: textShape, plans: z.array(z.string()) })
  .meta({ id: 'ListedCounty' })

/** 县: which there are, and all that one is made of. */
export const countyRoutes: readonly Route[] = [
  reading({
    path: '/api/counties',
    operation: 'list-counties',
    summary: say('本人可见的县', 'The counties that one may see'),
    tag: 'counties',
    answers: {
      200: {
        description: 'The counties, and which one is opened first',
        schema: z.strictObject({ counties: z.array(listedCounty), default: z.string().nullable() }),
      },
    },
    handle: async ({ viewer, client }) => {
      const seen = (await storedCounties(client)).filter(({ id }) => mayKnow(viewer, id))
      const counties = seen.map(({ id, name }) => ({ id, name, plans: [] }))
      return ok({ counties, default: counties[0]?.id ?? null })
    },
  }),
]
