import { z } from 'zod'
import { listed, say, type Text } from '../../kernel/text.ts'
import type { Register } from '../../register/register.ts'
import { defineRule } from '../rule.ts'
import { atPlan } from './remark.ts'
import { isOrganKind } from './terms.ts'

/** Percentages of the comprehensive-management positions N, and of one another. */
const shape = z.strictObject({
  secondResearcher: z.number(),
  thirdAndFourthResearcher: z.number(),
  thirdOfThese: z.number(),
  officers: z.number(),
  upperOfThese: z.number(),
})
type Shares = z.output<typeof shape>

interface Slot {
  readonly name: Text
  readonly has: number
  readonly may: number
}

const share = (of: number, percent: number) => Math.floor((of * percent) / 100)

/** Ranks held and slots, pooled over the county's organs and townships; N is their administrative posts. */
const slotsIn = (register: Register, shares: Shares): Slot[] => {
  const counts = new Map<string, number>()
  let positions = 0
  const isOne = (id: Parameters<Register['units']['heldBy']>[0]) => {
    const kind = register.units.get(id)?.kind
    return kind !== undefined && (isOrganKind(kind) || kind === 'massOrganisation' || kind === 'township')
  }
  for (const { unit, kind, posts } of register.quotas.values())
    if (kind === 'administrative' && isOne(unit)) positions += posts
  for (const { unit, rank } of register.people.values())
    if (rank !== undefined && isOne(unit)) counts.set(rank, (counts.get(rank) ?? 0) + 1)
  const held = (...ranks: readonly string[]) => ranks.reduce((sum, rank) => sum + (counts.get(rank) ?? 0), 0)
  const researchers = share(positions, shares.thirdAndFourthResearcher)
  const officers = share(positions, shares.officers)
  return [
    {
      name: say('二级调研员', 'second-grade researchers'),
      has: held('二级调研员'),
      may: share(positions, shares.secondResearcher),
    },
    {
      name: say('三级、四级调研员', 'third and fourth-grade researchers'),
      has: held('三级调研员', '四级调研员'),
      may: researchers,
    },
    {
      name: say('三级调研员', 'third-grade researchers'),
      has: held('三级调研员'),
      may: share(researchers, shares.thirdOfThese),
    },
    {
      name: say('一级至四级主任科员', 'principal staff members'),
      has: held('一级主任科员', '二级主任科员', '三级主任科员', '四级主任科员'),
      may: officers,
    },
    {
      name: say('一级、二级主任科员', 'first and second-grade principal staff members'),
      has: held('一级主任科员', '二级主任科员'),
      may: share(officers, shares.upperOfThese),
    },
  ]
}

/** 职级职数: ranks are held within their slots. Cutting administrative posts cuts the slots too. */
export const rankSlots = defineRule({
  code: 'Q12',
  title: say('职级在职数之内', 'Ranks are within their slots'),
  parameter: 'ranks.slots',
  shape,
  gives: ['warning', 'note'],
  check: ({ before, after, plan }, shares, tell) => {
    const slots = slotsIn(after, shares)
    if (slots.every(({ has, may }) => has <= may)) return []
    const was = slotsIn(before, shares)
    const over = slots.flatMap((slot, at) => {
      const then = was[at]
      const grew = then === undefined || slot.has - slot.may > Math.max(0, then.has - then.may)
      return slot.has > slot.may ? [{ ...slot, grew }] : []
    })
    if (over.length === 0) return []
    const list = listed(
      over.map(({ name, has, may }) =>
        say(`${name.zh}职数${may}名、实有${has}名`, `${name.en}: ${may} slots, ${has} held`),
      ),
    )
    return [
      tell({
        severity: over.some(({ grew }) => grew) ? 'warning' : 'note',
        at: atPlan(plan),
        message: say(
          `职级超职数（按全县综合管理类职位统筹计算）：${list.zh}。`,
          `Ranks beyond their slots, pooled over the county: ${list.en}.`,
        ),
        remedy: say(
          '消化完毕之前不再晋升该职级；核减行政编制时一并计算职级职数。',
          'Promote nobody to these ranks until they fit; count the slots again when posts are cut.',
        ),
      }),
    ]
  },
})
