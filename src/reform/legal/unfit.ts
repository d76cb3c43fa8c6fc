import type { Finding } from '../../kernel/finding.ts'
import { refusal } from '../refusals.ts'
import { isOrganKind } from '../rules/terms.ts'
import type { Candidate } from './candidates.ts'
import type { Pair } from './pair.ts'

/**
 * What makes a line pointless or misplaced for two bodies although the register would take it: an institution does not
 * share one staff with an organ (合署办公 is of organs), and a body is not placed where it stands already.
 */
export const unfit = ({ line }: Candidate, { moved, onto }: Pair): Finding[] => {
  if (line.op === 'co-locate-units' && isOrganKind(moved.kind) !== isOrganKind(onto.kind)) {
    const institution = isOrganKind(moved.kind) ? onto : moved
    return [
      refusal(
        'C02',
        `unit:${institution.id}`,
        `${institution.short}不是机关；合署办公是机关之间一套工作机构、两个名称，编制不得混用`,
        `The ${institution.nameEn} is not an organ: organs share one staff under two names, and kinds of post are not mixed`,
        '改为调整隶属关系，或划转职责。',
        'Place it under the organ instead, or transfer its duties.',
      ),
    ]
  }
  if (line.op === 'change-subordination' && moved.sponsor === onto.id && line.direct === undefined)
    return [
      refusal(
        'C03',
        `unit:${moved.id}`,
        `${moved.short}已由${onto.short}管理`,
        `The ${moved.nameEn} is already under the ${onto.nameEn}`,
        '不必写这一行。',
        'No line is needed.',
      ),
    ]
  return []
}
