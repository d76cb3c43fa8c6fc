import { z } from 'zod'
import { listed, number, say } from '../../kernel/text.ts'
import type { Register } from '../../register/register.ts'
import { type Grade, grades, type Unit } from '../../register/unit.ts'
import { defineRule } from '../rule.ts'
import { partsOf } from './joined.ts'
import { atUnits, called, counted } from './remark.ts'
import { tallyOf, unitsIn } from './tally.ts'
import { isOrganKind } from './terms.ts'

const area = z.strictObject({ chief: z.number(), deputy: z.number() })
/** Square metres for each: leaders by the grade of their unit, everybody else alike. */
const shape = z.strictObject({
  leaders: z.partialRecord(z.enum(Object.keys(grades) as [Grade, ...Grade[]]), area),
  others: z.number(),
})
type Standard = z.output<typeof shape>

const isMeasured = ({ kind }: Unit) => isOrganKind(kind) || kind === 'massOrganisation' || kind === 'township'

/** Office rooms of a unit, and what its people may have by the standard. */
const roomsOf = (register: Register, unit: Unit, { leaders, others }: Standard) => {
  const { officeM2: has, atDesk } = tallyOf(register, unit.id)
  // Leaders have more than the others, so that this is the least that the unit may have.
  if (has <= atDesk * others) return { has, may: has }
  const of = leaders[unit.grade]
  let [seated, may] = [0, 0]
  for (const { office, concurrent } of register.appointments.heldBy(unit.id)) {
    if (office === 'sectionHead' || concurrent) continue
    seated += 1
    may += of === undefined ? others : office === 'deputy' ? of.deputy : of.chief
  }
  return { has, may: may + Math.max(0, atDesk - seated) * others }
}

/** 办公用房: no more area than the people of an organ may have. */
export const officeArea = defineRule({
  code: 'Q17',
  title: say('办公用房面积不超标准', 'Office area is within the standard'),
  parameter: 'office.area',
  shape,
  gives: ['warning', 'note'],
  check: (world, standard, tell) => {
    const over = unitsIn(world.after)
      .filter(isMeasured)
      .flatMap((unit) => {
        const { has, may } = roomsOf(world.after, unit, standard)
        if (has <= may) return []
        let was = 0
        for (const part of partsOf(world, unit.id)) {
          const then = roomsOf(world.before, part, standard)
          was += Math.max(0, then.has - then.may)
        }
        return [{ unit, over: has - may, grew: has - may > was }]
      })
    if (over.length === 0) return []
    const grown = over.filter(({ grew }) => grew)
    const told = grown.length > 0 ? grown : over
    const list = listed(
      [...told]
        .sort((a, b) => b.over - a.over)
        .slice(0, 3)
        .map(({ unit, over: m2 }) => say(`${called(unit).zh}${m2}平方米`, `${called(unit).en} ${m2} m²`)),
    )
    const total = number(told.reduce((all, { over: m2 }) => all + m2, 0))
    return [
      tell({
        severity: grown.length > 0 ? 'warning' : 'note',
        at: atUnits(
          world.plan,
          told.map(({ unit }) => unit),
        ),
        message: say(
          `${told.length}个单位办公用房超标准共${total}平方米${grown.length > 0 ? '' : '，方案前即有'}。最多的是：${list.zh}。`,
          `Office area beyond the standard in ${counted(told.length, 'unit')}, ${total} m² in all${grown.length > 0 ? '' : ', as before the plan'}. Most: ${list.en}.`,
        ),
        remedy: say('腾退超出部分（transfer-premises）。', 'Vacate what is too much (transfer-premises).'),
      }),
    ]
  },
})
