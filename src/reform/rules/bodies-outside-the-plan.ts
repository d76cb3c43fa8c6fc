import { say } from '../../kernel/text.ts'
import { defineRule } from '../rule.ts'
import { says } from './bearers.ts'
import { atLine } from './remark.ts'
import { reshapingsOf, unitIn } from './reshaped.ts'
import { words } from './terms.ts'

/** 人大常委会、法院、检察院、人武部: their bodies are not a county plan's to change. Institutions they run are. */
export const bodiesOutsideThePlan = defineRule({
  code: 'M5',
  title: say(
    '人大、法院、检察院、人武部不在方案范围',
    'Congress, courts and procuratorate are outside the plan',
  ),
  parameter: 'outside-the-plan',
  shape: words,
  gives: ['error'],
  check: (world, names, tell) =>
    reshapingsOf(world).flatMap(({ step, ids }) =>
      ids.flatMap((id) => {
        const unit = unitIn(world, id)
        if (unit === undefined || !says(unit.name, names)) return []
        if (unit.kind === 'publicInstitution' || unit.kind === 'township' || unit.kind === 'upperBureau')
          return []
        return [
          tell({
            severity: 'error',
            at: atLine(world.plan, step.line),
            message: say(
              `${unit.short}不属于党政机构改革方案可以设立、撤并或更名的机构。`,
              `The ${unit.nameEn} is not for a plan of Party and government organs to set up, end, merge or rename.`,
            ),
            remedy: say('从方案中删去。', 'Take it out of the plan.'),
          }),
        ]
      }),
    ),
})
