import type { Finding } from '../../kernel/finding.ts'
import { say } from '../../kernel/text.ts'
import type { PostKind } from '../../register/quota.ts'
import type { Register } from '../../register/register.ts'
import type { Unit } from '../../register/unit.ts'
import { defineRule, type World } from '../rule.ts'
import { partsOf } from './joined.ts'
import { atUnits, called, counted, someOf, type Tell } from './remark.ts'
import { tallyOf, unitsIn } from './tally.ts'
import { inForce, isOrganKind } from './terms.ts'

/** The kinds of post that a unit of this kind may not use. Townships have organs and institutions in one unit. */
const wrongKinds = (unit: Unit): readonly PostKind[] =>
  isOrganKind(unit.kind)
    ? ['institution']
    : unit.kind === 'publicInstitution'
      ? ['administrative', 'politicalLegal']
      : []

const mixed = (register: Register, unit: Unit): { posts: number; people: number } => {
  const tally = tallyOf(register, unit.id)
  let [posts, people] = [0, 0]
  for (const kind of wrongKinds(unit)) {
    posts += tally.posts[kind]
    people += tally.byKind[kind]
  }
  return { posts, people }
}

type Mixed = ReturnType<typeof mixed>

/** No more than the bodies that it carries on had mixed before. */
const isInherited = (world: World, unit: Unit, { posts, people }: Mixed): boolean => {
  const parts = partsOf(world, unit.id).map((part) => mixed(world.before, part))
  const before = (key: keyof Mixed) => parts.reduce((sum, part) => sum + part[key], 0)
  return posts <= before('posts') && people <= before('people')
}

const mixedByThePlan = (unit: Unit, { posts, people }: Mixed, tell: Tell): Finding => {
  const isOrgan = isOrganKind(unit.kind)
  const [zh, en] = isOrgan ? ['事业', 'institution'] : ['行政', 'administrative']
  return tell({
    severity: 'error',
    at: `unit:${unit.id}`,
    message: say(
      `${unit.short}是${isOrgan ? '机关' : '事业单位'}，方案后使用${zh}编制${posts}名、${zh}编制人员${people}名，属混用编制。`,
      `The ${unit.nameEn} is ${isOrgan ? 'an organ' : 'an institution'} and would have ${counted(posts, `${en} post`)} and ${counted(people, 'person', 'people')} on such posts.`,
    ),
    remedy: say(
      `将${zh}编制及人员留在所属${isOrgan ? '事业单位' : '机关'}，或按规定核销、转任后再划入。`,
      `Leave these posts and people with ${isOrgan ? 'an institution' : 'an organ'}, or end the posts first.`,
    ),
  })
}

const mixedBefore = (world: World, units: readonly Unit[], tell: Tell): Finding[] => {
  if (units.length === 0) return []
  const names = someOf(units.map(called))
  return [
    tell({
      severity: 'note',
      at: atUnits(world.plan, units),
      message: say(
        `${names.zh}在方案前即有混用编制，方案未增加。`,
        `Kinds of post were already mixed before the plan in: ${names.en}.`,
      ),
      remedy: say('可结合本次改革逐步清理。', 'Clear it up step by step with this reform.'),
    }),
  ]
}

/** 编制不得混用: organs use administrative posts, institutions use institution posts. */
export const postsOfRightKind = defineRule({
  code: 'Q3',
  title: say('编制类别与机构性质一致，不得混用', 'Kinds of post are not mixed'),
  parameter: 'posts.kind',
  shape: inForce,
  gives: ['error', 'note'],
  check: (world, _, tell) => {
    const old: Unit[] = []
    const findings: Finding[] = []
    for (const unit of unitsIn(world.after)) {
      const found = mixed(world.after, unit)
      if (found.posts + found.people === 0) continue
      if (isInherited(world, unit, found)) old.push(unit)
      else findings.push(mixedByThePlan(unit, found, tell))
    }
    return [...findings, ...mixedBefore(world, old, tell)]
  },
})
