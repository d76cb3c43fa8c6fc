import type { UnitId } from '../../kernel/id.ts'
import { say } from '../../kernel/text.ts'
import { shortNameOf } from '../../register/queries.ts'
import { isOpen } from '../../register/unit.ts'
import { lineOf, numberOf, rewritten, subjectIn } from './lines.ts'
import { defineRemedy } from './remedy.ts'

/** N01: what a dissolved unit holds has nowhere to go; it goes with the duties, with the people, or to the sponsor. */
export const heirForTheHomeless = defineRemedy({
  name: 'heir-for-the-homeless',
  codes: ['N01'],
  propose: (finding, { plan, after, before }) => {
    const id = subjectIn(finding, 'unit') as UnitId | undefined
    const { elsewhere } = (lineOf(plan, finding)?.fields ?? {}) as {
      readonly elsewhere?: Readonly<Record<string, UnitId | undefined>>
    }
    const unit = id === undefined ? undefined : (after.units.get(id) ?? before.units.get(id))
    const ways = [
      [elsewhere?.duties, say('随职责', 'With the duties')],
      [elsewhere?.people, say('随人员', 'With the people')],
      [unit?.sponsor, say('归举办单位', 'To its sponsor')],
    ] as const
    const seen = new Set<UnitId>()
    return ways.flatMap(([to, way]) => {
      const taker = to === undefined ? undefined : after.units.get(to)
      if (to === undefined || taker === undefined || !isOpen(taker) || seen.has(to)) return []
      seen.add(to)
      const name = shortNameOf(after, to)
      return [
        {
          label: say(`${way.zh}划入${name.zh}`, `${way.en}: ${name.en}`),
          edit: (text: string) => rewritten(text, numberOf(finding), (line) => ({ ...line, to })),
        },
      ]
    })
  },
})
