import { z } from 'zod'
import type { Finding } from '../kernel/finding.ts'
import type { PersonId, UnitId } from '../kernel/id.ts'
import { guestsOf, shortNameOf } from '../register/queries.ts'
import { type LeadingLevel, leadershipId, type PostKind, quotaId } from '../register/quota.ts'
import type { Draft, HeldName, Register } from '../register/register.ts'
import * as field from './fields.ts'
import type { Move } from './operation.ts'
import { refusal, repeatedRows, unknownRows } from './refusals.ts'
import { hand, handWithoutSection, moveLeadership, moveQuota, partFromSections } from './succession.ts'

/** What goes along with a duty or a new unit: named people, posts, money, rooms, records. */
export const bundleFields = {
  duties: field.duties.optional(),
  people: field.people.optional(),
  posts: z.partialRecord(field.postKind, field.count).optional(),
  leadingPosts: z.strictObject({ chief: field.count.optional(), deputy: field.count.optional() }).optional(),
  sections: field.rowIds.optional(),
  premises: field.rowIds.optional(),
  budget: field.rowIds.optional(),
  archives: field.rowIds.optional(),
  seals: field.rowIds.optional(),
  contracts: field.rowIds.optional(),
}
const bundleSchema = z.object(bundleFields)
export type Bundle = z.output<typeof bundleSchema>

const plainTables = ['sections', 'premises', 'budget', 'archives', 'seals', 'contracts'] as const

const idsIn = (bundle: Bundle): [HeldName, readonly string[]][] => [
  ['duties', bundle.duties ?? []],
  ['people', bundle.people ?? []],
  ...plainTables.map((table): [HeldName, readonly string[]] => [table, bundle[table] ?? []]),
]

const postsIn = (bundle: Bundle) =>
  Object.entries(bundle.posts ?? {}).filter((entry): entry is [PostKind, number] => (entry[1] ?? 0) > 0)

const leadingPostsIn = (bundle: Bundle) =>
  Object.entries(bundle.leadingPosts ?? {}).filter(
    (entry): entry is [LeadingLevel, number] => (entry[1] ?? 0) > 0,
  )

/** Several bundles out of one unit as one: its lists are the lists together, its posts their sums. */
export const together = (bundles: readonly Bundle[]): Bundle => {
  const lists = (['duties', 'people', ...plainTables] as const).map(
    (table) => [table, bundles.flatMap((bundle) => bundle[table] ?? [])] as const,
  )
  const counts = (of: (bundle: Bundle) => Readonly<Record<string, number | undefined>> | undefined) => {
    const total: Record<string, number> = {}
    for (const bundle of bundles)
      for (const [key, count] of Object.entries(of(bundle) ?? {}))
        total[key] = (total[key] ?? 0) + (count ?? 0)
    return total
  }
  return {
    ...Object.fromEntries(lists),
    posts: counts((bundle) => bundle.posts),
    leadingPosts: counts((bundle) => bundle.leadingPosts),
  }
}

/** Offices that the people of a bundle hold in the unit they leave: they move with them. */
export const officesGoingAlong = (before: Register, people: readonly PersonId[], from: UnitId) =>
  people.flatMap((id) => before.appointments.linkedTo(id).filter((office) => office.unit === from))

/** Unknown, repeated or foreign rows, and posts the giver does not have. */
export const checkBundle = (bundle: Bundle, from: UnitId, before: Register): Finding[] => {
  const found: Finding[] = []
  for (const [table, ids] of idsIn(bundle)) {
    found.push(...unknownRows(before, table, ids), ...repeatedRows(table, ids))
    for (const id of ids) {
      const holder = before[table].get(id)?.unit
      if (holder !== undefined && holder !== from)
        found.push(
          refusal(
            'T04',
            `${table}:${id}`,
            `“${id}”不在${shortNameOf(before, from).zh}，而在${shortNameOf(before, holder).zh}`,
            `“${id}” is with ${shortNameOf(before, holder).en}, not with ${shortNameOf(before, from).en}`,
            '为另一来源单位另写一行。',
            'Write a line of its own for the other unit.',
          ),
        )
    }
  }
  const short = (at: string, has: number, wants: number) =>
    refusal(
      'S02',
      at,
      `${shortNameOf(before, from).zh}只有${has}名，不能划出${wants}名`,
      `${shortNameOf(before, from).en} has ${has}, so ${wants} cannot go`,
      '减少划出数，或先核增。',
      'Send fewer, or add posts first.',
    )
  for (const [kind, wants] of postsIn(bundle)) {
    const has = before.quotas.get(quotaId(from, kind))?.posts ?? 0
    if (has < wants) found.push(short(`quotas:${quotaId(from, kind)}`, has, wants))
  }
  for (const [level, wants] of leadingPostsIn(bundle)) {
    const has = before.leadership.get(leadershipId(from, level))?.posts ?? 0
    if (has < wants) found.push(short(`leadership:${leadershipId(from, level)}`, has, wants))
  }
  return found
}

export const applyBundle = (bundle: Bundle, from: UnitId, to: UnitId, draft: Draft): void => {
  const offices = officesGoingAlong(draft, bundle.people ?? [], from)
  for (const table of plainTables) hand(draft, table, bundle[table] ?? [], to)
  moveWithSection(draft, 'duties', bundle.duties ?? [], to)
  moveWithSection(draft, 'people', bundle.people ?? [], to)
  hand(
    draft,
    'appointments',
    offices.map((office) => office.id),
    to,
  )
  if (bundle.sections !== undefined)
    for (const unit of [from, ...guestsOf(draft, from).map((guest) => guest.id)])
      partFromSections(draft, unit)
  for (const [kind, count] of postsIn(bundle)) moveQuota(draft, from, to, kind, count)
  for (const [level, count] of leadingPostsIn(bundle)) moveLeadership(draft, from, to, level, count)
}

/** A row keeps its section only when the section has already gone to the same unit. */
const moveWithSection = (draft: Draft, table: 'duties' | 'people', ids: readonly string[], to: UnitId) => {
  for (const id of ids) {
    const section = draft[table].get(id)?.section
    const follows = section !== undefined && draft.sections.get(section)?.unit === to
    if (follows) hand(draft, table, [id], to)
    else handWithoutSection(draft, table, [id], to)
  }
}

export const bundleMoves = (bundle: Bundle, from: UnitId, to: UnitId, before: Register): Move[] => [
  ...idsIn(bundle)
    .filter(([, ids]) => ids.length > 0)
    .map(([table, ids]): Move => ({ kind: 'rows', table, ids, to })),
  {
    kind: 'rows',
    table: 'appointments',
    ids: officesGoingAlong(before, bundle.people ?? [], from).map((office) => office.id),
    to,
  },
  ...postsIn(bundle).map(([key, count]): Move => ({ kind: 'posts', table: 'quotas', key, from, to, count })),
  ...leadingPostsIn(bundle).map(
    ([key, count]): Move => ({ kind: 'posts', table: 'leadership', key, from, to, count }),
  ),
]
