import type { UnitId } from '../../kernel/id.ts'
import { leadershipId } from '../../register/quota.ts'
import type { Register } from '../../register/register.ts'
import type { WrittenLine } from '../editing/line-spans.ts'

/** A line that sets the leading posts of a unit: the chief stays where there is one, deputies make up the rest. */
export const leadingPostsSet = (register: Register, unit: UnitId, count: number): WrittenLine => {
  const chiefs = register.leadership.get(leadershipId(unit, 'chief'))?.posts ?? 0
  const chief = Math.min(count, chiefs === 0 ? 1 : chiefs)
  return { op: 'set-leadership-quota', unit, chief, deputy: count - chief }
}
