import type { PersonId } from '../../../kernel/id.ts'
import { number, say, type Text } from '../../../kernel/text.ts'
import type { Sources } from '../../../ledger/figure.ts'
import { supportedOn } from '../../../ledger/path.ts'
import {
  countedOrgans,
  guestsOf,
  heirOf,
  postsOf,
  reformInstitutions,
  sum,
} from '../../../register/queries.ts'

/** What makes a figure look better without the thing itself having become less (替代). */
export interface Substitute {
  /** The figures that it bears on. */
  readonly figures: readonly string[]
  readonly statement: Text
}

/** Looks for what only moved: into an enterprise, under another name, into posts of another kind, onto another budget. */
export const substitutesIn = (sources: Sources): Substitute[] =>
  [intoEnterprises, postsOfEnterprises, behindOneDoor, workersInstead].flatMap((look) => look(sources) ?? [])

/** 转企: somebody else pays them; the budget often pays that one. */
const intoEnterprises = (sources: Sources): Substitute | undefined => {
  const moved = new Set<PersonId | undefined>(
    sources.evidence.movements.filter(({ kind }) => kind === 'toEnterprise').map(({ person }) => person),
  )
  const isEnterprise = (id: PersonId) => {
    const unit = sources.after.people.get(id)?.unit
    return unit !== undefined && sources.after.units.get(unit)?.kind === 'enterprise'
  }
  const count = supportedOn(sources, sources.plan.completesOn).changes.filter(
    (change) => change.kind === 'left' && (moved.has(change.person.id) || isEnterprise(change.person.id)),
  ).length
  if (count === 0) return undefined
  return {
    figures: ['supportedStaff.target', 'ratio.after', 'staffSaving.realisedYuan', 'staffSaving.steadyYuan'],
    statement: say(
      `离开的人中有${number(count)}人转入企业：不再计入财政供养，但人并未减少，须另查财政是否补贴这些企业`,
      `${number(count)} of those who leave go to an enterprise: the payroll no longer counts them, but there are no fewer of them; whether the budget subsidises the enterprise has to be looked at apart`,
    ),
  }
}

const postsOfEnterprises = ({ before, after }: Sources): Substitute | undefined => {
  const converted = reformInstitutions(before).filter(
    (unit) => after.units.get(heirOf(after, unit.id))?.kind === 'enterprise',
  )
  if (converted.length === 0) return undefined
  const posts = sum(converted, (unit) => postsOf(before, unit.id, 'institution'))
  return {
    figures: [
      'institutions.after',
      'institutionPosts.after',
      'unitsRemoved',
      'staffSaving.nominalYuan',
      'staffSaving.shareOfRevenue',
    ],
    statement: say(
      `减少的事业单位中有${number(converted.length)}个转为企业，带走${number(posts)}名编制：是转出，不是精简`,
      `${number(converted.length)} of the institutions that are gone became enterprises and took ${number(posts)} posts along: moved out, not cut`,
    ),
  }
}

/** 合署: one body counts, with the people and the duties of two. */
const behindOneDoor = ({ before, after }: Sources): Substitute | undefined => {
  const was = new Set(countedOrgans(before).map(({ id }) => id))
  const hidden = countedOrgans(after)
    .flatMap(({ id }) => guestsOf(after, id))
    .filter(({ id }) => was.has(id))
  if (hidden.length === 0) return undefined
  return {
    figures: ['organs.after', 'unitsRemoved'],
    statement: say(
      `${number(hidden.length)}个机构因合署办公不再单独计数，名称、职责仍在：${hidden.map(({ short }) => short).join('、')}`,
      `${number(hidden.length)} ${hidden.length === 1 ? 'organ is' : 'organs are'} no longer counted because it shares the staff of another, with name and duties kept: ${hidden.map(({ shortEn }) => shortEn).join(', ')}`,
    ),
  }
}

/** 工勤编制 and 行政编制 that grew while institution posts were cut. */
const workersInstead = ({ before, after }: Sources): Substitute | undefined => {
  const total = (register: Sources['after'], kind: 'support' | 'administrative') =>
    sum(
      [...register.quotas.values()].filter((quota) => quota.kind === kind),
      ({ posts }) => posts,
    )
  const [support, administrative] = (['support', 'administrative'] as const).map(
    (kind) => total(after, kind) - total(before, kind),
  ) as [number, number]
  if (support <= 0 && administrative <= 0) return undefined
  const grown = Math.max(0, support) + Math.max(0, administrative)
  return {
    figures: ['institutionPosts.after', 'staffSaving.nominalYuan', 'staffSaving.shareOfRevenue'],
    statement: say(
      `核减事业编制的同时，行政或工勤编制增加${number(grown)}名，应一并计算`,
      `While institution posts were cut, administrative or support posts grew by ${number(grown)}; the two belong together`,
    ),
  }
}
