import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import { isOpen, type Unit } from '../../register/unit.ts'
import { defineRule, type World } from '../rule.ts'
import { says } from './bearers.ts'
import { partsOf } from './joined.ts'
import type { Remark } from './remark.ts'
import { reshapedIn } from './reshaped.ts'
import { words } from './terms.ts'

/** Bodies that the plan reshapes, or whose management it changes, and that were run from above before. */
const reshaped = (world: World): Unit[] => {
  const handed = world.steps
    .filter(({ line }) => line.operation.name === 'change-management')
    .flatMap(({ fields }) => partsOf(world, (fields as { unit: Unit['id'] }).unit).map(({ id }) => id))
  const ids = new Set([...reshapedIn(world), ...handed])
  return [...ids].flatMap((id) => {
    const unit = world.before.units.get(id)
    return unit === undefined || unit.kind === 'publicInstitution' || unit.kind === 'upperBureau'
      ? []
      : [unit]
  })
}

/** Where a body's work goes on, and whether it is run by the county there. */
const endsUnderTheCounty = ({ after }: World, unit: Unit): boolean => {
  let now = after.units.get(unit.id)
  for (let hops = 0; now !== undefined && !isOpen(now) && hops < 100; hops += 1)
    now = after.units.get(now.supersededBy?.[0] ?? '')
  return now?.management === 'territorial'
}

type Verdict = Pick<Remark, 'severity' | 'message' | 'remedy'>

const perhapsNotOurs = (unit: Unit): Verdict => ({
  severity: 'warning',
  message: say(
    `${unit.short}按名称属垂直管理系统，台账写为属地管理，方案对其作了调整。`,
    `By its name the ${unit.nameEn} is run from above; the register says territorial, and the plan changes it.`,
  ),
  remedy: say(
    '核对管理体制；确属垂直管理的，从方案中删去。',
    'Check who runs it; if from above, leave it out.',
  ),
})

const runByBoth = (unit: Unit): Verdict => ({
  severity: 'opinion',
  message: say(
    `${unit.short}实行双重管理，方案对其作了调整。`,
    `The ${unit.nameEn} is run by the county and from above, and the plan changes it.`,
  ),
  remedy: say('附上级主管部门的意见。', 'Attach the opinion of the department above.'),
})

const handedOver = (unit: Unit): Verdict => ({
  severity: 'opinion',
  message: say(
    `${unit.short}由上级管理，方案将其调整为属地管理。`,
    `The ${unit.nameEn} is run from above, and the plan places it under the county.`,
  ),
  remedy: say('附上级同意调整管理体制的文件。', 'Attach the consent of the level above.'),
})

const notOurs = (unit: Unit): Verdict => ({
  severity: 'error',
  message: say(
    `${unit.short}实行垂直管理，不由县里设立、撤并或更名。`,
    `The ${unit.nameEn} is run from above: it is not for the county to set up, end, merge or rename.`,
  ),
  remedy: say(
    '从方案中删去；经上级同意改为属地管理的，加一行 change-management。',
    'Leave it out; if above agrees to hand it over, add a change-management line.',
  ),
})

/** 垂直管理机构: not the county's to reshape; handing one over to the county (属地管理) needs the consent of above. */
export const bodiesRunFromAbove = defineRule({
  code: 'M6',
  title: say('垂直管理机构不由县里调整', 'Bodies run from above are not the county’s to change'),
  parameter: 'vertical-bodies',
  shape: words,
  gives: ['error', 'opinion', 'warning'],
  check: (world, names, tell) =>
    reshaped(world).flatMap((unit): Finding[] => {
      const isNamedSo = says(unit.name, names)
      if (unit.management === 'territorial' && !isNamedSo) return []
      const verdict =
        unit.management === 'territorial'
          ? perhapsNotOurs
          : unit.management === 'dual'
            ? runByBoth
            : endsUnderTheCounty(world, unit) && !isNamedSo
              ? handedOver
              : notOurs
      return [tell({ at: `unit:${unit.id}`, ...verdict(unit) })]
    }),
})
