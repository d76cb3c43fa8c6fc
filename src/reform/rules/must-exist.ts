import type { Finding } from '../../kernel/finding.ts'
import { say, type Text } from '../../kernel/text.ts'
import type { Register } from '../../register/register.ts'
import type { Unit } from '../../register/unit.ts'
import type { World } from '../rule.ts'
import { bodiesCalled } from './bearers.ts'
import { atPlan, type Tell } from './remark.ts'
import { isOrganKind } from './terms.ts'

/** Organs of the county that bear one of the words in their own name; a nameplate is not enough. */
export const organsCalled = (register: Register, words: readonly string[]): Unit[] =>
  bodiesCalled(register, words).filter((unit) => isOrganKind(unit.kind))

/** An organ that a law wants in every county: an error when the plan does away with it, a note when it never was. */
export const organMustExist =
  (organ: Text) =>
  ({ before, after, plan }: World, words: readonly string[], tell: Tell): Finding[] => {
    if (organsCalled(after, words).length > 0) return []
    const lost = organsCalled(before, words)
    if (lost.length === 0)
      return [
        tell({
          severity: 'note',
          at: atPlan(plan),
          message: say(`台账中没有${organ.zh}。`, `The register has no ${organ.en}.`),
          remedy: say(
            '补入台账，或说明不在本台账范围。',
            'Add it, or say that this register does not cover it.',
          ),
        }),
      ]
    return lost.map((unit) =>
      tell({
        severity: 'error',
        at: `unit:${unit.id}`,
        message: say(
          `${unit.short}撤并后，县里不再有${organ.zh}（加挂牌子不能代替）。`,
          `Without the ${unit.nameEn} the county has no ${organ.en} left; a nameplate does not replace it.`,
        ),
        remedy: say(
          `保留${organ.zh}；可以合署办公的，改用 co-locate-units。`,
          `Keep it; where co-location is allowed, write co-locate-units.`,
        ),
      }),
    )
  }
