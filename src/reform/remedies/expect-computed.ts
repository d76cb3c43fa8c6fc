import { number, say } from '../../kernel/text.ts'
import { setHeading } from '../editing/plan-edit.ts'
import { defineRemedy } from './remedy.ts'

/** E01: the plan expects what it comes to. The finding stands where the expectation is written. */
export const expectComputed = defineRemedy({
  name: 'expect-computed',
  codes: ['E01'],
  propose: ({ place }, { plan, figures }) => {
    const wrong = plan.expect.find((each) => each.place.line === place?.line)
    const is = wrong === undefined ? undefined : figures.get(wrong.figure)
    if (wrong === undefined || is === undefined) return []
    return [
      {
        label: say(`预期改为${number(is)}`, `Expect ${number(is)}`),
        edit: (text) => {
          const all = plan.expect.map(({ figure, value }) => [figure, figure === wrong.figure ? is : value])
          return setHeading(text, 'expect', Object.fromEntries(all))
        },
      },
    ]
  },
})
