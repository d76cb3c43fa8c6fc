import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { refusal, unknownRows } from '../refusals.ts'

/** 撤销内设机构: its people, duties and posts go to another section of the same unit. */
export const dissolveSection = defineOperation({
  name: 'dissolve-section',
  terms: ['撤销内设机构', '撤并股室'],
  counting: say(
    '机构数不变；内设机构减一，编制并入另一股室',
    'No body less; one section less, its posts join another',
  ),
  fields: z.strictObject({ section: field.rowId, into: field.rowId }),
  check: ({ section, into }, before) => [
    ...unknownRows(before, 'sections', [section, into]),
    ...(section === into || before.sections.get(section)?.unit !== before.sections.get(into)?.unit
      ? [
          refusal(
            'T04',
            `sections:${into}`,
            `“${into}”不是同一单位的另一股室`,
            `“${into}” is not another section of the same unit`,
            '写同一单位的另一股室。',
            'Name another section of the same unit.',
          ),
        ]
      : []),
  ],
  apply: ({ section, into }, draft) => {
    const [from, to] = [draft.sections.get(section), draft.sections.get(into)]
    if (from === undefined || to === undefined) return
    for (const person of draft.people.heldBy(from.unit))
      if (person.section === section) draft.people.put({ ...person, section: into })
    for (const duty of draft.duties.values())
      if (duty.section === section) draft.duties.put({ ...duty, section: into })
    draft.sections.put({ ...to, posts: to.posts + from.posts })
    draft.sections.drop(section)
  },
  moves: ({ section }) => [{ kind: 'end', table: 'sections', ids: [section] }],
  describe: ({ section, into }, before) => {
    const [from, to] = [before.sections.get(section), before.sections.get(into)]
    const home = from === undefined ? say('', 'unit') : nameOf(before, from.unit)
    return say(
      `撤销${home.zh}${from?.name ?? section}，其职责、人员并入${to?.name ?? into}。`,
      `Dissolve the ${from?.nameEn ?? section} of the ${home.en}; its duties and people join the ${to?.nameEn ?? into}.`,
    )
  },
})
