import type { PostKind } from '../../register/quota.ts'
import type { UnitKind } from '../../register/unit.ts'

/** English names of the post kinds, as they stand in a sentence before “posts”. */
export const postKindsEn: Readonly<Record<PostKind, string>> = {
  administrative: 'administrative',
  politicalLegal: 'political-legal',
  institution: 'institution',
  support: 'support-staff',
}

/** 党政机关: organs in the narrow sense. */
export const isOrganKind = (kind: UnitKind): boolean =>
  kind === 'partyOrgan' || kind === 'governmentDepartment'

/** Kinds whose posts and people the establishment office authorises. */
export const isEstablished = (kind: UnitKind): boolean =>
  isOrganKind(kind) || kind === 'massOrganisation' || kind === 'publicInstitution' || kind === 'township'
