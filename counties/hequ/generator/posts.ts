import type { Cells } from './csv.ts'
import { institutionsData } from './institutions.ts'
import { organsData } from './organs-data.ts'
import { exemptData, townshipsData } from './other-units-data.ts'

/** Posts and leading posts, one row a unit and kind. */

const quota = (unit: string, kind: string, posts: number): Cells => ({
  id: `${unit}/${kind}`,
  unit,
  kind,
  posts,
})

/** Authorised posts: one kind a unit, so that kinds are never mixed. */
export const quotaRows = (): Cells[] => [
  ...organsData.map((organ) => quota(organ.id, organ.postKind, organ.posts)),
  ...institutionsData.map((each) => quota(each.id, 'institution', each.posts)),
  ...townshipsData.map((town) => quota(town.id, 'administrative', town.posts)),
  ...exemptData.map((each) => quota(each.id, 'institution', each.posts)),
]

const leaders = (unit: string, chiefs: number, deputies: number): Cells[] =>
  [
    { id: `${unit}/chief`, unit, level: 'chief', posts: chiefs },
    { id: `${unit}/deputy`, unit, level: 'deputy', posts: deputies },
  ].filter((row) => row.posts > 0)

/** The smallest number of deputies that the size of an institution allows (one for eleven posts and more) [A]. */
export const deputiesIn = (posts: number): number => (posts >= 11 ? 1 : 0)

/** Authorised leading posts by level. */
export const leadershipRows = (): Cells[] => [
  ...organsData.flatMap((organ) => leaders(organ.id, organ.chiefs, organ.deputies)),
  ...institutionsData.flatMap((each) => leaders(each.id, 1, deputiesIn(each.posts))),
  ...townshipsData.flatMap((town) => leaders(town.id, 2, town.form === 'town' ? 7 : 5)),
  ...exemptData.flatMap((each) => leaders(each.id, 1, each.posts > 50 ? 2 : each.posts > 20 ? 1 : 0)),
]
