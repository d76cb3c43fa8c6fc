import { z } from 'zod'
import { say, type Text } from '../../kernel/text.ts'
import { type PostKind, postKinds, postKindsEn } from '../../register/quota.ts'
import type { UnitKind } from '../../register/unit.ts'

/** A kind of post in a sentence: 行政编制 / “administrative”. */
export const postKind = (kind: PostKind): Text => say(postKinds[kind], postKindsEn[kind])

/** 党政机关: organs in the narrow sense. */
export const isOrganKind = (kind: UnitKind): boolean =>
  kind === 'partyOrgan' || kind === 'governmentDepartment'

/** Kinds whose posts and people the establishment office authorises. */
export const isEstablished = (kind: UnitKind): boolean =>
  isOrganKind(kind) || kind === 'massOrganisation' || kind === 'publicInstitution' || kind === 'township'

/** The parameter of a rule whose clause has no number: it is in force, or it is not. */
export const inForce = z.literal(true)

/** Words by which a body or a duty is recognised, in any county. */
export const words = z.array(z.string().min(1)).min(1)

/** One number for all counties, or one for each by division code (行政区划代码). */
export const byCounty = z.union([z.number(), z.record(z.string(), z.number())])

/** The number that holds for a county; undefined when the policy has none for it. */
export const forCounty = (value: z.output<typeof byCounty>, code: string): number | undefined =>
  typeof value === 'number' ? value : value[code]
