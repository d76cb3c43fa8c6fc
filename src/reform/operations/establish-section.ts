import { z } from 'zod'
import { say } from '../../kernel/text.ts'
import { nameOf } from '../../register/queries.ts'
import * as field from '../fields.ts'
import { defineOperation } from '../operation.ts'
import { notOpen, takenIds } from '../refusals.ts'

/** 设内设机构: a section begins; it takes its posts out of the unit's own quota (2007条例 art. 13). */
export const establishSection = defineOperation({
  name: 'establish-section',
  terms: ['设立内设机构', '设股室'],
  counting: say(
    '机构数不变；内设机构加一，编制在单位总数之内',
    'No body more; one section more, its posts within the unit’s own',
  ),
  fields: z.strictObject({
    section: field.rowId,
    unit: field.unit,
    name: field.name,
    nameEn: field.name,
    posts: field.count,
  }),
  check: ({ section, unit }, before) => [
    ...notOpen(before, [unit]),
    ...takenIds(before, 'sections', [section]),
  ],
  apply: ({ section, unit, name, nameEn, posts }, draft) =>
    draft.sections.put({ id: section, unit, name, nameEn, posts }),
  moves: ({ section, unit }) => [{ kind: 'begin', table: 'sections', ids: [section], at: unit }],
  describe: ({ unit, name, nameEn, posts }, before) => {
    const host = nameOf(before, unit)
    return say(
      `${host.zh}设${name}，编制${posts}名。`,
      `Set up the ${nameEn} in the ${host.en} with ${posts} posts.`,
    )
  },
})
