import { say, type Text } from '../../../kernel/text.ts'
import { documentKinds } from '../../../reform/plan.ts'
import { powers } from '../../../register/duty.ts'
import { budgetItems } from '../../../register/holdings.ts'
import { offices } from '../../../register/person.ts'
import { postKinds } from '../../../register/quota.ts'
import { countings, fundings, grades, managements, unitKinds } from '../../../register/unit.ts'

/** The words of the closed lists in both languages; the Chinese is the register's own. */
const inEnglish: Readonly<Record<string, string>> = {
  licence: 'Licensing',
  penalty: 'Penalties',
  coercion: 'Coercive measures',
  levy: 'Levies',
  payment: 'Payments',
  inspection: 'Inspection',
  confirmation: 'Confirmation',
  reward: 'Rewards',
  ruling: 'Rulings',
  other: 'Other powers',
  service: 'Public service',
  partyOrgan: 'Party organ',
  governmentDepartment: 'Government department',
  massOrganisation: 'Mass organisation',
  publicInstitution: 'Public institution',
  township: 'Township',
  enterprise: 'Enterprise',
  leadership: 'County leaders',
  upperBureau: 'Bureau above',
  assetPool: 'Asset pool',
  division: 'Division level',
  deputyDivision: 'Deputy division level',
  section: 'Section level',
  deputySection: 'Deputy section level',
  subsection: 'Subsection level',
  territorial: 'Territorial management',
  vertical: 'Vertical management',
  dual: 'Dual management',
  full: 'Full funding',
  partial: 'Partial funding',
  self: 'Self-financed',
  organ: 'Organ, within the cap',
  reformInstitution: 'Institution in the reform',
  administrative: 'Administrative posts',
  politicalLegal: 'Political-legal posts',
  institution: 'Institution posts',
  support: 'Support-staff posts',
  chief: 'Chief',
  executiveDeputy: 'Executive deputy',
  deputy: 'Deputy',
  sectionHead: 'Head of a section',
  operatingFixed: 'Fixed operating budget',
  operatingPerHead: 'Operating budget per head',
  staff: 'Staff budget',
  initiation: 'Initiation',
  argument: 'Argument',
  decision: 'Decision',
  implementation: 'Implementation',
  necessity: 'Argument of necessity',
  rationality: 'Argument of rationality',
  feasibility: 'Argument of feasibility',
  consultation: 'Public consultation',
  expert: 'Expert review',
  risk: 'Risk assessment',
  legality: 'Legality review',
}

/** `none` means something else in each list. */
const nothing: Readonly<Record<string, string>> = {
  grade: 'No grade',
  funding: 'No funding',
  counts: 'Not counted',
}

const stages = { initiation: '动议', argument: '论证', decision: '审议决定', implementation: '组织实施' }

const lists = [
  unitKinds,
  grades,
  managements,
  fundings,
  countings,
  postKinds,
  offices,
  budgetItems,
  stages,
  documentKinds,
  powers,
]

/** A word of a closed list as a reader knows it; `field` tells which list `none` is of. */
export const choiceWord = (word: string, field = ''): Text => {
  if (word === 'none') {
    const list: Readonly<Record<string, string>> =
      field === 'grade' ? grades : field === 'funding' ? fundings : countings
    return say(list.none ?? word, nothing[field] ?? 'None')
  }
  const list: Readonly<Record<string, string>> | undefined = lists.find((each) => Object.hasOwn(each, word))
  return say(list?.[word] ?? word, inEnglish[word] ?? word)
}
