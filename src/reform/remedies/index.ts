import type { Finding } from '../../kernel/finding.ts'
import { freshFindings, subjectOf } from '../legal/fresh.ts'
import { movesOf } from '../legal/try.ts'
import { absorbInstead } from './absorb-instead.ts'
import { afterItsBirth } from './after-its-birth.ts'
import { afterTheDecision } from './after-the-decision.ts'
import { asManyAsThereAre } from './as-many-as-there-are.ts'
import { attachOpinion } from './attach-opinion.ts'
import { beforeItCloses } from './before-it-closes.ts'
import { cancelBeforeItEnds } from './cancel-before-it-ends.ts'
import { coLocateInstead } from './co-locate-instead.ts'
import { endTemporaryBody } from './end-temporary-body.ts'
import { expectComputed } from './expect-computed.ts'
import { fittingInstitutionPosts } from './fitting-institution-posts.ts'
import { freshRowId } from './fresh-row-id.ts'
import { freshUnitId } from './fresh-unit-id.ts'
import { heirForTheHomeless } from './heir-for-the-homeless.ts'
import { holdItConcurrently } from './hold-it-concurrently.ts'
import { knownField } from './known-field.ts'
import { knownOperation } from './known-operation.ts'
import { leadingPostsForAll } from './leading-posts-for-all.ts'
import { leaveOfficeFirst } from './leave-office-first.ts'
import { leaveRowOut } from './leave-row-out.ts'
import { leaveUnitOut } from './leave-unit-out.ts'
import { moneyAfterPeople } from './money-after-people.ts'
import { nameItOnce } from './name-it-once.ts'
import { nameKnownRow } from './name-known-row.ts'
import { nameKnownUnit } from './name-known-unit.ts'
import { nameSuccessor } from './name-successor.ts'
import { nameTheHost } from './name-the-host.ts'
import { noPostsOfItsOwn } from './no-posts-of-its-own.ts'
import { notIntoItself } from './not-into-itself.ts'
import { oneTeam } from './one-team.ts'
import { ownLineForRow } from './own-line-for-row.ts'
import { peopleWherePostsAre } from './people-where-posts-are.ts'
import { plainPunctuation } from './plain-punctuation.ts'
import { postsForAll } from './posts-for-all.ts'
import { postsWithinTotal } from './posts-within-total.ts'
import { presentRegister } from './present-register.ts'
import { releaseDeputies } from './release-deputies.ts'
import type { Judged, Proposal, Remedy, RemedyKind, Trial, Ward } from './remedy.ts'
import { standardLeadingPosts } from './standard-leading-posts.ts'
import { underItsDepartment } from './under-its-department.ts'
import { whereTheOfficeIs } from './where-the-office-is.ts'
import { writeTransition } from './write-transition.ts'

/** The only list of remedies. */
export const remedyKinds: readonly RemedyKind[] = [
  absorbInstead,
  afterItsBirth,
  afterTheDecision,
  asManyAsThereAre,
  attachOpinion,
  beforeItCloses,
  cancelBeforeItEnds,
  coLocateInstead,
  endTemporaryBody,
  expectComputed,
  fittingInstitutionPosts,
  freshRowId,
  freshUnitId,
  heirForTheHomeless,
  holdItConcurrently,
  knownField,
  knownOperation,
  leadingPostsForAll,
  leaveOfficeFirst,
  leaveRowOut,
  leaveUnitOut,
  moneyAfterPeople,
  nameItOnce,
  nameKnownRow,
  nameKnownUnit,
  nameSuccessor,
  nameTheHost,
  noPostsOfItsOwn,
  notIntoItself,
  oneTeam,
  ownLineForRow,
  peopleWherePostsAre,
  plainPunctuation,
  postsForAll,
  postsWithinTotal,
  presentRegister,
  releaseDeputies,
  standardLeadingPosts,
  underItsDepartment,
  whereTheOfficeIs,
  writeTransition,
]

/** The edits that may mend a finding; nothing is tried yet. */
export const proposalsFor = (finding: Finding, ward: Ward): readonly Proposal[] =>
  remedyKinds
    .filter(
      ({ codes }) =>
        codes.includes(finding.code) || (finding.severity === 'opinion' && codes.includes('opinion')),
    )
    .flatMap((kind) => kind.propose(finding, ward))

/** What stands in for an answer while an edit is tried that asks for one. */
const stand = '—'

/**
 * Tries an edit: the edited plan is read and rehearsed. It is a remedy when the finding is gone and it brings nothing
 * that is as severe. Undefined for an edit that cannot be made.
 */
export const tried = (proposal: Proposal, finding: Finding, ward: Ward): Trial | undefined => {
  const text = proposal.edit(ward.text, proposal.asks === undefined ? undefined : stand)
  if (text === undefined || text === ward.text) return undefined
  const then = ward.judge(text)
  const fresh = freshFindings(ward.now.findings, then.findings)
  const gone = isGone(finding, ward.now, then)
  const counters =
    ward.now.counters === undefined || then.counters === undefined
      ? []
      : movesOf(ward.now.counters, then.counters, { was: ward.now.unplaced, is: then.unplaced })
  return {
    ...proposal,
    isGone: gone,
    isRemedy: gone && !fresh.some((each) => rank(each) >= rank(finding)),
    effect: { counters, findings: fresh },
  }
}

/** Every edit that mends a finding. Each is tried on its own, which takes as long as a rehearsal. */
export const remediesFor = (finding: Finding, ward: Ward): readonly Remedy[] =>
  proposalsFor(finding, ward).flatMap((proposal) => {
    const trial = tried(proposal, finding, ward)
    return trial?.isRemedy === true ? [trial] : []
  })

/** How severe a finding is; a larger number is severer. */
const rank = ({ severity }: Finding): number => ['note', 'warning', 'opinion', 'error'].indexOf(severity)

/** There are fewer findings of the kind, and none with the same words. */
const isGone = (finding: Finding, was: Judged, is: Judged): boolean => {
  const isAlike = (each: Finding) =>
    each.code === finding.code && subjectOf(each) === subjectOf(finding) && rank(each) >= rank(finding)
  const [before, after] = [was.findings.filter(isAlike), is.findings.filter(isAlike)]
  return after.length < before.length && !after.some(({ message }) => message.zh === finding.message.zh)
}
