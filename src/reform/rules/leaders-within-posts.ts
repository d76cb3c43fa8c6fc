import type { Finding } from '../../kernel/finding.ts'
import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import type { Appointment } from '../../register/person.ts'
import { defineRule, type World } from '../rule.ts'
import { type Excess, excesses, totalOver } from './excess.ts'
import { atUnits, called, counted, someOf, type Tell } from './remark.ts'
import { tallyOf } from './tally.ts'
import { inForce, isEstablished } from './terms.ts'

/** Units in which a line of the plan appoints somebody who takes up a leading post. */
const appointedTo = ({ steps }: World): ReadonlySet<UnitId> => {
  const units = new Set<UnitId>()
  for (const { line, fields } of steps) {
    if (line.operation.name !== 'appoint') continue
    const { unit, office, concurrent, occupiesPost } = fields as Appointment
    if (office !== 'sectionHead' && (!concurrent || occupiesPost)) units.add(unit)
  }
  return units
}

const overByThePlan = ({ unit, has, may, over }: Excess, tell: Tell): Finding =>
  tell({
    severity: 'error',
    at: `unit:${unit.id}`,
    message: say(
      `${unit.short}核定领导职数${may}名，方案后任职${has}名，超${over}名。`,
      `The ${unit.nameEn} has ${counted(may, 'leading post')} and would have ${counted(has, 'leader')}, ${over} too many.`,
    ),
    remedy: say(
      `可将${over}名免职后转入干部周转池或晋升职级，或先行核增职数。`,
      `Remove ${over} from office into the pool or to a rank, or add leading posts first.`,
    ),
  })

/** Units with more leaders than posts that the plan may leave so, in one sentence. */
const inSum = ({ plan }: World, list: readonly Excess[], tell: Tell): Finding[] => {
  const [first] = list
  if (first === undefined) return []
  const isCovered = first.cause === 'transitional'
  const until = plan.transition?.until
  const [zh, en] = isCovered
    ? [`列入过渡安置，至${until}消化`, `inside the transition until ${until}`]
    : ['方案前即有，方案未增加', 'as before the plan']
  const units = list.map(({ unit }) => unit)
  const names = someOf(units.map(called))
  return [
    tell({
      severity: isCovered ? 'warning' : 'note',
      at: atUnits(plan, units),
      message: say(
        `${names.zh}领导任职超职数共${totalOver(list)}名，${zh}。`,
        `Leaders beyond the posts by ${totalOver(list)} in all, ${en}: ${names.en}.`,
      ),
      remedy: say('只减不增，按期消化。', 'Appoint nobody there until they fit.'),
    }),
  ]
}

/** 任职在职数之内: appointments that take up a leading post are no more than the leading posts of the unit. */
export const leadersWithinPosts = defineRule({
  code: 'Q15',
  title: say('领导任职不超职数', 'Leaders are within the leading posts'),
  parameter: 'appointments.vacancy',
  shape: inForce,
  gives: ['error', 'warning', 'note'],
  check: (world, _, tell) => {
    if (world.after.leadership.size === 0) return []
    const found = excesses(world, ['leaders'], {
      has: (register, { id, kind }) => (isEstablished(kind) ? tallyOf(register, id).leaders : 0),
      may: (register, { id }) => tallyOf(register, id).leadingPosts,
    })
    // A transition lets leaders stay who are there; nobody new may be appointed beyond the posts.
    const appointing = appointedTo(world)
    const causeOf = ({ cause, unit }: Excess) =>
      cause === 'transitional' && appointing.has(unit.id) ? 'fresh' : cause
    const of = (cause: Excess['cause']) => found.filter((excess) => causeOf(excess) === cause)
    return [
      ...of('fresh').map((excess) => overByThePlan(excess, tell)),
      ...inSum(world, of('transitional'), tell),
      ...inSum(world, of('inherited'), tell),
    ]
  },
})
