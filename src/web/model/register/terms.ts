import { say, type Text } from '../../../kernel/text.ts'
import { powers } from '../../../register/duty.ts'
import { budgetItems, premisesUses, sealStates } from '../../../register/holdings.ts'
import { offices, retirementCategories } from '../../../register/person.ts'
import { postKinds } from '../../../register/quota.ts'
import { countings, fundings, grades, managements, unitKinds } from '../../../register/unit.ts'

/** The register's own terms in both languages: the Chinese stands beside each code in the register, the English here. */

const both = <Code extends string>(
  zh: Readonly<Record<Code, string>>,
  en: Readonly<Record<Code, string>>,
): Readonly<Record<Code, Text>> =>
  Object.fromEntries(
    Object.keys(zh).map((code) => [code, say(zh[code as Code], en[code as Code])]),
  ) as Record<Code, Text>

export const terms = {
  kind: both(unitKinds, {
    partyOrgan: 'Party organ',
    governmentDepartment: 'Government department',
    massOrganisation: 'Mass organisation',
    publicInstitution: 'Public institution',
    township: 'Township',
    enterprise: 'Enterprise',
    leadership: 'County leadership',
    upperBureau: 'Bureau above',
    assetPool: 'Asset pool',
  }),
  grade: both(grades, {
    division: 'Division',
    deputyDivision: 'Deputy division',
    section: 'Section',
    deputySection: 'Deputy section',
    subsection: 'Subsection',
    none: 'No grade',
  }),
  management: both(managements, { territorial: 'Territorial', vertical: 'Vertical', dual: 'Dual' }),
  funding: both(fundings, { full: 'Budget', partial: 'Part subsidised', self: 'Self-funded', none: 'None' }),
  counts: both(countings, {
    organ: 'Cap on organs',
    reformInstitution: 'Institution in the reform',
    none: 'Not counted',
  }),
  power: both(powers, {
    licence: 'Licence',
    penalty: 'Penalty',
    coercion: 'Coercion',
    levy: 'Levy',
    payment: 'Payment',
    inspection: 'Inspection',
    confirmation: 'Confirmation',
    reward: 'Reward',
    ruling: 'Ruling',
    other: 'Other power',
    service: 'Public service',
  }),
  postKind: both(postKinds, {
    administrative: 'Administrative',
    politicalLegal: 'Political-legal',
    institution: 'Institution',
    support: 'Support staff',
  }),
  office: both(offices, {
    chief: 'Chief',
    executiveDeputy: 'Executive deputy',
    deputy: 'Deputy',
    sectionHead: 'Head of section',
  }),
  retirement: both(retirementCategories, {
    man: 'Men',
    woman55: 'Women, formerly 55',
    woman50: 'Women, formerly 50',
  }),
  use: both(premisesUses, { office: 'Offices', service: 'Service', technical: 'Technical' }),
  item: both(budgetItems, {
    operatingFixed: 'Running cost, fixed',
    operatingPerHead: 'Running cost, by head',
    staff: 'Staff',
  }),
  seal: both(sealStates, { inUse: 'In use', surrendered: 'Surrendered' }),
} as const
