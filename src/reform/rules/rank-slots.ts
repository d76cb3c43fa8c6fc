import { z } from 'zod'
import type { Finding } from '../../kernel/finding.ts'
import type { UnitId } from '../../kernel/id.ts'
import { listed, say, type Text } from '../../kernel/text.ts'
import type { Register } from '../../register/register.ts'
import { defineRule, type World } from '../rule.ts'
import { above, aboveCeiling, bodyKind } from './rank-ceiling.ts'
import { atPlan, type Tell } from './remark.ts'

/** Percentages of the comprehensive-management positions N, and of one another. */
const slots = z.strictObject({
  secondResearcher: z.number(),
  thirdAndFourthResearcher: z.number(),
  thirdOfThese: z.number(),
  officers: z.number(),
  upperOfThese: z.number(),
})
type Shares = z.output<typeof slots>

interface Slot {
  readonly name: Text
  readonly has: number
  readonly may: number
}

const share = (of: number, percent: number) => Math.floor((of * percent) / 100)

/** The administrative posts of the county's organs and townships, and how many hold each rank there. */
const heldIn = (register: Register): { positions: number; counts: ReadonlyMap<string, number> } => {
  const counts = new Map<string, number>()
  let positions = 0
  const isOne = (id: UnitId) => bodyKind(register.units.get(id)) === 'organs'
  for (const { unit, kind, posts } of register.quotas.values())
    if (kind === 'administrative' && isOne(unit)) positions += posts
  for (const { unit, rank } of register.people.values())
    if (rank !== undefined && isOne(unit)) counts.set(rank, (counts.get(rank) ?? 0) + 1)
  return { positions, counts }
}

/** Ranks held and slots, pooled over the county's organs and townships. */
const slotsIn = (register: Register, shares: Shares): Slot[] => {
  const { positions, counts } = heldIn(register)
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

const beyondSlots = ({ before, after, plan }: World, shares: Shares, tell: Tell): Finding[] => {
  const was = slotsIn(before, shares)
  const over = slotsIn(after, shares).flatMap((slot, at) => {
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
}

/** 职级职数: ranks are no higher than the body may have, and within their slots. Cutting posts cuts the slots too. */
export const rankSlots = defineRule({
  code: 'Q12',
  title: say(
    '职级不高于本级可设职级，并在职数之内',
    'Ranks are no higher than allowed, and within their slots',
  ),
  parameter: 'ranks.slots',
  shape: z.strictObject({ slots, above }),
  gives: ['error', 'warning', 'note'],
  check: (world, value, tell) => [
    ...aboveCeiling(world, value.above, tell),
    ...beyondSlots(world, value.slots, tell),
  ],
})
