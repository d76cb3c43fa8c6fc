import type { Finding } from '../../kernel/finding.ts'
import { listed, say } from '../../kernel/text.ts'
import type { PostKind } from '../../register/quota.ts'
import { defineRule, type World } from '../rule.ts'
import { byOver, type Excess, excesses, totalOver } from './excess.ts'
import { atUnits, called, counted, type Tell } from './remark.ts'
import { kinds, tallyOf } from './tally.ts'
import { inForce, isEstablished, postKind } from './terms.ts'

/** 机构实有人员不得突破规定的编制: people per unit and kind of post, over only inside a dated transition. */
export const peopleWithinPosts = defineRule({
  code: 'Q2',
  title: say('实有人员不突破编制', 'People are within the authorised posts'),
  parameter: 'posts.actual',
  shape: inForce,
  gives: ['error', 'warning', 'note'],
  check: (world, _, tell) => {
    if (world.after.quotas.size === 0) return []
    const found = excesses(world, kinds, {
      has: (register, { id, kind }, key) => (isEstablished(kind) ? tallyOf(register, id).byKind[key] : 0),
      may: (register, { id }, key) => tallyOf(register, id).posts[key],
    })
    const of = (cause: Excess['cause']) => found.filter((excess) => excess.cause === cause)
    return [
      ...of('fresh').map((excess) => overByThePlan(excess, tell)),
      ...inSum(world, of('transitional'), tell),
      ...inSum(world, of('inherited'), tell),
    ]
  },
})

const overByThePlan = (
  { unit, key, has, may, over }: Excess & { readonly key: PostKind },
  tell: Tell,
): Finding => {
  const kind = postKind(key)
  return tell({
    severity: 'error',
    at: `unit:${unit.id}`,
    message: say(
      `${unit.short}核定${kind.zh}${may}名，方案后实有${has}名，超${over}名。`,
      `The ${unit.nameEn} has ${counted(may, `${kind.en} post`)} and would have ${has} people, ${over} too many.`,
    ),
    remedy: say(
      `可将${over}名转入其他单位，列入过渡安置（写明 transition），或先行核增编制。`,
      `Assign ${over} elsewhere, write a dated \`transition\`, or add posts first.`,
    ),
  })
}

const ways = {
  transitional: {
    severity: 'warning',
    why: (until: string | undefined) =>
      say(`列入过渡安置，至${until}消化`, `inside the transition until ${until}`),
    remedy: say(
      '按期消化；期满后不得再为超编人员核拨财政资金。',
      'Bring them down by that day; after it nobody beyond the posts may be paid.',
    ),
  },
  inherited: {
    severity: 'note',
    why: () => say('方案前即有，方案未增加', 'as before the plan'),
    remedy: say('可在本方案或年度计划中一并消化。', 'Settle it in this plan or in the yearly one.'),
  },
} as const

/** Units over their posts for one reason, in one sentence with the largest. */
const inSum = (world: World, list: readonly Excess[], tell: Tell): Finding[] => {
  const [first] = list
  if (first === undefined || first.cause === 'fresh') return []
  const { severity, why, remedy } = ways[first.cause]
  const { zh, en } = why(world.plan.transition?.until)
  const units = [...new Set(list.map(({ unit }) => unit))]
  const top = listed(
    byOver(list)
      .slice(0, 3)
      .map(({ unit, over }) => say(`${called(unit).zh}超${over}名`, `${called(unit).en} by ${over}`)),
  )
  const message = say(
    `${units.length}个单位超编共${totalOver(list)}名，${zh}。超编最多的是：${top.zh}。`,
    `${counted(units.length, 'unit')} over the posts by ${totalOver(list)} in all, ${en}. Most: ${top.en}.`,
  )
  return [tell({ severity, at: atUnits(world.plan, units), message, remedy })]
}
