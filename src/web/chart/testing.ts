import { say } from '../../kernel/text.ts'
import type { OrgNode, Tone } from './types.ts'

/** A made-up county for tests and measurements: the same for the same number, with nobody's name in it. */

const groups = ['党委机构', '政府部门', '群团组织', '乡镇', '县直属事业单位'] as const

/** A tree of exactly `units` units: five groups, about forty organs for the first 2,000, institutions of every number. */
export const syntheticCounty = (units: number): OrgNode => {
  const organs = Math.max(1, Math.min(units, Math.round(36 + units / 250)))
  const rest = units - organs
  let next = 0
  const unit = (tone: Tone, name: string, children: readonly OrgNode[] = []): OrgNode => {
    next += 1
    const label = say(`示例${name}${next}`, `Sample unit ${next}`)
    return {
      id: `u-${next}`,
      isUnit: true,
      name: label,
      fullName: label,
      tone,
      posts: 3 + (next % 40),
      people: next % 37,
      children,
    }
  }
  const shares = sharesOf(rest, organs)
  const made = shares.map((count, at) => {
    const children = Array.from({ length: count }, (_, below) =>
      unit(below === 0 && at % 5 === 0 ? 'guest' : 'institution', below % 3 === 0 ? '服务中心' : '学校'),
    )
    return {
      group: at % groups.length,
      node: unit('organ', at % 2 === 0 ? '发展改革局' : '县委办', children),
    }
  })
  const headings = groups.map((name, at): OrgNode => {
    const children = made.filter(({ group }) => group === at).map(({ node }) => node)
    return heading(`group:${at}`, name, `Group ${at + 1}`, children)
  })
  return { ...heading('county', '示例县', 'Sample County', headings), tone: 'root' }
}

/** How many stand below each organ: a few have many, as a bureau of education has. */
const sharesOf = (rest: number, organs: number): number[] => {
  const weights = Array.from({ length: organs }, (_, at) => (at % 11 === 3 ? 12 : at % 4))
  const sum = weights.reduce((total, each) => total + each, 0)
  const shares = weights.map((each) => (sum === 0 ? 0 : Math.floor((rest * each) / sum)))
  const given = shares.reduce((total, each) => total + each, 0)
  shares[0] = (shares[0] ?? 0) + rest - given
  return shares
}

const heading = (id: string, zh: string, en: string, children: readonly OrgNode[]): OrgNode => {
  const total = (of: 'posts' | 'people') => children.reduce((sum, child) => sum + child[of], 0)
  const name = say(zh, en)
  return {
    id,
    isUnit: false,
    name,
    fullName: name,
    tone: 'group',
    posts: total('posts'),
    people: total('people'),
    children,
  }
}
