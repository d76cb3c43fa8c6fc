import type { UnitId } from '../kernel/id.ts'
import { listed, say, type Text } from '../kernel/text.ts'
import { nameOf } from '../register/queries.ts'
import type { Register } from '../register/register.ts'
import type { Bundle } from './bundle.ts'

/** Pieces of the official sentences that `describe` writes. */

/** “甲、乙” / “the A, the B and the C”. */
export const names = (before: Register, ids: readonly UnitId[]): Text => {
  const all = ids.map((id) => nameOf(before, id))
  const en = all.map((name) => `the ${name.en}`)
  const last = en.pop() ?? ''
  return say(listed(all).zh, en.length === 0 ? last : `${en.join(', ')} and ${last}`)
}

const pieces: readonly [keyof Bundle, string, string, string][] = [
  ['duties', '项职责', 'duty', 'duties'],
  ['people', '名人员', 'person', 'people'],
  ['sections', '个内设机构', 'section', 'sections'],
  ['premises', '处用房', 'room', 'rooms'],
  ['budget', '项预算', 'budget line', 'budget lines'],
  ['archives', '宗档案', 'file series', 'file series'],
  ['seals', '枚印章', 'seal', 'seals'],
  ['contracts', '份合同', 'contract', 'contracts'],
]

/** “3项职责、2名人员” / “3 duties, 2 people”. */
export const contents = (bundle: Bundle): Text => {
  const parts = pieces.flatMap(([key, zh, one, many]): Text[] => {
    const rows = bundle[key]
    if (!Array.isArray(rows) || rows.length === 0) return []
    return [say(`${rows.length}${zh}`, `${rows.length} ${rows.length === 1 ? one : many}`)]
  })
  const posts = Object.values(bundle.posts ?? {}).reduce((total, count) => total + (count ?? 0), 0)
  if (posts > 0) parts.push(say(`${posts}名编制`, `${posts} ${posts === 1 ? 'post' : 'posts'}`))
  const leading = (bundle.leadingPosts?.chief ?? 0) + (bundle.leadingPosts?.deputy ?? 0)
  if (leading > 0)
    parts.push(say(`${leading}名领导职数`, `${leading} leading ${leading === 1 ? 'post' : 'posts'}`))
  return listed(parts)
}
