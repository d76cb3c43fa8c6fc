import type { Rule } from '../rule.ts'
import { administrativePostsWithinTotal } from './administrative-posts-within-total.ts'
import { attentionOfConcurrentLeaders } from './attention-of-concurrent-leaders.ts'
import { auditOrgan } from './audit-organ.ts'
import { bodiesOutsideThePlan } from './bodies-outside-the-plan.ts'
import { bodiesRunFromAbove } from './bodies-run-from-above.ts'
import { competentDepartments } from './competent-departments.ts'
import { concentratedLicencePower } from './concentrated-licence-power.ts'
import { concentratedPenaltyPower } from './concentrated-penalty-power.ts'
import { departmentChangesApproved } from './department-changes-approved.ts'
import { departmentHeadsAppointed } from './department-heads-appointed.ts'
import { departmentLeadingPosts } from './department-leading-posts.ts'
import { departmentsStableInTerm } from './departments-stable-in-term.ts'
import { directInstitutionsFew } from './direct-institutions-few.ts'
import { enforcementRanks } from './enforcement-ranks.ts'
import { feasibilityArgued } from './feasibility-argued.ts'
import { independentStatistics } from './independent-statistics.ts'
import { institutionLeadingPosts } from './institution-leading-posts.ts'
import { institutionsNotTooSmall } from './institutions-not-too-small.ts'
import { leadersWithinPosts } from './leaders-within-posts.ts'
import { leadingPostsWithinCap } from './leading-posts-within-cap.ts'
import { majorDecisionProcedure } from './major-decision-procedure.ts'
import { mergedTeamIsNotTheSum } from './merged-team-is-not-the-sum.ts'
import { officeArea } from './office-area.ts'
import { oneCategoryOneDepartment } from './one-category-one-department.ts'
import { organsWithinCap } from './organs-within-cap.ts'
import { overloadedMergedDepartment } from './overloaded-merged-department.ts'
import { peopleWithinPosts } from './people-within-posts.ts'
import { politicalLegalPosts } from './political-legal-posts.ts'
import { postsOfRightKind } from './posts-of-right-kind.ts'
import { publicSecurityOrgan } from './public-security-organ.ts'
import { rankSlots } from './rank-slots.ts'
import { sectionChangesApproved } from './section-changes-approved.ts'
import { sectionsNotTooSmall } from './sections-not-too-small.ts'
import { staffMoneyFollowsPeople } from './staff-money-follows-people.ts'
import { stagesInOrder } from './stages-in-order.ts'
import { statutoryInstitutions } from './statutory-institutions.ts'
import { supervisoryCommission } from './supervisory-commission.ts'
import { temporaryBodiesEnd } from './temporary-bodies-end.ts'
import { temporaryBodyPosts } from './temporary-body-posts.ts'
import { townshipBodiesApproved } from './township-bodies-approved.ts'
import { unpaidOutsideOffice } from './unpaid-outside-office.ts'

/** The only list of rules, in the order of the rule book. */
export const rules: readonly Rule[] = [
  stagesInOrder,
  feasibilityArgued,
  departmentChangesApproved,
  sectionChangesApproved,
  townshipBodiesApproved,
  departmentHeadsAppointed,
  temporaryBodiesEnd,
  departmentsStableInTerm,
  majorDecisionProcedure,
  organsWithinCap,
  peopleWithinPosts,
  postsOfRightKind,
  administrativePostsWithinTotal,
  politicalLegalPosts,
  institutionsNotTooSmall,
  directInstitutionsFew,
  leadingPostsWithinCap,
  departmentLeadingPosts,
  institutionLeadingPosts,
  sectionsNotTooSmall,
  rankSlots,
  enforcementRanks,
  leadersWithinPosts,
  officeArea,
  staffMoneyFollowsPeople,
  attentionOfConcurrentLeaders,
  unpaidOutsideOffice,
  supervisoryCommission,
  auditOrgan,
  independentStatistics,
  publicSecurityOrgan,
  bodiesOutsideThePlan,
  bodiesRunFromAbove,
  statutoryInstitutions,
  competentDepartments,
  concentratedPenaltyPower,
  concentratedLicencePower,
  temporaryBodyPosts,
  mergedTeamIsNotTheSum,
  oneCategoryOneDepartment,
  overloadedMergedDepartment,
]
